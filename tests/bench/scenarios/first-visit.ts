import { openClass } from "#tests/bench/browser-class.ts";
import { atMost, type Figure, median } from "#tests/bench/figures.ts";
import { EDGE, PHONE, slowPage, startBrowser } from "#tests/bench/slow-page.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

/** In milliseconds, and in KiB. */
const [VOTABLE, SCRIPTS] = [6_000, 170];

/** A phone that was never here comes over 400 kbit/s, with a processor six times slower, until it can vote, a tap on Join included. */
export async function firstVisit(turns: number): Promise<Figure[]> {
  await using program = await startProgram({ kind: "launched" });
  const { code, host, students } = await openClass(program.url, await signIn(program.url), 1);
  await moveTo(host, "before");
  const browser = await startBrowser();
  const times: number[] = [];
  const scripts: number[] = [];
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      const { page } = await slowPage(browser, PHONE, "", EDGE);
      const started = performance.now();
      await page.goto(`${program.url}/s/${code}`, { waitUntil: "commit" });
      await page.getByRole("button", { name: "Join" }).click();
      await page.getByRole("button", { name: /^For/u }).waitFor();
      times.push(performance.now() - started);
      scripts.push(
        await page.evaluate(() =>
          performance
            .getEntriesByType("resource")
            .filter(({ name }) => name.endsWith(".js"))
            .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
        ),
      );
      await page.context().close();
    }
  } finally {
    await browser.close();
    for (const { socket } of [host, ...students]) socket.close();
  }
  const votable = median(times);
  const kibibytes = Math.max(...scripts) / 1_024;
  return [
    { name: "first visit, until it can vote", unit: "ms", resolved: votable, bar: atMost(votable, VOTABLE) },
    {
      name: "first visit, scripts before the vote, most",
      ...{ unit: "KiB", resolved: kibibytes, bar: atMost(kibibytes, SCRIPTS, "KiB") },
    },
  ];
}

import { type Browser, expect, type Page } from "playwright/test";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, plansOf } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

export const ARGUMENT = "Geography does not bargain: a border of four thousand kilometres stays where it is.";
/** [C2] Long enough to count. */
const WHY = "It showed me something about the border that I had never thought of before.";
const PLANS = plansOf([
  [4, 0, 0],
  [3, 2, 0],
  [2, 0, 1],
]);
export const DESK = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;

/** A session with a staged reveal whose class has voted both times; one rebuttal and one paragraph moved people. */
export async function votedClass(activities: GivenSettings["activities"] = {}) {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code, key } = await openSession(program, { reveal: "staged", activities });
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(PLANS.map(() => joinBySocket(url, code)));
  const cast = (round: "before" | "after", credited?: string) =>
    Promise.all(
      students.map((student, seat) =>
        student.send("ballot:cast", {
          ...{ round, choice: PLANS[seat]?.[round] ?? "undecided", seq: 1 },
          ...(credited && {
            credit: {
              ...(seat % 2 ? { rebuttalId: credited } : { paragraph: { side: "for", n: 2 } as const }),
              ...{
                without: PLANS[seat]?.[round] === "for" ? ("against" as const) : ("for" as const),
                why: WHY,
              },
            },
          }),
        }),
      ),
    );
  await moveTo(host, "before");
  await cast("before");
  await moveTo(host, "rebuttal");
  const argument = rebuttal({ body: ARGUMENT });
  await students[0]?.send("rebuttal:post", argument);
  await moveTo(host, "after");
  await cast("after", argument.id);
  /** The step that each page was told last. */
  const told = new Map<Page, string>();
  return {
    ...{ url, cookie, code, key, host, students, argument, told },
    /** A page in a browser that is signed in as the host, or in one that is not. */
    async open(browser: Browser, path: string, { isHost = true, ...options }: Opening = {}): Promise<Page> {
      const context = await browser.newContext({ ...DESK, ...options });
      if (isHost) await context.addCookies(toCookies(cookie, url));
      const page = await context.newPage();
      const isLive = page.waitForEvent("websocket");
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => {
          const step = /^42\["session",.*"step":"(\w+)"/u.exec(payload.toString())?.[1];
          if (step) told.set(page, step);
        }),
      );
      await page.goto(url + path);
      await isLive;
      return page;
    },
    shows: async () => (await host.sync()).session.step,
    [Symbol.dispose]() {
      for (const client of [host, ...students]) client.close();
    },
  };
}
type Opening = { isHost?: boolean } & Parameters<Browser["newContext"]>[0];

export const ladder = (page: Page) => page.getByRole("region", { name: "Steps of the reveal" });
export const isAt = (page: Page, step: string) =>
  expect(ladder(page).locator('[aria-current="step"]')).toHaveText(new RegExp(`\\d?${step}$`, "u"));
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const next = (page: Page, name: string) => page.getByRole("banner").getByRole("button", { name });
export const back = (page: Page) => page.getByRole("banner").getByRole("button", { name: /^Back($| to “)/u });

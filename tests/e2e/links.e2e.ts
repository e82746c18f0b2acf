import { expect, type Page, test } from "playwright/test";
import { check, openSession, toCookies, unfoldSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { rebuttal } from "#tests/support/lesson.ts";
import { colleague } from "#tests/support/requests.ts";

const SIZES = {
  light: { width: 1280, height: 800 },
  dark: { width: 390, height: 844 },
} as const;

for (const colorScheme of ["light", "dark"] as const)
  test(`[A2][A3][A4][A5] links are made, used and revoked, ${colorScheme} @long`, async ({ browser }) => {
    const program = await sharedProgram();
    const { cookie, code } = await openSession(program);
    const { url } = program;
    const open = async () => {
      const context = await browser.newContext({
        viewport: SIZES[colorScheme],
        colorScheme,
        reducedMotion: "reduce",
        permissions: ["clipboard-read", "clipboard-write"],
      });
      return { context, page: await context.newPage() };
    };
    const { context, page: host } = await open();
    await context.addCookies(toCookies(cookie, url));
    await host.goto(`${url}/host/${code}`);
    await unfoldSession(host);
    const copied = async (name: string) => {
      await host.getByRole("button", { name: `Create link: ${name}` }).click();
      await host.getByRole("button", { name: `Copy link: ${name}` }).click();
      await expect(host.getByText(`${name}: link copied`)).toBeVisible();
      const { pathname, search } = new URL(await host.evaluate(() => navigator.clipboard.readText()));
      return url + pathname + search;
    };
    const assistantLink = await copied("Assistant");
    await context.setOffline(true);
    await host.getByRole("button", { name: "Create link: Results" }).click();
    await saysUnreachable(host);
    await context.setOffline(false);
    const resultsLink = await copied("Results");
    await host.getByRole("heading", { name: "Links" }).scrollIntoViewIfNeeded();
    await check(host, `links panel ${colorScheme}`);
    // What can be done with a link stands in one line.
    const tops = await host
      .getByRole("button", { name: /^(Copy|Replace|Turn off) link: Assistant/u })
      .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);

    const ada = await joinBySocket(url, code);
    const wand = await connectClient(url, { auth: { code, as: "host" }, cookie });
    const move = async (to: "before" | "reading" | "reading-vote" | "rebuttal" | "after" | "results") =>
      wand.send("host:phase", { to, version: (await wand.sync()).session.version });
    for (const phase of ["before", "reading", "reading-vote", "rebuttal"] as const) await move(phase);
    await ada.send("rebuttal:post", rebuttal());
    await typeSlips(host);

    const { page: assistant } = await open();
    await assistant.goto(assistantLink);
    await expect(assistant).toHaveURL(`${url}/host/${code}`);
    await assistant.reload();
    await expect(assistant).toHaveURL(`${url}/host/${code}`);
    await expect(assistant.getByText("You are the assistant")).toBeVisible();
    for (const name of ["Open the last vote", "Timer", "Delete this session", "Links"])
      await expect(assistant.getByRole("button", { name })).toHaveCount(0);
    await expect(assistant.getByRole("link", { name: "Open the projector" })).toHaveCount(0);
    await test.step("[A2] an assistant who is signed in comes back by the key, too, and no one without it", async () => {
      const { cookie: own } = await colleague(url, cookie);
      await assistant.context().addCookies(toCookies(own, url));
      await assistant.reload();
      await expect(assistant).toHaveURL(`${url}/host/${code}`);
      await expect(assistant.getByText("You are the assistant")).toBeVisible();
      const other = await assistant.context().newPage();
      await shows(other, `${url}/host/${code}`, "Session not found");
      await other.close();
    });
    await assistant.getByRole("main").getByRole("button", { name: "Hide" }).click();
    await expect(assistant.getByText("Hidden from the class")).toBeVisible();
    await check(assistant, `assistant ${colorScheme}`);

    for (const phase of ["after", "results"] as const) await move(phase);
    await expect(assistant.getByRole("heading", { name: "Results" }).first()).toBeVisible();
    await host.getByRole("switch", { name: "Limit the results to the class" }).click();
    await expect(
      host.getByText("Only phones that joined, and the results link, can open them."),
    ).toBeVisible();
    const { page: stranger } = await open();
    await shows(stranger, `${url}/results/${code}`, "These results are only for the class");
    await check(stranger, `results kept ${colorScheme}`);
    await stranger.goto(resultsLink);
    await expect(stranger.getByRole("heading", { name: "What people say moved them" })).toBeVisible();

    await host.getByRole("button", { name: "Turn off link: Assistant" }).click();
    await check(host, `taking back ${colorScheme}`);
    await host.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
    const ended = "This link no longer opens the control room";
    await expect(assistant.getByRole("heading", { name: ended })).toBeVisible();
    await shows(assistant, assistantLink, ended);
    await check(assistant, `link ended ${colorScheme}`);
    for (const client of [ada, wand]) client.close();
  });

async function shows(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
}

async function saysUnreachable(host: Page): Promise<void> {
  const notices = host.getByRole("region", { name: "Notifications (F8)" });
  await expect(notices).toContainText("Can’t reach the server.");
  await notices.getByRole("button", { name: /^Close: Can’t reach/u }).click();
}

/** [Y8] Two slips, of which the first can't be changed without a connection: that is said far from the form, too. */
async function typeSlips(host: Page): Promise<void> {
  const paper = host.getByRole("region", { name: "Votes on paper" });
  await paper.getByText("Type in ballot slips").click();
  const add = paper.getByRole("button", { name: "Add this slip" });
  for (const choice of ["for", "against"]) {
    await paper.getByLabel("Before").first().selectOption(choice);
    await add.click();
    await expect(add).toBeDisabled();
  }
  await expect(paper.getByRole("listitem").first()).toContainText("No. 2");
  const oldest = paper.getByRole("group", { name: "No. 1" }).getByLabel("Before");
  await expect(oldest.getByRole("option")).toHaveText(["For", "Against", "Undecided"]);
  await host.context().setOffline(true);
  await oldest.selectOption("undecided");
  await saysUnreachable(host);
  await expect(oldest).toHaveValue("for");
  // A slip that is typed meanwhile stays, and what was wrong goes once the server is back.
  await paper.getByLabel("Before").first().selectOption("for");
  await add.click();
  await expect(paper.getByText("Can’t reach the server.")).toBeVisible();
  await host.context().setOffline(false);
  await expect(paper.getByText("Can’t reach the server.")).toBeHidden();
  await expect(paper.getByLabel("Before").first()).toHaveValue("for");
  await paper.getByLabel("How many slips do you have?").fill("1");
  await expect(paper.getByText("You have 1 slip, but 2 are typed in.")).toBeVisible();
}

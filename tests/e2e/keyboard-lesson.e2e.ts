import { type Download, expect, type Page } from "playwright/test";
import { pressByKeyboard, pressNearby, tabTo } from "#tests/e2e/support/keyboard.ts";
import { joinBySocket, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";
import { colleague } from "#tests/support/requests.ts";

const [FAIR, DOUBTFUL] = ["Geography does not bargain.", "Whoever sells here is a fool."];

/** What the room does now, as screen readers tell it, in the order of the page. */
const ROOM = (stage: string) => `
  - banner:
    - heading "Control room" [level=1]
    - region "Projector controls"
    - navigation "Phases of this session"
  - region "Needs attention":
    - heading "Needs attention" [level=2]
  - main:
    - heading ${stage} [level=2]
  - region "People":
    - heading "People" [level=2]
  - complementary "What the class sees, and the session":
    - region "Session":
      - group:
        - heading "Session" [level=2]
`;

const next = (room: Page, name: string | RegExp) =>
  room.getByRole("banner").getByRole("button", { name, exact: true });

test("[F11, F13, F16] an instructor teaches a whole lesson by keyboard alone, and each screen is told in order", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  // An account whose dashboard has nothing of other tests: Tab goes through all of it.
  const { email } = await colleague(url, cookie);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const room = await context.newPage();

  await test.step("signs in and opens a session", async () => {
    await room.goto(`${url}/sign-in`);
    await tabTo(room.getByLabel("Email"));
    await room.keyboard.type(email);
    await tabTo(room.getByLabel("Password", { exact: true }));
    await room.keyboard.type("halting-problem-1936");
    await room.keyboard.press("Enter");
    await room.getByRole("heading", { name: "Debates and sessions" }).waitFor();
    await whenInteractive(room);
    await expect(room.getByRole("banner")).toMatchAriaSnapshot(`
      - banner:
        - navigation "Instructor pages":
          - list
    `);
    await pressByKeyboard(room.getByRole("button", { name: /^Open a session: .*Japan/u }).first());
    await tabTo(room.getByLabel("Name of this session"));
    await room.keyboard.type("Period 3");
    await pressByKeyboard(room.getByRole("button", { name: "Open session" }));
    await room.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  });

  const code = room.url().slice(-6);
  const students = await Promise.all(Array.from({ length: 4 }, () => joinBySocket(url, code)));
  const [ada, ben] = students;
  const cast = async (round: "before" | "after") => {
    for (const [seat, student] of students.entries())
      await student.send("ballot:cast", ballot(round === "after" || seat % 2 ? "for" : "against", round));
    await expect(room.getByRole("main").getByText("4 of 4 have voted").first()).toBeVisible();
  };
  const go = async (name: string, stage: string) => {
    await pressNearby(next(room, name));
    await expect(room.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText(stage);
    await expect(room.locator("body")).toMatchAriaSnapshot(ROOM(JSON.stringify(stage)));
  };

  await test.step("votes, reading with a paragraph on the projector", async () => {
    await expect(room.locator("body")).toMatchAriaSnapshot(ROOM(`"Let them in"`));
    await go("Open the first vote", "The first vote is open");
    await cast("before");
    await go("Close the vote and show the positions", "The class reads");
    await pressNearby(room.getByText("Show a paragraph on the projector").first());
    await pressNearby(room.getByRole("button", { name: /^Show on projector: / }).first());
    await expect(room.getByRole("button", { name: /^Take off: /u, pressed: true })).toBeFocused();
  });

  await test.step("moderates what the class writes", async () => {
    await go("Start the rebuttals", "Rebuttals");
    const [fair, doubtful] = [rebuttal({ body: FAIR }), rebuttal({ body: DOUBTFUL })];
    await ada?.send("rebuttal:post", fair);
    await ben?.send("rebuttal:post", doubtful);
    await ada?.send("rebuttal:report", { rebuttalId: doubtful.id, reason: "It calls people names." });
    const queue = room.getByRole("region", { name: "Needs attention" });
    await expect(queue).toMatchAriaSnapshot(`
      - region "Needs attention":
        - heading "Needs attention" [level=2]
        - list:
          - listitem:
            - paragraph: /^For /
            - paragraph: ${DOUBTFUL}
            - paragraph: Reported once
            - list:
              - listitem: It calls people names.
            - 'button /^Keep: .+${DOUBTFUL}/'
            - 'button /^Hide: .+${DOUBTFUL}/'
    `);
    await pressNearby(queue.getByRole("button", { name: /^Hide: / }));
    await expect(queue.getByRole("heading")).toBeFocused();
    await pressNearby(
      room.getByRole("main").getByRole("button", { name: new RegExp(`^Show on projector: .+${FAIR}`, "u") }),
    );
    await expect(room.getByRole("region", { name: "Projector controls" })).toContainText(FAIR);
  });

  await test.step("the last vote, and the reveal, from one button that keeps the focus", async () => {
    await go("Open the last vote", "The last vote is open");
    await cast("after");
    await pressNearby(next(room, "Close the vote"));
    const ladder = room.getByRole("region", { name: "Steps of the reveal" });
    await expect(ladder).toMatchAriaSnapshot(`
      - region "Steps of the reveal":
        - paragraph: The class sees
        - paragraph: Voting is over
        - list:
          - listitem:
            - button "Voting is over" [disabled]
          - listitem:
            - 'button "The first vote: go there"'
    `);
    const button = next(room, /^(Show|Compare|Open)/u);
    for (;;) {
      await expect(button).toBeFocused();
      // While it works it says so in its name.
      await expect(button).not.toContainText("Working");
      const words = (await button.textContent()) ?? "";
      await room.keyboard.press("Enter");
      if (words === "Open the full results") break;
      await expect(button).not.toHaveText(words);
    }
    await expect(ladder.locator('[aria-current="step"]')).toHaveText(/Full results/u);
  });

  await test.step("opens the results and takes the data home", async () => {
    const opened = context.waitForEvent("page");
    await pressNearby(room.getByRole("link", { name: "Open the results page" }));
    const results = await opened;
    await expect(results.locator("body")).toMatchAriaSnapshot(`
      - banner
      - main:
        - article:
          - heading [level=1]
          - region "From before to after"
          - region "Key figures"
          - region "Take it home"
    `);
    await pressNearby(
      results.getByRole("heading", { name: "Download the data" }).locator("xpath=ancestor::summary"),
    );
    const downloaded = new Promise<Download>((resolve) => results.once("download", resolve));
    await pressNearby(results.getByRole("link", { name: "Ballots as CSV" }));
    expect((await downloaded).suggestedFilename()).toMatch(/ballots-no-names\.csv$/u);
  });

  await test.step("closes the session", async () => {
    await pressNearby(next(room, "Close the session"));
    await expect(room.getByRole("dialog")).toMatchAriaSnapshot(`
      - dialog "Close the session?":
        - heading "Close the session?" [level=2]
        - button "Close"
        - paragraph
        - button "Wait"
        - button "Close the session"
    `);
    await room.keyboard.press("Enter");
    await expect(room.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText(/closed/iu);
    await expect(room.locator(":focus")).not.toHaveCount(0);
  });
});

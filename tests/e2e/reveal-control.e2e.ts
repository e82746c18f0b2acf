import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, PHONE, plansOf, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";

const ARGUMENT = "Geography does not bargain: a border of four thousand kilometres stays where it is.";
/** [C2] Long enough to count. */
const WHY = "It showed me something about the border that I had never thought of before.";
const PLANS = plansOf([
  [4, 0, 0],
  [2, 3, 0],
  [2, 0, 1],
]);
const DESK = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;

/** A session with a staged reveal whose class has voted both times; one rebuttal and one paragraph moved people. */
async function votedClass({ guess = false } = {}) {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code, key } = await openSession(program, { stagedReveal: true, guess });
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

const ladder = (page: Page) => page.getByRole("region", { name: "Steps of the reveal" });
const isAt = (page: Page, step: string) =>
  expect(ladder(page).locator('[aria-current="step"]')).toHaveText(new RegExp(`\\d?${step}$`, "u"));
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const next = (page: Page, name: string) => page.getByRole("banner").getByRole("button", { name });
const back = (page: Page) => page.getByRole("banner").getByRole("button", { name: /^Back($| to “)/u });

/** Has a page's news wait while `hold` says so. */
async function withHeldNews(page: Page) {
  const held: (() => void)[] = [];
  const news = { isHeld: false, isLive: false };
  await page.routeWebSocket(/socket\.io/u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      // Socket.IO's answer to CONNECT: from now on everything comes this way.
      if (String(message).startsWith("40")) news.isLive = true;
      if (news.isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    isLive: () => news.isLive,
    hold() {
      news.isHeld = true;
    },
    release() {
      news.isHeld = false;
      for (const send of held.splice(0)) send();
    },
  };
}

test("[V14][V15] from a phone the host closes the vote, steps the reveal, goes back and jumps", async ({
  browser,
}) => {
  using lesson = await votedClass({ guess: true });
  const { code, students, host } = lesson;
  const phone = await lesson.open(browser, `/host/${code}`, PHONE);
  await next(phone, "Close the vote").click();
  await isAt(phone, "Votes are in");
  await expect(phone.getByRole("dialog")).toHaveCount(0);
  await expect(ladder(phone)).toContainText("No result yet");
  await check(phone, "reveal control covered phone");
  await expect(phone.getByText("Only you can see this yet")).toBeVisible();

  await test.step("the next step is in thumb's reach on small phones, too, and nothing is wider than the window", async () => {
    for (const [width, height] of [
      [320, 568],
      [360, 640],
      [390, 844],
    ] as const) {
      await phone.setViewportSize({ width, height });
      for (const control of [next(phone, "Let the class guess"), back(phone)])
        await expect(control).toBeInViewport({ ratio: 1 });
      const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await phone.evaluate(overhang)).toBe(0);
    }
  });

  await test.step("[V16] at the guess the host sees how many have guessed", async () => {
    await next(phone, "Let the class guess").click();
    await isAt(phone, "Guess the room");
    await students[0]?.send("guess:cast", { share: 40 });
    await students[1]?.send("guess:cast", { share: 60 });
    await expect(ladder(phone)).toContainText("2 of 12 have guessed");
    await check(phone, "reveal control guess phone");
  });

  await test.step("forward, back, and to any step", async () => {
    await next(phone, "Show the first vote").click();
    await isAt(phone, "The first vote");
    // [V16] The class guesses once: the step is left out on the way back.
    await back(phone).click();
    await isAt(phone, "Votes are in");
    await button(phone, "Go to “The verdict”").click();
    await isAt(phone, "The verdict");
    expect(await lesson.shows()).toBe("verdict");
    await button(phone, "Back to “Who moved”").last().click();
    await isAt(phone, "Who moved");
    await check(phone, "reveal control flow phone");
  });

  await test.step("at the end the session closes, after a question", async () => {
    await button(phone, "Go to “Full results”").click();
    await isAt(phone, "Full results");
    await expect(phone.getByText("Only you can see this yet")).toHaveCount(0);
    await back(phone).click();
    await isAt(phone, "What moved us");
    await expect(ladder(phone)).toContainText("The results page stays open.");
    await expect(phone.getByText("Only you can see this yet")).toHaveCount(0);
    await next(phone, "Open the full results").click();
    await isAt(phone, "Full results");
    await next(phone, "Close the session").click();
    await expect(phone.getByRole("dialog")).toContainText("Close the session?");
    await phone.getByRole("dialog").getByRole("button", { name: "Wait" }).click();
    expect((await host.sync()).session.phase).toBe("results");
  });
});

test("[V15] of two devices that step at once one is told, and neither skips a step", async ({ browser }) => {
  using lesson = await votedClass();
  const { code, host } = lesson;
  const room = await (await browser.newContext(DESK)).newPage();
  await room.context().addCookies(toCookies(lesson.cookie, lesson.url));
  const news = await withHeldNews(room);
  await room.goto(`${lesson.url}/host/${code}`);
  await moveTo(host, "results");
  await isAt(room, "Votes are in");
  await expect.poll(news.isLive).toBe(true);
  news.hold();
  const { version } = (await host.sync()).session;
  expect(await host.send("host:step", { step: "before", version })).toMatchObject({ ok: true });
  await next(room, "Show the first vote").click();
  // A second press while the first is not answered is none.
  await next(room, "Show the first vote").click();
  news.release();
  await expect(room.getByText("Another device was faster")).toBeVisible();
  await expect(room.getByText("The class now sees “The first vote”.")).toBeVisible();
  await isAt(room, "The first vote");
  await check(room, "reveal control stale");
  await next(room, "Show who moved").click();
  await isAt(room, "Who moved");
  await expect(room.getByText("Another device was faster")).toHaveCount(0);
});

test("[P9] in the control room a clicker steps the reveal without a question, and asks at its ends", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, host } = lesson;
  const room = await lesson.open(browser, `/host/${code}`);
  await moveTo(host, "results");
  await isAt(room, "Votes are in");
  const question = room.getByRole("dialog");
  const press = async (key: string, step: string) => {
    // A step that is not yet confirmed takes no second one.
    await expect(room.locator("[aria-busy=true]")).toHaveCount(0);
    await room.keyboard.press(key);
    await isAt(room, step);
    await expect(question).toHaveCount(0);
  };
  await press("PageDown", "The first vote");
  await press("ArrowRight", "Who moved");
  await press("PageUp", "The first vote");
  await press("n", "Who moved");
  await check(room, "reveal control flow");

  await test.step("a clicker goes on where a button of the reveal was pressed with the mouse", async () => {
    await next(room, "Show the verdict").click();
    await isAt(room, "The verdict");
    await press("PageDown", "Could it be chance\\?");
    await button(room, "Back to “Who moved”").click();
    await isAt(room, "Who moved");
    await press("PageDown", "The verdict");
  });

  await test.step("and where something was put on the projector, taken off, or blanked", async () => {
    const picks = room.getByRole("region", { name: "Show on the projector" });
    const wall = room.getByRole("region", { name: "Projector controls" });
    await picks.getByRole("button", { name: "Who moved" }).click();
    await expect(wall).toContainText("On the projector: Who moved");
    await press("PageDown", "Could it be chance\\?");
    await picks.getByRole("button", { name: "Who moved" }).click();
    await wall.getByRole("button", { name: "Take off" }).click();
    await expect(wall.getByRole("button", { name: "Take off" })).toHaveCount(0);
    await press("PageUp", "The verdict");
    await wall.getByRole("button", { name: "Blank projector" }).click();
    await expect(wall).toContainText("nothing (blank)");
    await press("PageUp", "Who moved");
    await press("PageDown", "The verdict");
  });

  await test.step("at both ends the keys ask, since they would move the class", async () => {
    await button(room, "Go to “Full results”").click();
    await isAt(room, "Full results");
    await room.keyboard.press("PageDown");
    await expect(question).toContainText("Close the session?");
    await room.keyboard.press("Escape");
    await button(room, "Back to “Votes are in”").click();
    await isAt(room, "Votes are in");
    await room.keyboard.press("PageUp");
    await expect(question).toContainText("Back to");
    await room.keyboard.press("Escape");
    expect((await host.sync()).session.phase).toBe("results");
  });

  await room.getByRole("button", { name: "Shortcuts" }).click();
  await expect(room.getByText("Show the next step of the reveal")).toBeVisible();
  await check(room, "reveal control shortcuts");
});

test("[V15] a clicker on the projector steps the reveal with the host's cookie, and does nothing without", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, key, host } = lesson;
  await moveTo(host, "results");
  const own = await lesson.open(browser, `/screen/${code}`);
  const asked: string[] = [];
  const linked = await lesson.open(browser, `/screen/${code}?key=${key}`, { isHost: false });
  linked.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const press = async (key: string, step: Step) => {
    await own.keyboard.press(key);
    await expect.poll(() => lesson.told.get(own)).toBe(step);
    expect(await lesson.shows()).toBe(step);
  };
  await press("PageDown", "before");
  await press("ArrowRight", "flow");
  await press("PageUp", "before");
  await press("ArrowLeft", "covered");

  for (const pressed of ["PageDown", "ArrowRight", "PageUp", "ArrowLeft"])
    await linked.keyboard.press(pressed);
  // Whatever they asked for would have been asked by now.
  await linked.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  expect(asked.filter((request) => request.endsWith("/step"))).toEqual([]);
  expect(await lesson.shows()).toBe("covered");

  await test.step("a press that is refused says so for a moment", async () => {
    await own.route("**/step", (route) =>
      route.fulfill({ status: 409, json: { error: { code: "stale", message: "" } } }),
    );
    await own.keyboard.press("PageDown");
    await expect(own.getByText("Another device was faster.")).toBeVisible();
    await check(own, "reveal control clicker refused");
    await expect(own.getByText("Another device was faster.")).toHaveCount(0);
    await own.unroute("**/step");
  });
});

test("[V12][V13] the host puts charts, paragraphs, rebuttals and thanks on the projector, and blanks it", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, host, argument } = lesson;
  const room = await lesson.open(browser, `/host/${code}`);
  await moveTo(host, "reading");
  const now = room.getByRole("region", { name: "Projector controls" });
  const onWall = async () => (await host.sync()).session.wall;
  const puts = async (wall: Snapshot["wall"], said: string) => {
    await expect(now).toContainText(said);
    expect(await onWall()).toEqual(wall);
  };

  await test.step("a paragraph while the class reads", async () => {
    await room.getByText("Show a paragraph on the projector").first().click();
    const paragraph = room.getByRole("main").getByRole("listitem").nth(1);
    await paragraph.getByRole("button", { name: "Show on projector: paragraph 2, For" }).click();
    await puts({ paragraph: { side: "for", n: 2 } }, "On the projector: paragraph 2, For");
    await check(room, "reveal control paragraph");
    await now.getByRole("button", { name: "Take off" }).click();
    await expect(now).toContainText("On the projector: Reading");
  });

  const picks = room.getByRole("region", { name: "Show on the projector" });
  await test.step("a picture only from its step on", async () => {
    await moveTo(host, "results");
    await isAt(room, "Votes are in");
    await expect(picks.getByRole("button")).toHaveText(["Thank you"]);
    await button(room, "Go to “Could it be chance?”").click();
    await expect(picks.getByRole("button")).toHaveText([
      "Who moved",
      "Each side’s swing",
      "Could it be chance?",
      "Thank you",
    ]);
    await picks.getByRole("button", { name: "Who moved" }).click();
    await puts({ chart: "flow" }, "On the projector: Who moved");
    await expect(picks.getByRole("button", { name: "Who moved" })).toHaveAttribute("aria-pressed", "true");
    await check(room, "reveal control chart");
    await picks.getByRole("button", { name: "Each side’s swing" }).click();
    await puts({ chart: "swing" }, "On the projector: Each side’s swing");
    await picks.getByRole("button", { name: "Each side’s swing" }).click();
    await expect(now).toContainText("On the projector: Could it be chance?");
    expect(await onWall()).toBeUndefined();
  });

  await test.step("a rebuttal and a paragraph that moved people, and thanks", async () => {
    await room.locator("summary", { hasText: "What moved us" }).click();
    const card = room.getByRole("main").getByRole("article").filter({ hasText: ARGUMENT }).last();
    await card.getByRole("button", { name: "Show on projector" }).click();
    await puts({ rebuttalId: argument.id }, ARGUMENT.slice(0, 20));
    await expect(card.getByRole("button", { name: "Take off" })).toBeVisible();
    await picks.getByRole("button", { name: "Thank you" }).click();
    await puts("thanks", "“Thank you”");
  });

  await test.step("blank hides it, and the next step ends that", async () => {
    await room.getByRole("button", { name: "Blank projector" }).click();
    await puts("blank", "nothing (blank)");
    await next(room, "Show what moved us").click();
    await isAt(room, "What moved us");
    expect(await onWall()).toBeUndefined();
  });
});

test("[A3][V14] an assistant sees where the reveal is and steps nothing; results come when they open", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { url, code, cookie, host } = lesson;
  const made = await fetch(`${url}/api/sessions/${code}/links/assistant`, {
    method: "POST",
    headers: { cookie, origin: url },
  });
  const link = (await made.json()) as { url: string };
  await moveTo(host, "results");
  const page = await lesson.open(browser, `/host/${code}?key=${keyIn(link.url)}`, { isHost: false });
  const refused: number[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) refused.push(response.status());
  });
  await whenInteractive(page);
  await isAt(page, "Votes are in");
  await expect(page.getByText("Results open when the instructor shows them")).toBeVisible();
  await expect(ladder(page).getByRole("button")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  const step = async (to: "flow" | "open") => {
    const { version } = (await host.sync()).session;
    return host.send("host:step", { step: to, version });
  };
  await step("flow");
  await isAt(page, "Who moved");
  await check(page, "reveal control assistant");
  await step("open");
  await expect(page.getByText("Results open when the instructor shows them")).toHaveCount(0);
  await expect(page.getByRole("main").locator("summary", { hasText: "All votes" })).toBeVisible();
  expect(refused).toEqual([]);
});

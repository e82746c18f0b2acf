import { expect, test } from "playwright/test";
import { check, toCookies } from "#tests/e2e/support/faces.ts";
import { withHeldNews } from "#tests/e2e/support/held-news.ts";
import { PHONE, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { back, button, DESK, isAt, ladder, next, votedClass } from "#tests/e2e/support/reveal-control.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";

test("[V14][V15] from a phone the host closes the vote, steps the reveal, goes back and jumps @long", async ({
  browser,
}) => {
  using lesson = await votedClass({ guess: {} });
  const { code, students, host } = lesson;
  const phone = await lesson.open(browser, `/host/${code}`, PHONE);
  // [B10] Who said something with the vote counts as writing for five seconds; after that closing asks nothing.
  const writing = () => host.heard.filter(({ name }) => name === "writing").at(-1)?.payload;
  await expect.poll(writing).toEqual({ count: 0 });
  await next(phone, "Close the vote").click();
  await isAt(phone, "Voting is over");
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
    await isAt(phone, "Voting is over");
    await button(phone, "The verdict: go there").click();
    await isAt(phone, "The verdict");
    expect(await lesson.shows()).toBe("verdict");
    await button(phone, "Who moved: go back").click();
    await isAt(phone, "Who moved");
    await check(phone, "reveal control flow phone");
  });

  await test.step("at the end the session closes, after a question", async () => {
    await button(phone, "Full results: go there").click();
    await isAt(phone, "Full results");
    await expect(phone.getByText("Only you can see this yet")).toHaveCount(0);
    await back(phone).click();
    await isAt(phone, "What people say moved them");
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

test("[V15] of two devices that step at once one is told, and neither skips a step @long", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, host } = lesson;
  const room = await (await browser.newContext(DESK)).newPage();
  await room.context().addCookies(toCookies(lesson.cookie, lesson.url));
  const news = await withHeldNews(room);
  await room.goto(`${lesson.url}/host/${code}`);
  await moveTo(host, "results");
  await isAt(room, "Voting is over");
  await expect.poll(news.isLive).toBe(true);
  news.hold();
  const { version } = (await host.sync()).session;
  expect(await host.send("host:step", { step: "before", version })).toMatchObject({ ok: true });
  // A second press while the first is not answered is none.
  await next(room, "Show the first vote").dblclick();
  news.release();
  await expect(room.getByText("Another device was faster")).toBeVisible();
  await expect(room.getByText("The class now sees “The first vote”.")).toBeVisible();
  await isAt(room, "The first vote");
  await check(room, "reveal control stale");
  await next(room, "Show who moved").click();
  await isAt(room, "Who moved");
  await expect(room.getByText("Another device was faster")).toHaveCount(0);
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
  await isAt(page, "Voting is over");
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

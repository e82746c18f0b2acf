import { type Browser, expect, type Page, test } from "playwright/test";
import type { Choice } from "#debate/rules/choices.ts";
import type { Step } from "#debate/rules/steps.ts";
import { collectBytes } from "#tests/e2e/support/bytes.ts";
import { check, openFaces, pressOn } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, plansOf, vote } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { keyIn, postJson, signIn } from "#tests/support/requests.ts";

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
const WORDS = "Geography does not bargain: a border of four thousand kilometers stays where it is.";
const WHY = "It gave me a reason that I had not thought of before, and I looked it up.";
const QUESTION = "What percentage of the last votes are For?";

/** A class of thirty whose votes are in: two on phones, from Against to For and twice Undecided; the others on sockets. */
async function votesIn(browser: Browser) {
  const program = await sharedProgram();
  const cookie = await signIn(program.url);
  const settings = { reveal: "staged", activities: { guess: {} } };
  const opened = await postJson(
    `${program.url}/api/sessions`,
    { debateId: "japan-russia-card", settings },
    cookie,
  );
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const key = keyIn(urls.screen);
  const { wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["wall"]);
  const onWall = collectBytes(wall);
  await wall.reload();

  const plans = plansOf(PLANNED);
  const [ada, ben] = [take(plans, "against", "for"), take(plans, "undecided", "undecided")] as const;
  const phones = await Promise.all(
    [ada, ben].map(async () => joinByPhone(program.url, code, await browser.newContext(PHONE))),
  );
  const [adas, bens] = phones as [Page, Page];
  const students = await Promise.all(plans.map(() => joinBySocket(program.url, code)));
  const point = rebuttal({ body: WORDS, quote: { side: "against", n: 1, exact: "Put the idea aside." } });

  await moveTo(host, "before");
  await cast("before");
  await moveTo(host, "rebuttal");
  expect(await (students[0] as Client).send("rebuttal:post", point)).toMatchObject({ ok: true });
  await moveTo(host, "after");
  await cast("after");
  return {
    ...{ program, code, key, cookie, host, wall, onWall, adas, bens, students },
    async shows(step: Step) {
      const { version } = (await host.sync()).session;
      expect(await host.send("host:step", { step, version })).toMatchObject({ ok: true });
    },
    [Symbol.dispose]() {
      for (const client of [host, ...students]) client.close();
    },
  };

  async function cast(round: "before" | "after") {
    await vote(adas, ada[round]);
    await vote(bens, ben[round]);
    await Promise.all(
      students.map((student, at) => {
        const plan = plans[at] as (typeof plans)[number];
        // Whoever came to For names the rebuttal, whoever left a side a paragraph.
        const named =
          plan.after === "for" ? { rebuttalId: point.id } : { paragraph: { side: "against" as const, n: 1 } };
        const credit = { ...named, without: plan.before, why: WHY };
        const moved = round === "after" && plan.before !== plan.after && at > 0;
        return student.send("ballot:cast", { round, choice: plan[round], seq: 1, ...(moved && { credit }) });
      }),
    );
  }
}

function take(plans: { before: Choice; after: Choice }[], before: Choice, after: Choice) {
  const at = plans.findIndex((plan) => plan.before === before && plan.after === after);
  return plans.splice(at, 1)[0] as (typeof plans)[number];
}

/** [F4] How far the page is wider than its window with text of that size. */
const overhangWithText = (page: Page, size: string) =>
  page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  }, size);

const say = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();

test("[V14] [V16] a class of thirty is shown its votes step by step, on the wall and on phones @long", async ({
  browser,
}) => {
  using lesson = await votesIn(browser);
  const { host, wall, adas, bens, students, shows, program, code } = lesson;
  const heard = collectBytes(bens);

  await test.step("covered: votes are in, and everyone looks up", async () => {
    await moveTo(host, "results");
    await say(wall, "Voting is over");
    await say(wall, "30 people voted.");
    await say(adas, "Look up at the screen. Each step also appears here.");
    const votes = adas.getByRole("region", { name: "Your votes" });
    await expect(votes).toContainText(/Before.*Against.*After.*For/su);
    await check(wall, "reveal covered wall");
    await check(adas, "reveal covered phone");
  });

  await test.step("guess: with the slider or a number, changed, kept offline, and there again after a reload", async () => {
    await shows("guess");
    await say(wall, QUESTION);
    await say(wall, "of 30");
    await pressOn(adas.getByRole("slider"), "ArrowRight");
    await expect(adas.getByLabel("Your guess, in percent")).toHaveValue("55");
    await adas.getByRole("button", { name: "One percent less" }).click();
    // [F2] The button keeps the focus, so the number is said.
    await expect(adas.locator("[aria-live=polite]").getByText("54%", { exact: true })).toBeAttached();
    await adas.getByRole("button", { name: "Send my guess" }).click();
    await say(adas, "Sent. You can change it until the reveal goes on.");
    await say(adas, "Your guess: 54%");
    await adas.getByLabel("Your guess, in percent").fill("101");
    await adas.getByRole("button", { name: "Change my guess" }).click();
    await say(adas, "A whole number from 0 to 100.");
    await adas.getByLabel("Your guess, in percent").fill("60");
    await adas.getByRole("button", { name: "Change my guess" }).click();
    await say(adas, "Your guess: 60%");
    await check(adas, "reveal guess phone");
    // In one row also at 320 px, less a scrollbar.
    const size = adas.viewportSize();
    await adas.setViewportSize({ width: 305, height: 568 });
    const less = await adas.getByRole("button", { name: "One percent less" }).boundingBox();
    const share = await adas.getByLabel("Your guess, in percent").boundingBox();
    expect((share?.y ?? 0) + (share?.height ?? 0)).toBeGreaterThan(less?.y ?? 999);
    if (size) await adas.setViewportSize(size);
    expect(await overhangWithText(adas, "200%")).toBeLessThanOrEqual(0);
    await adas.reload();
    await say(adas, "Your guess: 60%");
    await say(adas, "Sent. You can change it until the reveal goes on.");

    await bens.context().setOffline(true);
    await bens.getByRole("button", { name: "Send my guess" }).click();
    await say(bens, "Waiting for a connection. Your guess is kept on this phone.");
    await bens.context().setOffline(false);
    await expect(bens.getByText("Sent. You can change it")).toBeVisible({ timeout: 30_000 });
    for (const [at, student] of students.slice(0, 20).entries())
      await student.send("guess:cast", { share: 30 + 2 * at });
    await expect(wall.getByRole("img", { name: "22 of 30 have guessed" })).toBeVisible();
    await check(wall, "reveal guess wall");
  });

  await test.step("until here no phone has heard anything of the votes", async () => {
    for (const body of await heard.all()) expect(body).not.toMatch(/matrix|headline|"before":\{"for"|truth/u);
  });

  await test.step("before: the first bar, and where I was", async () => {
    await shows("before");
    await say(
      wall,
      "Before the debate, 9 of the 30 who voted both times were For, 13 Against and 8 undecided.",
    );
    await say(adas, /You were\s+Against/u);
    for (const page of [wall, adas]) await expect(page.getByText("53%")).toHaveCount(0);
    await check(wall, "reveal before wall");
    await check(adas, "reveal before phone");
  });

  await test.step("a reader in another view is told, and keeps the place and the focus", async () => {
    await bens.getByRole("tab", { name: "Read" }).click();
    await bens.evaluate(() => window.scrollTo(0, 700));
    const place = await bens.evaluate(() => window.scrollY);
    expect(place).toBeGreaterThan(100);
    const focused = await bens.evaluate(() => document.activeElement?.textContent);
    await shows("flow");
    await expect(bens.getByText("New in Result: Who moved")).toBeAttached();
    expect(await bens.evaluate(() => [window.scrollY, document.activeElement?.textContent])).toEqual([
      place,
      focused,
    ]);
    await bens.getByRole("tab", { name: "Result" }).click();
  });

  await test.step("flow: who moved, my own way in it, the guesses; and a table for those who do not see", async () => {
    await say(wall, "13 of the 30 who voted both times changed their answer.");
    await say(wall, /22 guesses, \d\d% on average/u);
    await expect(wall.getByRole("table", { name: /People by their answer/u })).toBeAttached();
    await say(adas, /You moved from\s+Against\s+to\s+For/u);
    await say(adas, "3 others did the same.");
    await say(adas, "You guessed 60%.");
    await expect(adas.locator("[data-stream=against-for]").first()).toHaveClass(/stroke-ink/u);
    await expect(bens.getByText(/You stayed with\s+Undecided/u)).toBeVisible();
    await check(wall, "reveal flow wall");
    await check(adas, "reveal flow phone");
  });

  await test.step("with less motion nothing moves", async () => {
    const durations = () =>
      document.getAnimations().map((each) => Number(each.effect?.getComputedTiming().activeDuration));
    for (const duration of await wall.evaluate(durations)) expect(duration).toBeLessThan(1);
    // The share that was guessed, and on phones what the flow says in words, come after the streams that lead there.
    for (const [page, told] of [
      [wall, ["22 guesses"]],
      [adas, ["For went from 9 to 16", "You guessed 60%"]],
    ] as const) {
      await page.emulateMedia({ reducedMotion: "no-preference" });
      await page.reload();
      await say(page, told[0]);
      const [longest = 0, ...ends] = await page.evaluate((all) => {
        const moving = document
          .getAnimations()
          .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? [effect] : []));
        return ["", ...all].map((words) =>
          Math.max(
            ...moving
              .filter(({ target }) => target?.textContent?.includes(words))
              .map((each) => Number(each.getComputedTiming().endTime)),
          ),
        );
      }, told);
      expect(longest).toBeGreaterThan(1_000);
      for (const end of ends) expect(end).toBe(longest);
      await page.emulateMedia({ reducedMotion: "reduce" });
    }
  });

  const late = await test.step("a phone that joins now comes in at this step", async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(`${program.url}/s/${code}`);
    await page.getByRole("button", { name: "Join" }).click();
    await say(page, "You didn’t vote before the debate or after it.");
    await expect(page.getByText("16 · 53%").first()).toBeVisible();
    await expect(page.getByText("a hint and not proof")).toHaveCount(0);
    return page;
  });

  await test.step("verdict: the headline, everywhere", async () => {
    await shows("verdict");
    for (const page of [wall, adas, bens, late]) await say(page, "For is ahead, a hint and not proof.");
    await say(wall, /^From 9 to 16 of the 30 who voted twice/u);
    await check(wall, "reveal verdict wall");
    await check(adas, "reveal verdict phone");
    const asked = await fetch(`${program.url}/api/sessions/${code}/results`);
    expect(asked.status).toBe(403);
  });

  await test.step("[E3] verdict: in Japanese for those who read Japanese", async () => {
    const read = async (language: string) => {
      for (const page of [wall, bens]) {
        await page.context().addCookies([{ name: "language", value: language, url: program.url }]);
        await page.reload();
        await expect(page.locator("html")).toHaveAttribute("lang", language);
      }
    };
    await read("ja");
    for (const page of [wall, bens]) {
      await say(page, "賛成がリードしていますが、確かな差とまでは言えません。");
      await say(page, /^両方に投票した30人のうち、賛成は9人から16人に/u);
      await expect(page.getByText("For is ahead")).toHaveCount(0);
    }
    const [kicker, headline] = [wall.getByText("判定", { exact: true }), wall.getByText("賛成がリード")];
    const [above, below] = [await kicker.boundingBox(), await headline.last().boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    await check(wall, "reveal verdict wall Japanese");
    await check(bens, "reveal verdict phone Japanese");
    await read("en");
  });

  await test.step("chance: a hundred classes that tossed coins", async () => {
    await shows("chance");
    for (const page of [wall, adas]) {
      await say(page, "Suppose the debate pushed nobody and every mover tossed one coin.");
      await say(page, "Of 100 such classes, about 9 would split as unevenly as yours or more.");
      // [V36] The wall has a second drawing for phones.
      await expect(page.locator("circle.stroke-ink.fill-ink:visible")).toHaveCount(9);
      await expect(page.locator("circle.stroke-line-strong:visible")).toHaveCount(91);
    }
    await check(wall, "reveal chance wall");
    await check(adas, "reveal chance phone");
  });

  await test.step("[V12] moved: on the wall what moved people without a student's words, on phones with them", async () => {
    await shows("moved");
    await say(wall, "The words are on your phone.");
    await expect(wall.getByText(/Answers .*Trenin.*, paragraph 1/u)).toBeVisible();
    await say(adas, WORDS);
    await say(adas, "You named nothing that moved you.");
    await check(wall, "reveal moved wall");
    await check(adas, "reveal moved phone");
    for (const body of await lesson.onWall.all()) expect(body).not.toContain("Geography does not bargain");
  });

  await test.step("open: all of it, and the way to the full results", async () => {
    await shows("open");
    await say(wall, new RegExp(`/results/${code}`, "u"));
    await check(wall, "reveal open wall");
    await check(adas, "reveal open phone");
    await adas.getByRole("link", { name: "See the whole result" }).click();
    await expect(adas.getByRole("heading", { level: 1 })).toContainText("For is ahead");
  });

  await test.step("back works, and shows the same", async () => {
    await shows("before");
    await say(wall, "Before the debate, 9 of the 30 who voted both times were For");
    await say(bens, /You were\s+Undecided/u);
    await shows("open");
  });

  await test.step("[V12] the host puts paragraphs, pictures and thanks on the wall, and takes them off", async () => {
    const puts = async (show: object | "thanks" | null) =>
      expect(await host.send("host:wall", { show } as never)).toMatchObject({ ok: true });
    await puts({ paragraph: { side: "for", n: 2 } });
    await say(wall, /Hyodo.*, paragraph 2/u);
    await check(wall, "reveal put paragraph");
    for (const [chart, words] of [
      ["flow", "13 of the 30 who voted both times changed their answer."],
      ["swing", "How far each side moved"],
      ["chance", "Of 100 such classes"],
      ["guess", "What you guessed"],
    ] as const) {
      await puts({ chart });
      await say(wall, words);
      await check(wall, `reveal put ${chart}`);
    }
    await puts("thanks");
    await say(wall, "Thank you");
    await check(wall, "reveal put thanks");
    await puts(null);
    await say(wall, "The full results:");
  });
});

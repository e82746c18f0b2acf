import { expect, type Locator, type Page } from "playwright/test";
import { openFaces, openHosted, pressOn, toCookies, unfoldSession } from "#tests/e2e/support/faces.ts";
import { faultsOfTabStops, tabTo } from "#tests/e2e/support/keyboard.ts";
import { joinBySocket, plansOf } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

const PLANS = plansOf([
  [3, 0, 0],
  [2, 3, 0],
  [1, 0, 1],
]);
const WORDS = [
  "Geography does not bargain.",
  "Maps are drawn by people.",
  "Trade goes the other way.",
] as const;

/** A session with a staged reveal, whose first three students wrote something. */
async function openClass() {
  const { url, program, cookie, code, key, host } = await openHosted({ reveal: "staged" });
  const students = await Promise.all(PLANS.map(() => joinBySocket(url, code)));
  const cast = (round: "before" | "after") =>
    Promise.all(
      students.map((student, seat) =>
        student.send("ballot:cast", ballot(PLANS[seat]?.[round] ?? "undecided", round)),
      ),
    );
  await moveTo(host, "before");
  await cast("before");
  await moveTo(host, "rebuttal");
  for (const [seat, body] of WORDS.entries()) await students[seat]?.send("rebuttal:post", rebuttal({ body }));
  return { program, url, cookie, code, key, host, cast };
}

const focused = (page: Page) => page.locator(":focus");
const named = (within: Page | Locator, name: RegExp | string) => within.getByRole("button", { name });
const notices = (page: Page) => page.getByRole("region", { name: "Notifications (F8)" });

test("[F10, F11, F13] toasts hold no focus and cover none, and what is deleted passes it on to the next", async ({
  browser,
}) => {
  const lesson = await openClass();
  const { program } = lesson;
  const { host: room } = await openFaces(browser, program, lesson, ["host"]);
  const main = room.getByRole("main");
  await named(main, "Unanswered").click();

  await test.step("buttons of a list have names that tell them apart", async () => {
    for (const what of ["Hide", "Show on projector", "Delete permanently"]) {
      const names = await named(main, new RegExp(`^${what}: .+, .+`, "u")).evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute("aria-label")),
      );
      expect(new Set(names).size, what).toBe(WORDS.length);
    }
  });

  await test.step("a hidden or deleted rebuttal passes the focus on to the same button of the next", async () => {
    await pressOn(named(main, /^Hide: /u).first(), "Enter");
    await expect(main.getByRole("listitem")).toHaveCount(WORDS.length - 1);
    await expect(focused(room)).toHaveAccessibleName(/^Hide: /u);
    await pressOn(named(main, /^Delete permanently: /u).first(), "Enter");
    await pressOn(named(room.getByRole("dialog"), "Delete permanently"), "Enter");
    await expect(main.getByRole("listitem")).toHaveCount(WORDS.length - 2);
    await expect(focused(room)).toHaveAccessibleName(/^Delete permanently: /u);
    await pressOn(named(main, /^Hide: /u).first(), "Enter");
    await expect(main.getByRole("listitem")).toHaveCount(0);
    await expect(focused(room)).toHaveText("Rebuttals");
  });

  await test.step("a removed or deleted person passes it on, too, and so does an undone line of the log", async () => {
    const people = room.getByRole("region", { name: "People" });
    await pressOn(named(people, /^Remove /u).nth(1), "Enter");
    await pressOn(named(room.getByRole("dialog"), "Remove"), "Enter");
    await expect(people.getByRole("listitem")).toHaveCount(PLANS.length - 1);
    await expect(focused(room)).toHaveAccessibleName(/^Remove /u);
    await pressOn(named(people, /^Remove /u).first(), "Enter");
    await pressOn(named(room.getByRole("dialog"), "Delete data instead"), "Enter");
    await pressOn(named(room.getByRole("dialog"), "Delete everything"), "Enter");
    await expect(people.getByRole("listitem")).toHaveCount(PLANS.length - 2);
    await expect(focused(room)).toHaveAccessibleName(/^Remove /u);
    await unfoldSession(room);
    const undo = named(room.getByRole("region", { name: "Log" }), /^Undo: /u);
    const count = await undo.count();
    await pressOn(undo.first(), "Enter");
    await expect(undo).toHaveCount(count - 1);
    await expect(focused(room)).toHaveAccessibleName(/^Undo: /u);
  });

  await test.step("Tab goes on from the last button of the page through the toasts and past them", async () => {
    // Those of the steps before may have gone meanwhile.
    await pressOn(room.getByRole("switch", { name: "Approve first" }), "Space");
    await expect(notices(room)).toBeVisible();
    // Base UI's own key would send Tab back to here.
    await room.keyboard.press("F6");
    const last = named(room, "Delete this session");
    await last.focus();
    await room.keyboard.press("Tab");
    await expect(notices(room).locator(":focus")).toHaveCount(1);
    await tabTo(room.getByRole("link", { name: "Resolved: your sessions" }), 20);
  });

  await test.step("F8 leads to the newest toast; closing the last leads back", async () => {
    const copy = room.getByRole("button", { name: "Copy link", exact: true });
    await tabTo(copy);
    await room.keyboard.press("Enter");
    await expect(
      notices(room)
        .getByText(/Link copied|Can’t copy/u)
        .first(),
    ).toBeVisible();
    const toasts = notices(room).getByRole("listitem");
    await room.keyboard.press("F8");
    await expect(toasts.first().locator(":focus")).toHaveCount(1);
    await expect(toasts.first()).toContainText(/Link copied|Can’t copy/u);
    for (let left = await toasts.count(); left > 0; left -= 1) {
      await expect(toasts).toHaveCount(left);
      await room.keyboard.press("Escape");
    }
    await expect(copy).toBeFocused();
  });

  await test.step("no toast covers what has the focus, and nothing else does, also on a small window", async () => {
    for (const size of [
      { width: 1280, height: 800 },
      { width: 320, height: 256 },
    ]) {
      await room.setViewportSize(size);
      await pressOn(room.getByRole("button", { name: "Copy link", exact: true }), "Enter");
      await expect(notices(room)).toBeVisible();
      expect(await faultsOfTabStops(room), JSON.stringify(size)).toEqual([]);
    }
  });
});

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** What sticks out of the page or of its own button, heading or label: a line each. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>(
      "button, a, h1, h2, h3, label, legend, th, td",
    )) {
      if (element.closest("[inert], .sr-only, [aria-hidden=true]") || element.clientWidth === 0) continue;
      if (getComputedStyle(element).textOverflow === "ellipsis" || element.querySelector(".truncate"))
        continue;
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible")
        found.push(`cut off: ${element.textContent.slice(0, 60)}`);
      const { left, right } = element.getBoundingClientRect();
      const isInScroller = element.closest("[tabindex='0']") !== null;
      if (!isInScroller && (left < -1 || right > clientWidth + 1) && right > 0)
        found.push(`beyond the edge: ${element.textContent.slice(0, 60) || element.outerHTML}`);
    }
    return found;
  });

test("[F12, F14, F15] host, results, dashboard and wall: landmarks, forced colors, print, 320 px with text spacing", async ({
  browser,
}) => {
  const lesson = await openClass();
  const { program, url, cookie, code, host, cast } = lesson;
  const { host: room, results } = await openFaces(browser, program, lesson, ["host", "results"]);
  await results.context().addCookies(toCookies(cookie, url));

  await test.step("the control room is read in the order in which it is seen", async () => {
    const landmarks = await room
      .locator("header, main, aside, nav, section[aria-labelledby]")
      .evaluateAll((all) =>
        all
          .filter((each) => !each.closest("[inert], [data-toasts], main *, section > header"))
          .map(
            (each) =>
              each.getAttribute("aria-label") ??
              document.getElementById(each.getAttribute("aria-labelledby") ?? "")?.textContent ??
              each.tagName,
          ),
      );
    expect(landmarks.slice(0, 5)).toEqual([
      "HEADER",
      "Phases of this session",
      "Needs attention",
      "MAIN",
      "People",
    ]);
  });

  const narrow = async (page: Page, where: string) => {
    for (const size of [
      { width: 320, height: 568 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(size);
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACING);
      await expect.poll(() => cutOff(page), `${where} ${JSON.stringify(size)}`).toEqual([]);
    }
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  };

  await test.step("at 320 px, with the spacing of WCAG 1.4.12, the control room is whole", async () => {
    await narrow(room, "rebuttals");
    await moveTo(host, "after");
    await cast("after");
    await expect(named(room, "Close the vote").first()).toBeVisible();
    await narrow(room, "vote");
    await moveTo(host, "results");
    await expect(room.getByRole("region", { name: "Steps of the reveal" })).toBeVisible();
    await narrow(room, "results");
  });

  await test.step("a step of the reveal keeps the focus when it is pressed", async () => {
    await room.setViewportSize({ width: 1280, height: 800 });
    const rung = named(room, "Who moved: go there");
    await pressOn(rung, "Enter");
    await expect(room.locator('li[aria-current="step"]').last()).toHaveText(/Who moved/u);
    await expect(focused(room)).toHaveText(/Who moved/u);
    for (const step of ["verdict", "open"] as const) {
      const { session } = await host.sync();
      await host.send("host:step", { step, version: session.version });
    }
  });

  await test.step("in forced colors the chosen stands out, and bars of votes are drawn", async () => {
    await room.emulateMedia({ forcedColors: "active" });
    const people = room.getByRole("region", { name: "People" });
    const looks = await people
      .getByRole("group")
      .getByRole("button")
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
    expect(new Set(looks).size).toBe(2);
    const rungs = await room
      .getByRole("region", { name: "Steps of the reveal" })
      .locator("li > *")
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
    expect(new Set(rungs).size).toBe(2);
    await room.emulateMedia({ forcedColors: "none" });
  });

  await test.step("on paper no mark of a side counts on a background", async () => {
    await results.reload();
    await results.emulateMedia({ media: "print" });
    const empty = await results.locator("main").evaluate((main) =>
      [...main.querySelectorAll<HTMLElement>("*")]
        .filter((each) => {
          const before = getComputedStyle(each, "::before");
          const isMark = before.content !== "none" && before.display !== "none";
          const style = isMark ? before : getComputedStyle(each);
          const isPainted =
            style.backgroundImage !== "none" || !/^rgba\(.*, 0\)$|transparent/u.test(style.backgroundColor);
          const hasBorder =
            Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderTopWidth) > 0;
          return (
            isPainted &&
            !hasBorder &&
            (isMark || (each.children.length === 0 && !each.textContent)) &&
            each.checkVisibility()
          );
        })
        .map((each) => each.outerHTML.slice(0, 150)),
    );
    expect(empty).toEqual([]);
    const onScreen = results.locator("[data-screen-only]");
    expect(await onScreen.count()).toBeGreaterThan(0);
    for (const part of await onScreen.all()) await expect(part).toBeHidden();
    await results.emulateMedia({ media: "screen" });
  });

  await test.step("results and dashboard are whole at 320 px", async () => {
    await narrow(results, "results page");
    await results.goto(`${url}/dashboard`);
    await narrow(results, "dashboard");
    await results.goto(`${url}/compare?codes=${code}`);
    await narrow(results, "comparison");
  });
});

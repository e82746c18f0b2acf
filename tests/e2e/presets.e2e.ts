import { expect, type Page, test } from "playwright/test";
import { nextStep } from "#app/host/next-step.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Results } from "#debate/counting/results.ts";
import { PRESETS, planOf } from "#debate/rules/presets.ts";
import {
  type Lesson,
  MOVED,
  openForm,
  openLesson,
  pair,
  readBoth,
  said,
  together,
  voteAll,
} from "#tests/e2e/support/class-of-twelve.ts";
import { check } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: messages, ja: japanese } = ALL_WORDS;

const { next, reveal } = messages.host;
const { presets } = messages.instructor.opening;

/** Moves the class by the control room's one button. */
async function moveOn({ host, remote, settings }: Lesson, to: string): Promise<void> {
  const { session } = await remote.sync();
  const step = nextStep(session, settings);
  if (!step) throw new Error("no next step");
  const name = next[step.words];
  await host.getByRole("button", { name, exact: true }).first().click();
  if (step.doubt) await host.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await remote.sees(({ phase }) => phase === to);
}

/** The minutes that the control room proposes for the timer of this phase. */
async function plannedMinutes(host: Page): Promise<number> {
  await host.getByRole("button", { name: "Timer", exact: true }).click();
  const words = await host.getByRole("button", { name: /as planned$/u }).textContent();
  await host.keyboard.press("Escape");
  return Number(/\d+/u.exec(words ?? "")?.[0]);
}

/** The first writes a rebuttal, and the others find it persuasive. */
async function argue(lesson: Lesson): Promise<void> {
  const words = "A card that is never played is still a card.";
  let written = () => {};
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  await together(
    lesson,
    async (phone, _, index) => {
      if (index > 0) {
        await phone.getByRole("button", { name: "This is persuasive" }).first().click();
        return phone.getByRole("button", { name: /^This is persuasive/u, pressed: true }).waitFor();
      }
      await phone.getByRole("button", { name: "Write a rebuttal" }).first().click();
      await phone.getByLabel("Your argument").fill(words);
      await phone.getByRole("button", { name: "Send", exact: true }).click();
      await lesson.host.getByText(words).first().waitFor();
      written();
    },
    async (client) => {
      await isWritten;
      const { rebuttals } = await client.sync();
      const [{ id = "" } = {}] = rebuttals ?? [];
      await said(client.send("rebuttal:endorse", { rebuttalId: id, on: true }));
    },
  );
  await lesson.remote.hearsRebuttals(({ changed }) =>
    changed.some(({ endorsements }) => endorsements === 11),
  );
}

/** [P18] Each writes, and each who has a side rates one. All have browsers. */
async function argueTheOtherSide(lesson: Lesson): Promise<void> {
  const { host, remote } = lesson;
  const none = () => Promise.reject(new Error("by phone only"));
  await together(
    lesson,
    async (phone, { after }, index) => {
      if (after === "undecided") await phone.getByRole("radio", { name: "For", exact: true }).check();
      await phone.getByLabel(/^The best argument/u).fill(`What ${index} takes to be the best argument.`);
      await phone.getByRole("button", { name: "Send", exact: true }).click();
      await phone.getByRole("button", { name: "Rewrite it" }).waitFor();
    },
    none,
  );
  await expect(host.getByText("12 of 12 have written").first()).toBeVisible();
  await together(
    lesson,
    async (phone, { after }) => {
      if (after === "undecided") return;
      await phone.getByRole("button", { name: "Get one to rate" }).click();
      await phone.getByRole("radio", { name: "Fair", exact: true }).check();
      await phone.getByRole("button", { name: "Send", exact: true }).click();
      await phone.getByText("You said: Fair").first().waitFor();
    },
    none,
  );
  await remote.sees(({ steelman }) => steelman?.rated === 11);
  await expect(host.getByText("11 ratings", { exact: true }).first()).toBeVisible();
  // [P19] Eleven answers reach at least six writers: no text has more than two.
  const unrated = () =>
    together(lesson, (phone) => phone.getByText("No one has rated it yet.").count(), none);
  await expect
    .poll(async () => (await unrated()).reduce((sum, count) => sum + count, 0))
    .toBeLessThanOrEqual(6);
}

/** The other phases are in screens.e2e.ts. */
async function checkBoth({ host, students }: Lesson, where: string): Promise<void> {
  await check(host, `presets/host ${where}`, { isBoth: true });
  const [first] = students.flatMap((student) => ("phone" in student ? [student.phone] : []));
  if (first) await check(first, `presets/phone ${where}`, { isBoth: true });
}

async function revealAll(lesson: Lesson): Promise<void> {
  const { host, settings } = lesson;
  const press = (step: keyof typeof reveal.show) =>
    host.getByRole("button", { name: reveal.show[step], exact: true }).first().click();
  if (settings.activities.guess) {
    await press("guess");
    await together(
      lesson,
      async (phone) => {
        await phone.getByLabel("Your guess, in percent").fill("40");
        await phone.getByRole("button", { name: "Send my guess" }).click();
      },
      async (client) => {
        await client.sees(({ step }) => step === "guess");
        await said(client.send("guess:cast", { share: 40 }));
      },
    );
    await expect(host.getByText("12 of 12 have guessed").first()).toBeVisible();
  }
  // Four moved [S9], and no one says what moved them: these steps are left out.
  for (const step of ["before", "flow", "verdict", "open"] as const) await press(step);
  await together(
    lesson,
    (phone) =>
      phone
        .getByText(/Four of 12 changed their answer/u)
        .first()
        .waitFor(),
    async (client) => void (await client.sees(({ step }) => step === "open")),
  );
}

async function writeTickets(lesson: Lesson): Promise<void> {
  const doubt = "Whether it lasts.";
  await together(
    lesson,
    async (phone) => {
      await phone.getByLabel("What do you still doubt?").fill(doubt);
      await phone.getByText("Saved", { exact: true }).filter({ visible: true }).first().waitFor();
    },
    (client) => said(client.send("exit:write", { doubt })),
  );
  await expect(lesson.host.getByText("Exit tickets: 12 of 12")).toBeVisible();
}

test("[H10, H11] the form says what a preset has and leaves out, that it was changed, and why something can't be chosen @long", async ({
  browser,
}) => {
  const { url, form, host } = await openForm(browser);
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await expect(form.getByRole("radio", { name: "Quick" })).toBeChecked();
  await expect(
    form.getByText(/^20 minutes: Joining.2.· Vote.1.· Reading.6.· Rebuttals.7.· Vote.1.· Results.3$/u),
  ).toBeVisible();
  await form.getByRole("radio", { name: "Seminar" }).click();
  await form.getByText("More settings", { exact: true }).click();
  await form.getByRole("radio", { name: "Anonymous" }).click();
  const leftOut = form.getByText(
    /^Left out, .*: Pairs across the divide, The other side’s best argument\. /u,
  );
  await expect(leftOut).toBeVisible();
  await expect(form.getByText(/^90 minutes: .*Rebuttals.40/u)).toBeVisible();
  await expect(field("Pairs across the divide")).toBeDisabled();
  await expect(form.getByText("who talks with whom would reveal votes")).toBeVisible();
  await expect(form.getByRole("switch", { name: "The other side’s best argument" })).toBeDisabled();
  await check(host, "presets/anonymous", { isBoth: true });

  await form.getByRole("radio", { name: "Pseudonym" }).click();
  await expect(leftOut).toBeHidden();
  await expect(field("Pairs across the divide")).toBeChecked();
  await field("When").selectOption("instead");
  await expect(form.getByText("Seminar, changed.")).toBeVisible();
  const queue = form.getByRole("switch", { name: "Queue to speak" });
  await expect(queue).toBeDisabled();
  await expect(queue).not.toBeChecked();
  await expect(field("Sentence starters and self-check")).toBeDisabled();
  await check(host, "presets/changed");
  await form.getByRole("button", { name: "Back to Seminar" }).click();
  await expect(form.getByText("Seminar, changed.")).toBeHidden();
  await expect(queue).toBeChecked();
  await form.getByRole("button", { name: "Open session" }).click();
  await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);

  // What was opened last is proposed again, as the preset that it is.
  await host.goto(`${url}/debates/japan-russia-card`);
  await host.getByRole("button", { name: "Open a session" }).first().click();
  await expect(form.getByRole("radio", { name: "Seminar" })).toBeChecked();

  // [F1] What went wrong is in sight of someone who has scrolled down, and gone when the form opens anew.
  await form.getByText("More settings", { exact: true }).click();
  await form.getByRole("heading", { name: "Try it first" }).scrollIntoViewIfNeeded();
  await host.context().setOffline(true);
  await form.getByRole("button", { name: "Open session" }).click();
  await expect(form.getByRole("alert")).toBeInViewport({ ratio: 1 });
  await host.context().setOffline(false);
  await host.keyboard.press("Escape");
  await host.getByRole("button", { name: "Open a session" }).first().click();
  await expect(form.getByRole("radio", { name: "Seminar" })).toBeChecked();
  await expect(form.getByRole("alert")).toHaveCount(0);
});

test("[H7, Y4] the form keeps what was entered until Not now, and the questions for the next debate that has some @long", async ({
  browser,
}) => {
  const { url, host, form } = await openForm(browser);
  const open = () => host.getByRole("button", { name: "Open a session" }).first().click();
  const name = form.getByLabel("Name of this session");
  await name.fill("Period 3");
  await host.mouse.click(4, 4);
  await expect(form).toBeHidden();
  await open();
  await expect(name).toHaveValue("Period 3");
  await host.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await open();
  await expect(name).toHaveValue("Period 3");
  await form.getByRole("button", { name: "Not now" }).click();
  await expect(form).toBeHidden();
  await open();
  await expect(name).toHaveValue("");

  const questions = form.getByRole("switch", { name: "Ask the questions on the positions" });
  await form.getByText("More settings", { exact: true }).click();
  await questions.click();
  const { id: _, kit: __, ...debate } = BUILT_IN_DEBATE;
  const made = await host.request.post(`${url}/api/debates`, { headers: { origin: url }, data: { debate } });
  const { id } = (await made.json()).debate as { id: string };
  for (const opened of [BUILT_IN_DEBATE.id, id]) {
    if (opened === id) {
      await host.goto(`${url}/debates/${opened}`);
      await open();
    }
    await form.getByRole("button", { name: "Open session" }).click();
    await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  }
  await host.goto(`${url}/debates/${BUILT_IN_DEBATE.id}`);
  await open();
  await form.getByText("More settings", { exact: true }).click();
  await expect(questions).toBeChecked();
});

for (const preset of ["quick", "lesson", "seminar"] as const) {
  // The long form plays all three with twelve. Seminar needs them: it has all that the others have, and its texts need phones.
  const all = preset === "seminar" || Boolean(process.env.TWELVE_BROWSERS);
  const how = all ? "twelve browsers" : "four browsers and eight sockets";
  test(`[H10] ${presets[preset].name} ${PRESETS[preset].total} with ${how}, from the opening form to the results @long`, async ({
    browser,
  }) => {
    const lesson = await openLesson(browser, preset, all);
    const { host, remote, students, settings, url, code } = lesson;
    for (const { phase, minutes } of planOf(preset, settings)) {
      if (phase === "lobby") continue;
      await moveOn(lesson, phase);
      await expect.poll(() => plannedMinutes(host), { message: phase }).toBe(minutes);
      if (phase === "before" || phase === "after") await voteAll(lesson, phase);
      if (phase === "reading-vote") await voteAll(lesson, "reading");
      if (phase === "reading" && settings.activities.reading) await readBoth(lesson);
      if (phase === "rebuttal") await argue(lesson);
      if (phase === "pairs") await pair(lesson);
      if (phase === "steelman") await argueTheOtherSide(lesson);
      if (phase === "pairs" || phase === "steelman") await checkBoth(lesson, phase);
    }
    await revealAll(lesson);
    if (settings.activities.exitTicket) await writeTickets(lesson);
    const results: Results = await (await fetch(`${url}/api/sessions/${code}/results`)).json();
    expect(results.paired.matrix).toEqual(MOVED);
    expect(results.swing?.for).toBeCloseTo(100 / 6, 5);
    expect(results.swing?.against).toBeCloseTo(-100 / 12, 5);
    for (const student of students) if ("client" in student) student.client.close();
    remote.close();
  });
}

test("[H10, E12] in Japanese on a small phone the form's switches stay in their box @long", async ({
  browser,
}) => {
  const { url, host, form } = await openForm(browser);
  await host.context().addCookies([{ name: "language", value: "ja", url }]);
  await host.setViewportSize({ width: 320, height: 568 });
  await host.reload();
  await whenInteractive(host);
  const { open, more } = japanese.instructor.opening;
  await host.getByRole("main").getByText(open, { exact: true }).first().click();
  await form.getByText(more.title, { exact: true }).click();
  const outside = await form
    .locator("details")
    .filter({ hasText: more.title })
    .evaluate((box) => {
      const { right } = box.getBoundingClientRect();
      const switches = [...box.querySelectorAll("[role=switch]")];
      const isOutside = (each: Element) => each.getBoundingClientRect().right > right - 8;
      return switches.filter(isOutside).map((each) => each.getAttribute("aria-label"));
    });
  expect(outside).toEqual([]);
});

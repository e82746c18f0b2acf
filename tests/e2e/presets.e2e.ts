import { type Browser, expect, type Page, test } from "@playwright/test";
import { nextStep } from "#app/host/next-step.ts";
import type { Results } from "#debate/counting/results.ts";
import { PRESETS, type Preset, planOf, withPreset } from "#debate/rules/presets.ts";
import { Settings } from "#debate/rules/settings.ts";
import { check, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, type Plan, plansOf, vote } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import messages from "../../app/messages/en.json" with { type: "json" };

/** Twelve students: five For, five Against and two undecided, of whom seven are For at the end. */
const MOVED = [
  [4, 1, 0],
  [2, 3, 0],
  [1, 0, 1],
];
const SMALL = { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" } as const;
const { next, reveal } = messages.host;
const { presets } = messages.instructor.opening;

type Lesson = { host: Page; remote: Client; phones: Page[]; plans: Plan[]; settings: Settings };

/** The form in which a teacher opens a session. */
async function openForm(browser: Browser) {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie } = await openSession(program);
  const room = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await room.addCookies(toCookies(cookie, url));
  const host = await room.newPage();
  // Those of other tests are proposed before a preset [D34].
  await host.route("**/api/templates", (route) => route.fulfill({ json: { templates: [] } }));
  await host.goto(`${url}/debates/japan-russia-card`);
  await host.getByRole("button", { name: "Open a session" }).first().click();
  const form = host.getByRole("dialog");
  return { url, cookie, host, form };
}

/** Opens a session with a preset as a teacher does, and has twelve browsers join it. */
async function openLesson(browser: Browser, preset: Preset): Promise<Lesson & { url: string; code: string }> {
  const { url, cookie, host, form } = await openForm(browser);
  await form.getByRole("radio", { name: presets[preset].name }).click();
  await expect(form.getByRole("radio", { name: presets[preset].name })).toBeChecked();
  await expect(form.getByText(`${PRESETS[preset].total} minutes: Joining`)).toBeVisible();
  await form.getByRole("button", { name: "Open session" }).click();
  await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  const code = new URL(host.url()).pathname.split("/").at(-1) ?? "";
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const plans = plansOf(MOVED);
  const phones = await Promise.all(
    plans.map(async () => joinByPhone(url, code, await browser.newContext(SMALL))),
  );
  const settings = withPreset(preset, Settings.parse({}));
  return { host, remote, phones, plans, settings, url, code };
}

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

async function voteAll({ host, phones, plans }: Lesson, round: keyof Plan): Promise<void> {
  await Promise.all(phones.map((phone, index) => vote(phone, plans[index]?.[round] ?? "undecided")));
  await expect(host.getByText("12 of 12 have voted").first()).toBeVisible();
}

async function readBoth({ host, phones }: Lesson): Promise<void> {
  await Promise.all(
    phones.map(async (phone) => {
      await phone.getByRole("button", { name: /^Now read the other side/u }).click();
      await phone.getByRole("button", { name: "I have read both" }).click();
    }),
  );
  await expect(host.getByText("12 of 12 have read both")).toBeVisible();
}

async function argue({ host, phones }: Lesson): Promise<void> {
  const [writer, ...readers] = phones as [Page, ...Page[]];
  const words = "A card that is never played is still a card.";
  await writer.getByRole("button", { name: "Write a rebuttal" }).first().click();
  await writer.getByLabel("Your argument").fill(words);
  await writer.getByRole("button", { name: "Send", exact: true }).click();
  await Promise.all(
    readers.map(async (reader) => {
      await reader.getByRole("button", { name: "This is persuasive" }).first().click();
      await expect(reader.getByRole("button", { name: /^This is persuasive/u, pressed: true })).toBeVisible();
    }),
  );
  await expect(host.getByText(words).first()).toBeVisible();
}

/** [P23] Everyone has a table, and everyone meets another answer. */
async function pair({ host, remote, phones, plans }: Lesson): Promise<void> {
  await host.getByRole("button", { name: "Pair the class" }).click();
  const tables = await Promise.all(
    phones.map((phone) => phone.getByRole("heading", { name: /^Table \d+$/u }).textContent()),
  );
  expect(new Set(tables).size).toBe(6);
  for (const table of new Set(tables)) {
    const votes = plans.filter((_, index) => tables[index] === table).map(({ before }) => before);
    expect(new Set(votes).size, `${table}: ${votes}`).toBe(2);
  }
  await remote.hearsRoster(({ seats }) => seats.length === 12 && seats.every(({ table }) => table));
  await host.getByRole("button", { name: "Start the script" }).click();
  await Promise.all(
    phones.map((phone) =>
      phone
        .getByText(/You speak: say what you think|speaks\. Listen/u)
        .first()
        .waitFor(),
    ),
  );
}

/** [P18] Each writes, and each who has a side rates one. */
async function argueTheOtherSide({ host, remote, phones, plans }: Lesson): Promise<void> {
  await Promise.all(
    phones.map(async (phone, index) => {
      if (plans[index]?.after === "undecided")
        await phone.getByRole("radio", { name: "For", exact: true }).check();
      await phone.getByLabel(/^The best argument/u).fill(`What ${index} takes to be the best argument.`);
      await phone.getByRole("button", { name: "Send", exact: true }).click();
      await phone.getByText("Sent", { exact: true }).waitFor();
    }),
  );
  await expect(host.getByText("12 of 12 have written").first()).toBeVisible();
  const raters = phones.filter((_, index) => plans[index]?.after !== "undecided");
  await Promise.all(
    raters.map(async (phone) => {
      await phone.getByRole("button", { name: "Get one to rate" }).click();
      await phone.getByRole("radio", { name: "Fair", exact: true }).check();
      await phone.getByRole("button", { name: "Send", exact: true }).click();
      await phone.getByText("You said: Fair").first().waitFor();
    }),
  );
  await remote.sees(({ steelman }) => steelman?.rated === 11);
  await expect(host.getByText("11 answers about these").first()).toBeVisible();
  const scored = await Promise.all(
    phones.map((phone) => phone.getByText(/\d of \d say that it is fair/u).count()),
  );
  expect(scored.filter((count) => count > 0).length).toBeGreaterThanOrEqual(6);
}

async function revealAll({ host, phones, settings }: Lesson): Promise<void> {
  const press = (step: keyof typeof reveal.show) =>
    host.getByRole("button", { name: reveal.show[step], exact: true }).first().click();
  if (settings.guess) {
    await press("guess");
    await Promise.all(
      phones.map(async (phone) => {
        await phone.getByLabel("Your guess, in percent").fill("40");
        await phone.getByRole("button", { name: "Send my guess" }).click();
      }),
    );
    await expect(host.getByText("12 of 12 have guessed").first()).toBeVisible();
  }
  for (const step of ["before", "flow", "verdict", "chance", "moved", "open"] as const)
    if (step !== "moved" || (await host.getByRole("button", { name: reveal.show.moved }).count()) > 0)
      await press(step);
  await Promise.all(
    phones.map((phone) =>
      phone
        .getByText(/Four of 12 changed their answer/u)
        .first()
        .waitFor(),
    ),
  );
}

async function writeTickets({ host, phones }: Lesson): Promise<void> {
  await Promise.all(
    phones.map(async (phone) => {
      await phone.getByLabel("What do you still doubt?").fill("Whether it lasts.");
      await phone.getByText("Saved", { exact: true }).waitFor();
    }),
  );
  await expect(host.getByText("Exit tickets: 12 of 12")).toBeVisible();
}

test("[H10, H11] the form says what a preset has and leaves out, that it was changed, and why something can't be chosen", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const { form, host } = await openForm(browser);
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await expect(form.getByRole("radio", { name: "Quick" })).toBeChecked();
  await expect(
    form.getByText(/^20 minutes: Joining.2 · Vote.1 · Reading.6 · Rebuttals.7 · Vote.1 · Results.3$/u),
  ).toBeVisible();
  await form.getByRole("radio", { name: "Seminar" }).click();
  await form.getByText("More settings", { exact: true }).click();
  await form.getByRole("radio", { name: "Anonymous" }).click();
  const leftOut = form.getByText(/^Pairs and “The other side’s best argument” are left out/u);
  await expect(leftOut).toBeVisible();
  await expect(form.getByText(/^90 minutes: .*Rebuttals.40/u)).toBeVisible();
  await expect(field("Pairs across the divide")).toBeDisabled();
  await expect(form.getByText("who talks with whom would tell votes")).toBeVisible();
  await expect(form.getByRole("switch", { name: "The other side’s best argument" })).toBeDisabled();
  await check(host, "presets/anonymous", { isBoth: true });

  await form.getByRole("radio", { name: "Pseudonym" }).click();
  await expect(leftOut).toBeHidden();
  await expect(field("Pairs across the divide")).toHaveValue("after");
  await field("Pairs across the divide").selectOption("instead");
  await expect(form.getByText("Seminar, changed.")).toBeVisible();
  const queue = form.getByRole("switch", { name: "Queue to speak" });
  await expect(queue).toBeDisabled();
  await expect(queue).not.toBeChecked();
  await expect(field("Sentence starters and self-check")).toBeDisabled();
  await check(host, "presets/changed", { isBoth: true });
  await form.getByRole("button", { name: "Back to Seminar" }).click();
  await expect(form.getByText("Seminar, changed.")).toBeHidden();
  await expect(queue).toBeChecked();
  await form.getByRole("button", { name: "Open session" }).click();
  await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);

  // What was opened last is proposed again, as the preset that it is.
  await host.goto(`${url}/debates/japan-russia-card`);
  await host.getByRole("button", { name: "Open a session" }).first().click();
  await expect(form.getByRole("radio", { name: "Seminar" })).toBeChecked();
});

for (const preset of ["quick", "lesson", "seminar"] as const)
  test(`[H10] ${presets[preset].name} ${PRESETS[preset].total} with twelve browsers, from the opening form to the results`, async ({
    browser,
  }) => {
    const lesson = await openLesson(browser, preset);
    const { host, remote, settings, url, code } = lesson;
    for (const { phase, minutes } of planOf(preset, settings)) {
      if (phase === "lobby") continue;
      await moveOn(lesson, phase);
      expect(await plannedMinutes(host), phase).toBe(minutes);
      if (phase === "before" || phase === "reading-vote") await voteAll(lesson, "before");
      if (phase === "after") await voteAll(lesson, "after");
      if (phase === "reading" && settings.drawnSide) await readBoth(lesson);
      if (phase === "rebuttal") await argue(lesson);
      if (phase === "pairs") await pair(lesson);
      if (phase === "steelman") await argueTheOtherSide(lesson);
    }
    await revealAll(lesson);
    if (settings.exitTicket) await writeTickets(lesson);
    const results: Results = await (await fetch(`${url}/api/sessions/${code}/results`)).json();
    expect(results.paired.matrix).toEqual(MOVED);
    expect(results.swing?.for).toBeCloseTo(100 / 6, 5);
    expect(results.swing?.against).toBeCloseTo(-100 / 12, 5);
    remote.close();
  });

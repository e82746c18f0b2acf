import type { Phase } from "#debate/rules/phase-order.ts";
import { PRESET_NAMES, type Preset } from "#debate/rules/session-options.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import type { Shown } from "#tests/states/pages.ts";

const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** What the teacher does by hand, in both languages. Each step waits for what it leads to. */

const dialog = ({ page }: Shown) => page.getByRole("dialog");

/** Phases at set dates, the first in a week and each of the others a day later. */
export function inAWeek(...phases: Phase[]) {
  const dates = phases.map((phase, place) => {
    const day = new Date(Date.now() + WEEK + (place * WEEK) / 7).toISOString().slice(0, 10);
    return { phase, at: `${day}T08:00` };
  });
  return { zone: "Asia/Tokyo", dates };
}

/** Types two dates in the control room, of which the first is past, and tries to save them. */
export async function typeDates(shown: Shown): Promise<void> {
  const { page, words } = shown;
  const { dates, session } = words.host;
  await page.locator("details:not([open]) > summary", { hasText: session.title }).press("Enter");
  await page.getByRole("region", { name: dates.title }).getByRole("button", { name: dates.set }).click();
  await addDate(shown);
  await addDate(shown);
  await dialog(shown).getByLabel(words.shared.setDates.day, { exact: true }).first().fill("2020-01-01");
  await dialog(shown).getByRole("button", { name: dates.save }).click();
  await dialog(shown).getByText(words.shared.setDates.problems.past).waitFor();
}

const addDate = (shown: Shown) =>
  dialog(shown).getByRole("button", { name: shown.words.shared.setDates.add }).click();

export async function leaveDialog(shown: Shown): Promise<void> {
  await shown.page.keyboard.press("Escape");
  await dialog(shown).waitFor({ state: "hidden" });
}

/** The form in which a session is opened, as on a first visit. */
export async function openForm(shown: Shown): Promise<void> {
  const { page, words } = shown;
  await whenInteractive(page);
  await page.getByRole("main").getByText(words.instructor.opening.open, { exact: true }).first().click();
  await dialog(shown).waitFor();
}

export async function choose(shown: Shown, preset: Preset): Promise<void> {
  const presets = dialog(shown).getByRole("radiogroup", {
    name: shown.words.instructor.opening.presets.title,
  });
  await presets.getByRole("radio").nth(PRESET_NAMES.indexOf(preset)).click();
}

/** What a preset has and such a session can't. */
export async function makeAnonymous(shown: Shown): Promise<void> {
  const { more, identities, steelman } = shown.words.instructor.opening;
  await dialog(shown).getByText(more.title, { exact: true }).click();
  await dialog(shown).getByRole("radio", { name: identities.anonymous.name }).click();
  await dialog(shown).getByText(steelman.excluded).waitFor();
}

/** Named, with pairs in writing, other words to hold, a later vote and a date. */
export async function customize(shown: Shown): Promise<void> {
  const { identities, pairs, filter, laterVote, dates } = shown.words.instructor.opening;
  const form = dialog(shown);
  await form.getByRole("radio", { name: identities.named.name }).last().click();
  const switchOf = form.getByRole("switch", { name: pairs.label });
  if (!(await switchOf.isChecked())) await switchOf.click();
  await form.getByLabel(pairs.when, { exact: true }).selectOption("instead");
  await form.getByLabel(pairs.by, { exact: true }).selectOption("text");
  await form.getByRole("switch", { name: filter.label }).click();
  await form.getByRole("switch", { name: laterVote.label }).click();
  await form.getByText(dates.title, { exact: true }).click();
  await addDate(shown);
}

/** Reads along what partners write to each other. */
export async function readTable(shown: Shown): Promise<void> {
  const tables = shown.page.getByRole("region", { name: shown.words.host.pairs.who });
  await tables.getByText(shown.words.host.pairs.read, { exact: true }).first().click();
  await dialog(shown).waitFor();
}

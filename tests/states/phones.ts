import { expect } from "playwright/test";
import type { Language } from "#debate/rules/languages.ts";
import type { Shown } from "#tests/states/pages.ts";

/** The longest name that fits, and one without a space to break at. */
const NAMES = {
  en: "Maximiliana Featherstonehaugh-Wi",
  ja: "長曽我部桐右衛門義隆",
} as const satisfies Record<Language, string>;
const ARGUMENTS = {
  en: "My own argument: trade binds less than it seems.",
  ja: "私の主張：貿易は見かけほど国を縛らない。",
} as const satisfies Record<Language, string>;

/** What the two students with phones do by hand, in their own languages. Each step waits for what it leads to. */

export async function join({ page, language, words }: Shown): Promise<void> {
  await page.locator("input[name=name]").fill(NAMES[language]);
  await page.locator("main form button[type=submit]").click();
  await page.getByRole("heading", { name: words.phones.title.wait }).waitFor();
}

/** They disagree. */
export async function vote({ page, language, words }: Shown): Promise<void> {
  const { name } = language === "en" ? words.choices.for : words.choices.against;
  await page.getByRole("button", { name: new RegExp(`^${name}`, "u") }).click();
  await page.getByText(words.student.vote.counted).first().waitFor();
}

const sentence = ({ page }: Shown) => page.locator("[data-sentence]:visible").nth(1);

export async function mark(shown: Shown): Promise<void> {
  const { page, words } = shown;
  await sentence(shown).click();
  const selection = page.getByRole("region", { name: words.student.answer.label });
  const button = selection.getByRole("button", { name: words.student.guide.mark, exact: true });
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
}

const composer = ({ page, words }: Shown) => page.getByRole("dialog", { name: words.student.composer.title });

export async function openComposer(shown: Shown): Promise<void> {
  const { page, words } = shown;
  await page.getByRole("button", { name: words.phones.write }).click();
  await composer(shown).waitFor();
}

/** Begins with a starter, then says it in their own words. */
export async function compose(shown: Shown): Promise<void> {
  const { language, words } = shown;
  const body = composer(shown).getByLabel(words.student.composer.body);
  await composer(shown).getByRole("button", { name: words.student.starters.names.concede }).click();
  await expect(body).not.toHaveValue("");
  await body.fill(ARGUMENTS[language]);
  const { name } = language === "en" ? words.choices.for : words.choices.against;
  await composer(shown).getByRole("radio", { name }).check();
}

export async function sendRebuttal(shown: Shown): Promise<void> {
  const { page, words } = shown;
  await composer(shown).getByRole("button", { name: words.student.composer.send, exact: true }).click();
  await composer(shown).waitFor({ state: "hidden" });
  await page.getByRole("tabpanel").getByText(words.student.own.sent, { exact: true }).waitFor();
}

export async function writeLine({ page, language, words }: Shown): Promise<void> {
  const { line, send } = words.student.pairs;
  await page.getByLabel(line, { exact: true }).fill(ARGUMENTS[language]);
  await page.getByRole("button", { name: send, exact: true }).click();
  await page.getByRole("log").getByText(ARGUMENTS[language]).waitFor();
}

export async function writeSteelman({ page, language, words }: Shown): Promise<void> {
  const view = page.getByRole("tabpanel");
  await view.getByRole("textbox").fill(ARGUMENTS[language]);
  await view.getByRole("button", { name: words.student.steelman.send, exact: true }).click();
  await view.getByText(words.student.own.sent, { exact: true }).waitFor();
}

export async function getOneToRate({ page, words }: Shown): Promise<void> {
  await page.getByRole("button", { name: words.student.steelman.ask }).click();
  await page.getByRole("radio", { name: words.student.steelman.fair, exact: true }).waitFor();
}

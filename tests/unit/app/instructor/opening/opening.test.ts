import { createElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { MoreSettings } from "#app/instructor/opening/MoreSettings.tsx";
import { rememberedSettings, rememberSettings } from "#app/instructor/opening/remembered-settings.ts";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { withPreset } from "#debate/rules/presets.ts";
import { Settings } from "#debate/rules/settings.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";
import { ALL_WORDS } from "#tests/support/words.ts";

const form = (settings: Settings, language: "en" | "ja") =>
  markupOf(
    createElement(MoreSettings, {
      ...{ debateId: "japan-russia-card", settings, times: 0, isPreset: false, unfit: [] },
      origin: { ...settings, template: null },
      onChange: () => {},
    }),
    language,
  );
/** The rows of activities: the label of each, its time, and what stands below. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<li\b.*?<\/li>/gsu)].map(([row]) =>
    row
      .split(/<[^>]*>/u)
      .map((text) => text.trim())
      .filter((text) => text !== ""),
  );
const usual = Settings.parse({ reveal: "staged" });

test.each(["en", "ja"] as const)(
  "[H16] the opening form has each activity in the order of the lesson, with one sentence and its time: %s",
  (language) => {
    const words = ALL_WORDS[language].instructor.opening;
    expect(rowsOf(form(usual, language))).toEqual(
      ACTIVITIES.map(({ name }) => [words[name].label, words[name].time, words[name].hint]),
    );
    for (const { name } of ACTIVITIES) expect(ALL_WORDS.en.instructor.opening[name].hint).not.toMatch(/\. /u);
  },
);

test("[H11] an activity that the session can't have says why in place of its sentence", () => {
  const words = ALL_WORDS.en.instructor.opening;
  const rows = rowsOf(form(Settings.parse({ identity: "anonymous" }), "en"));
  for (const name of ["pairs", "steelman", "guess"] as const)
    expect(rows).toContainEqual([words[name].label, words[name].time, words[name].excluded]);
});

const PLAIN = Settings.parse({});
const NAMED = Settings.parse({ identity: "named", activities: { laterVote: {} } });

const wordsOfForm = (settings: Settings, began: Settings, template: string | null = null) =>
  wordsOf(
    createElement(MoreSettings, {
      ...{ debateId: "japan-russia-card", settings, times: 0, isPreset: false },
      origin: { ...began, template },
      onChange: () => {},
    }),
  );

const countOf = (words: string, said: string) => words.split(said).length - 1;

test("[H12] the opening form says beside each choice that names and a later vote come from the last session", () => {
  const words = wordsOfForm(NAMED, NAMED);
  expect(countOf(words, "carried over from your last session")).toBe(2);
  expect(countOf(words, "Named: carried over")).toBe(1);
  expect(countOf(words, "Later vote: carried over")).toBe(1);
});

test("[H12] the opening form says nothing of what was chosen now, of what was given up, and of the usual settings", () => {
  for (const [settings, began] of [
    [NAMED, PLAIN],
    [PLAIN, NAMED],
    [PLAIN, PLAIN],
  ] as const)
    expect(wordsOfForm(settings, began)).not.toContain("carried over");
});

function browserWith(stored: string | null) {
  const kept = new Map(stored === null ? [] : [["resolved.settings", stored]]);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
}

afterEach(() => vi.unstubAllGlobals());

/** Of a first visit. */
const FIRST = withPreset("quick", Settings.parse({}));

test("[H10] [V14] the opening form begins with the preset of 20 minutes, a staged reveal and no guess; the API with none", () => {
  browserWith(null);
  expect(rememberedSettings("en")).toEqual(FIRST);
  expect(FIRST).toMatchObject({ reveal: "staged", minutes: { reading: 6 } });
  expect(FIRST.activities).toEqual({});
  expect(Settings.parse({})).toMatchObject({ reveal: "at-once" });
});

test.each([
  "null",
  "{",
  '{"reveal":"maybe"}',
  '{"stagedReveal":true,"exitTicket":true}',
  '{"ofAnotherVersion":1}',
])("settings that cannot be read are the usual ones: %s", (stored) => {
  browserWith(stored);
  expect(rememberedSettings("en")).toEqual(FIRST);
});

test("[V17] the name of a session is not proposed for the next one", () => {
  browserWith(null);
  rememberSettings({ ...rememberedSettings("en"), name: "Period 3, Monday", reveal: "at-once" });
  expect(rememberedSettings("en")).toMatchObject({ name: "", reveal: "at-once" });
});

test("[H8] the usual rule is in the instructor's language, also after another one; a rule of their own stays", () => {
  browserWith(null);
  expect(rememberedSettings("ja").rule).toBe(
    "人ではなく、意見に反論しましょう。面と向かって言えることだけを書きましょう。",
  );
  rememberSettings(rememberedSettings("ja"));
  expect(rememberedSettings("en").rule).toMatch(/^Answer arguments, not people\./u);
  for (const rule of ["Be brief.", ""]) {
    rememberSettings({ ...rememberedSettings("en"), rule });
    expect(rememberedSettings("ja").rule).toBe(rule);
  }
});

test("[H11] what is remembered and can't be is left out, and the rest stays", () => {
  browserWith(
    JSON.stringify({
      activities: { exitTicket: {}, speaking: {}, starters: {}, pairs: { when: "instead", by: "voice" } },
    }),
  );
  const remembered = rememberedSettings("en");
  expect(remembered.activities).toEqual({ exitTicket: {}, pairs: { when: "instead", by: "voice" } });
});

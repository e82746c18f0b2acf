import { createElement } from "react";
import { expect, test } from "vitest";
import { MoreSettings } from "#app/instructor/opening/MoreSettings.tsx";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { withPreset } from "#debate/rules/presets.ts";
import { Settings } from "#debate/rules/settings.ts";
import { markupOf } from "#tests/support/markup.tsx";
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

test("[H16] [D35] an activity that is planned to take minutes shows these, and has what can be chosen about it below", () => {
  const rows = rowsOf(form(withPreset("seminar", usual), "en")).map((row) => row.slice(0, 4));
  expect(rows).toContainEqual(expect.arrayContaining(["Pairs across the divide", "8 min", "When"]));
  expect(rows).toContainEqual(expect.arrayContaining(["The other side’s best argument", "12 min"]));
});

test("[H11] an activity that the session can't have says why in place of its sentence", () => {
  const words = ALL_WORDS.en.instructor.opening;
  const rows = rowsOf(form(Settings.parse({ identity: "anonymous" }), "en"));
  for (const name of ["pairs", "steelman", "guess"] as const)
    expect(rows).toContainEqual([words[name].label, words[name].time, words[name].excluded]);
});

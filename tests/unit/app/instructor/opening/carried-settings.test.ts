import { createElement } from "react";
import { expect, test } from "vitest";
import { MoreSettings } from "#app/instructor/opening/MoreSettings.tsx";
import { Settings } from "#debate/rules/settings.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const USUAL = Settings.parse({});
const NAMED = Settings.parse({ identity: "named", activities: { laterVote: {} } });

const form = (settings: Settings, began: Settings, template: string | null = null) =>
  wordsOf(
    createElement(MoreSettings, {
      ...{ debateId: "japan-russia-card", settings, times: 0, isPreset: false },
      origin: { ...began, template },
      onChange: () => {},
    }),
  );

const countOf = (words: string, said: string) => words.split(said).length - 1;

test("[H12] the opening form says beside each choice that names and a later vote come from the last session", () => {
  const words = form(NAMED, NAMED);
  expect(countOf(words, "carried over from your last session")).toBe(2);
  expect(countOf(words, "Named: carried over")).toBe(1);
  expect(countOf(words, "Later vote: carried over")).toBe(1);
});

test("[H12] it names the template where they come from one", () => {
  const words = form(NAMED, NAMED, "Year 9");
  expect(words).toMatch(/Named: from the template “.?Year 9.?”/u);
  expect(words).not.toContain("last session");
});

test("[H12] it says nothing of what was chosen now, of what was given up, and of the usual settings", () => {
  for (const [settings, began] of [
    [NAMED, USUAL],
    [USUAL, NAMED],
    [USUAL, USUAL],
  ] as const)
    expect(form(settings, began)).not.toContain("carried over");
});

import { afterEach, expect, test, vi } from "vitest";
import { rememberedSettings, rememberSettings } from "#app/instructor/opening/remembered-settings.ts";
import { presetOf, withPreset } from "#debate/rules/presets.ts";
import { Settings } from "#debate/rules/settings.ts";

function browserWith(stored: string | null) {
  const kept = new Map(stored === null ? [] : [["resolved.settings", stored]]);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
}

afterEach(() => vi.unstubAllGlobals());

/** Of a first visit. */
const USUAL = withPreset("quick", Settings.parse({}));

test("[H10] [V14] the opening form begins with the preset of 20 minutes, a staged reveal and no guess; the API with none", () => {
  browserWith(null);
  expect(rememberedSettings("en")).toEqual(USUAL);
  expect(USUAL).toMatchObject({ reveal: "staged", minutes: { reading: 6 } });
  expect(USUAL.activities).toEqual({});
  expect(Settings.parse({})).toMatchObject({ reveal: "at-once" });
});

test("[V14] settings remembered before there was a staged reveal keep the rest and get it", () => {
  const { reveal: _, ...older } = Settings.parse({
    questions: { readingVote: true },
    activities: { steelman: {} },
  });
  browserWith(JSON.stringify(older));
  expect(rememberedSettings("en")).toMatchObject({
    questions: { readingVote: true },
    reveal: "staged",
    activities: { steelman: {} },
  });
});

test.each([
  { reveal: "at-once", activities: {} },
  { reveal: "staged", activities: { guess: {} } },
] as const)("what was chosen of the reveal is remembered: %o", (chosen) => {
  browserWith(null);
  rememberSettings({ ...rememberedSettings("en"), ...chosen });
  expect(rememberedSettings("en")).toMatchObject(chosen);
});

test.each([
  "",
  "null",
  "{",
  '{"reveal":"maybe"}',
  '{"activities":null}',
  '{"stagedReveal":true,"exitTicket":true}',
  '{"ofAnotherVersion":1}',
])("settings that cannot be read are the usual ones: %s", (stored) => {
  browserWith(stored);
  expect(rememberedSettings("en")).toEqual(USUAL);
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

test("[H10] settings remembered without minutes get none, and those of a preset are that preset again", () => {
  browserWith(null);
  const { minutes: _, ...untimed } = rememberedSettings("en");
  rememberSettings(untimed);
  expect(rememberedSettings("en").minutes).toBeUndefined();
  rememberSettings(withPreset("seminar", untimed));
  expect(presetOf(rememberedSettings("en"))).toBe("seminar");
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

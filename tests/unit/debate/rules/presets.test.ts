import { expect, test } from "vitest";
import { phasesOf } from "#debate/rules/phases.ts";
import { leftOutOf, PRESETS, planOf, presetOf, withPreset } from "#debate/rules/presets.ts";
import { PRESET_NAMES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";

const USUAL = Settings.parse({ reveal: "staged" });
const sum = (plan: { minutes?: number }[]) => plan.reduce((total, { minutes = 0 }) => total + minutes, 0);

test.each([
  ["quick", 20, "lobby 2, before 1, reading 6, rebuttal 7, after 1, results 3"],
  ["lesson", 45, "lobby 3, before 2, reading 9, rebuttal 10, pairs 7, after 2, results 12"],
  [
    "seminar",
    90,
    "lobby 5, before 3, reading 15, reading-vote 2, rebuttal 20, pairs 8, after 3, steelman 12, results 22",
  ],
] as const)("[H10] the preset %s takes exactly %i minutes: %s", (preset, total, words) => {
  const plan = planOf(preset, withPreset(preset, USUAL));
  expect(plan.map(({ phase, minutes }) => `${phase} ${minutes}`).join(", ")).toBe(words);
  expect(sum(plan)).toBe(total);
  expect(PRESETS[preset].total).toBe(total);
});

test("[H10] each preset has minutes for each phase of its session, and a session that can be opened, whatever the names", () => {
  for (const preset of PRESET_NAMES)
    for (const identity of ["anonymous", "pseudonym", "named"] as const) {
      const settings = withPreset(preset, { ...USUAL, identity });
      expect(Settings.safeParse(settings).success).toBe(true);
      const plan = planOf(preset, settings);
      expect(plan.map(({ phase }) => phase)).toEqual(phasesOf(settings).slice(0, -1));
      expect(sum(plan), `${preset} ${identity}`).toBe(PRESETS[preset].total);
      expect(presetOf(settings)).toBe(preset);
    }
});

test("[H10] an anonymous seminar has no pairs and no steelman, and 40 minutes of rebuttals in their place", () => {
  const anonymous = { ...USUAL, identity: "anonymous" } as const;
  const settings = withPreset("seminar", anonymous);
  expect(settings.activities).toEqual({
    ...{ outlook: {}, reading: {}, starters: {}, speaking: {} },
    ...{ guess: {}, exitTicket: {} },
  });
  expect(settings.minutes).toMatchObject({ rebuttal: 40 });
  expect(leftOutOf("seminar", anonymous)).toEqual(["pairs", "steelman"]);
  expect(leftOutOf("lesson", anonymous)).toEqual(["pairs"]);
  expect(leftOutOf("quick", anonymous)).toEqual([]);
  expect(leftOutOf("seminar", USUAL)).toEqual([]);
});

test("[H10] a preset decides the course alone: names, joining, moderation, filter, rule and language stay", () => {
  const own = Settings.parse({
    ...{ name: "Period 3", identity: "named", entry: "personal", moderation: "before" },
    ...{ filter: { holds: true, words: ["gnome"] }, rule: "Be brief.", language: "ja" },
    ...{
      activities: { comprehension: {}, outlook: {}, laterVote: {}, pairs: { by: "text" } },
      version: "simple",
    },
  });
  expect(withPreset("quick", own)).toEqual({
    ...own,
    ...{ reveal: "staged", activities: { comprehension: {}, laterVote: {} } },
    minutes: { before: 1, reading: 6, rebuttal: 7, after: 1, results: 3 },
  });
});

test("[H10] the second of two presets replaces the first, and a changed preset is none", () => {
  const quick = withPreset("quick", withPreset("seminar", USUAL));
  expect(quick).toEqual(withPreset("quick", USUAL));
  expect(presetOf({ ...quick, activities: { ...quick.activities, exitTicket: {} } })).toBe(null);
  expect(presetOf({ ...quick, minutes: { ...quick.minutes, reading: 7 } })).toBe(null);
  const { minutes: _, ...untimed } = quick;
  expect(presetOf(untimed)).toBe(null);
  // What a preset does not decide is no change.
  expect(presetOf({ ...quick, name: "Period 3", moderation: "before" })).toBe("quick");
});

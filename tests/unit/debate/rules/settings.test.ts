import { expect, test } from "vitest";
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import { switched, usualOf, withoutActivity } from "#debate/rules/chosen-activities.ts";
import { SESSION_NAME_LENGTH } from "#debate/rules/session-options.ts";
import { assistantSettings, publicSettings, Settings, StoredSettings } from "#debate/rules/settings.ts";

test("[V17] a session's name is one line of at most 60 characters, or none", () => {
  const nameOf = (name: string) => Settings.safeParse({ name }).data?.name;
  expect(nameOf(" Period 3,\n\u0007 \t Monday ")).toBe("Period 3, Monday");
  expect(nameOf("三限・月曜日")).toBe("三限・月曜日");
  for (const nothing of ["", " \n", "\u200b\u2060"]) expect(nameOf(nothing)).toBe("");
  expect(nameOf("🦉".repeat(SESSION_NAME_LENGTH))).toBe("🦉".repeat(60));
  expect(nameOf("🦉".repeat(61))).toBeUndefined();
  expect(nameOf("x".repeat(61))).toBeUndefined();
  expect(nameOf(` ${"x".repeat(60)} `)).toBe("x".repeat(60));
});

test("[V17][W7] the class gets neither the name nor the host's words, an assistant only the name", () => {
  const settings = Settings.parse({
    name: "Period 3",
    questions: { readingVote: true },
    filter: { words: ["gnome"] },
  });
  expect(publicSettings(settings)).toEqual({
    ...settings,
    name: "",
    filter: { ...settings.filter, words: [] },
  });
  expect(assistantSettings(settings)).toEqual({ ...settings, filter: { ...settings.filter, words: [] } });
});

test("[D39] an instructor names the activities of a session, and it has no others", () => {
  expect(Settings.parse({}).activities).toEqual({});
  const { activities, questions, reveal, filter } = Settings.parse({
    activities: { steelman: {}, pairs: {} },
    questions: { readingVote: true },
    filter: { words: ["gnome"] },
    reveal: "staged",
  });
  expect(activities).toEqual({ steelman: {}, pairs: { when: "after", by: "voice" } });
  expect(questions).toEqual({ readingVote: true, confidence: true, reasons: true, credit: true });
  expect(filter).toEqual({ holds: true, words: ["gnome"] });
  expect(reveal).toBe("staged");
  for (const refused of [
    ...[{ activities: { quiz: {} } }, { activities: { steelman: true } }, { steelman: true }],
    ...[{ activities: { steelman: { by: "voice" } } }, { activities: { pairs: { when: "off" } } }],
  ])
    expect([refused, Settings.safeParse(refused).success]).toEqual([refused, false]);
});

test("keys of a later release are dropped from stored settings at every depth, and refused in requests", () => {
  const later = {
    ...{ later: 1, questions: { later: 1 }, filter: { later: 1 } },
    activities: { later: {}, pairs: { later: 1 }, guess: { later: 1 } },
  };
  expect(StoredSettings.parse(later)).toEqual(Settings.parse({ activities: { pairs: {}, guess: {} } }));
  for (const [key, value] of Object.entries(later))
    expect([key, Settings.safeParse({ [key]: value }).success]).toEqual([key, false]);
});

test("[D39] an activity is switched on and off beside the others, which stay as they are", () => {
  const pairs = { when: "instead", by: "text" } as const;
  expect(switched({ pairs }, "outlook", true)).toEqual({ pairs, outlook: {} });
  expect(switched({ pairs, outlook: {} }, "outlook", false)).toEqual({ pairs });
  expect(withoutActivity({ pairs, outlook: {} }, "pairs")).toEqual({ outlook: {} });
});

test("[D39] each activity can be chosen without saying more, and then has what is usual of it", () => {
  const all: readonly Activity[] = ACTIVITIES;
  for (const { name } of all.filter(({ lines }) => !lines)) {
    const { activities } = Settings.parse({ activities: { [name]: {} } });
    expect(activities).toEqual({ [name]: usualOf(name as ActivityName) });
  }
  const control = (resolution?: string) => Settings.safeParse({ activities: { control: { resolution } } });
  for (const refused of [undefined, "", " ", "x".repeat(201)]) expect(control(refused).success).toBe(false);
  expect(control(" Tea is\nbetter. ").data?.activities).toEqual({
    control: { resolution: "Tea is better." },
  });
  expect(Settings.parse({}).activities).toEqual({});
});

test("[D39] each option that an activity offers can be chosen, and no other", () => {
  const all: readonly Activity[] = ACTIVITIES;
  for (const { name, choices = {} } of all)
    for (const [choice, options] of Object.entries(choices)) {
      for (const option of options)
        expect(Settings.parse({ activities: { [name]: { [choice]: option } } }).activities).toMatchObject({
          [name]: { [choice]: option },
        });
      const other = Settings.safeParse({ activities: { [name]: { [choice]: "another" } } });
      expect(other.error?.issues.map(({ path }) => path)).toEqual([["activities", name, choice]]);
    }
});

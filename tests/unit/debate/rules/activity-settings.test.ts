import { expect, test } from "vitest";
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { usualOf } from "#debate/rules/chosen-activities.ts";
import { Settings } from "#debate/rules/settings.ts";
import { DEMO_SETTINGS } from "#server/launch/demo-settings.mjs";

test("[D39] each activity can be chosen without saying more, and then has what is usual of it", () => {
  for (const { name } of ACTIVITIES) {
    const { activities } = Settings.parse({ activities: { [name]: {} } });
    expect(activities).toEqual({ [name]: usualOf(name) });
  }
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

test("[H1] the demo has every activity", () => {
  const chosen = Object.keys(Settings.parse(DEMO_SETTINGS).activities);
  expect(chosen.sort()).toEqual(ACTIVITIES.map(({ name }) => name as string).sort());
});

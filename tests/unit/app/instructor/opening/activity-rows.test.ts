import { expect, test } from "vitest";
import { OPENING } from "#app/activities/opening.ts";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { excludedIn } from "#debate/rules/exclusions.ts";
import { minutesOfActivity } from "#debate/rules/presets.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";

test("[H16] the opening form has a row for each activity, in the order of the lesson", () => {
  expect(OPENING.map(({ name }) => name)).toEqual(ACTIVITIES.map(({ name }) => name));
});

test("[H11] each activity that some sessions can't have says why", () => {
  const explained = OPENING.filter(({ excluded }) => excluded !== undefined).map(({ name }) => name);
  for (const identity of IDENTITIES)
    for (const reveal of ["staged", "at-once"] as const)
      for (const { name } of OPENING)
        expect(explained).toEqual(
          expect.arrayContaining(
            excludedIn({ ...Settings.parse({ activities: { [name]: {} } }), identity, reveal }),
          ),
        );
});

test("[H16] a phase's activity takes the minutes that are planned in a session with it, else at most those of a preset", () => {
  for (const { name, ...activity } of ACTIVITIES) {
    const phases = "phases" in activity ? activity.phases.filter((phase) => "minutes" in phase) : [];
    const minutes = Object.fromEntries(phases.map((phase) => [phase.name, 5]));
    const on = Settings.parse({ activities: { [name]: {} }, minutes });
    const planned = phases.length > 0 ? { minutes: 5 * phases.length, isPlanned: true } : undefined;
    expect(minutesOfActivity(name, on)).toEqual(planned);
    const off = minutesOfActivity(name, Settings.parse({ minutes }));
    if (planned) expect(off).toEqual({ minutes: expect.any(Number), isPlanned: false });
    else expect(off).toBeUndefined();
  }
});

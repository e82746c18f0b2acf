import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

type Chosen = { activities: Activities };
type OwnPhase = NonNullable<Activity["phases"]>[number];

/** The phases that a session's activities add. That an activity's settings are its own is known here, and not to the compiler. */
function added({ activities }: Chosen): { phase: OwnPhase; settings: never }[] {
  return ACTIVITIES.flatMap(({ name, ...activity }) => {
    const settings = activities[name satisfies ActivityName];
    const phases: readonly OwnPhase[] = "phases" in activity ? activity.phases : [];
    if (!settings) return [];
    const has = phases.filter(({ when }) => when?.(settings as never) !== false);
    return has.map((phase) => ({ phase, settings: settings as never }));
  });
}

/** Whether a session's activities add a phase. */
export function addsPhase(phase: string, chosen: Chosen): boolean {
  return added(chosen).some(({ phase: { name } }) => name === phase);
}

/** Whether a session's activities need a vote after reading. */
export function voteAfterReading({ activities }: Chosen): boolean {
  const all: readonly Activity[] = ACTIVITIES;
  return all.some(({ name, votesAfterReading }) => {
    const settings = activities[name as ActivityName];
    return settings !== undefined && votesAfterReading?.(settings as never) === true;
  });
}

/** What takes the place of a phase in a session; undefined if nothing does. */
export function replacing(phase: string, chosen: Chosen): OwnPhase["replaces"] {
  return added(chosen)
    .map(({ phase: { replaces }, settings }) => (replaces?.when(settings) ? replaces : undefined))
    .find((replaces) => replaces?.phase === phase);
}

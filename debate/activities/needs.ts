import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import type { Debate } from "#debate/content/debate.ts";

const ALL: readonly Activity[] = ACTIVITIES;

/** The activities that don't find in a debate what they need. */
export function unfitFor(debate: Pick<Debate, "kit">): ActivityName[] {
  return ALL.filter(({ needs }) => needs?.(debate as never) === false).map(
    ({ name }) => name as ActivityName,
  );
}

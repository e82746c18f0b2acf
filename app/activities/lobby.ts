import { promiseOfPairs, stepOfPairs } from "#app/activities/pairs/phone/at-first.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/** What a phone is told when it joins: `step` of `student.wait.steps` comes last, and `promise` of `student.promise`, if any, is kept. */
export const AT_JOINING = [
  { name: "steelman", step: "steelman", promise: null },
  { name: "laterVote", step: "later", promise: "later" },
] as const satisfies readonly { name: ActivityName; step: string; promise: string | null }[];

const given = <Key extends string>(keys: readonly (Key | null)[]): Key[] => keys.flatMap((key) => key ?? []);

/** [V11] What is promised of what was chosen about them; keys of `student.promise`. */
export const promisesOf = (activities: Activities, identity: Identity) =>
  given([promiseOfPairs(activities, identity)]);

/** What the class does in them before its last vote; keys of `student.wait.steps`. */
export const stepsBeforeLastVote = (activities: Activities) => given([stepOfPairs(activities)]);

import { hidesNameFromPartners, promiseOfPairs, stepOfPairs } from "#app/activities/pairs/phone/at-first.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Phase, PhaseWithView } from "#debate/rules/phase-order.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

const given = <Key extends string>(keys: readonly (Key | null)[]): Key[] => keys.flatMap((key) => key ?? []);

/** [V11] What is promised where a session has them; keys of `student.promise`. */
export const promisesOf = (activities: Activities, identity: Identity) =>
  given([promiseOfPairs(activities, identity)]);

/** What the class does in them before its last vote; keys of `student.wait.steps`. */
export const stepsBeforeLastVote = (activities: Activities) => given([stepOfPairs(activities)]);

/** Whether the phone does not show its own student's name now. */
export const hidesOwnName = (session: { phase: Phase; settings: Settings }) => hidesNameFromPartners(session);

/** [F19] The views that fill the window of a small phone. */
export const FILLING: readonly PhaseWithView[] = ["pairs"];

/** Those with something above every view while they are used. */
export const WITH_BAR = ["pairs"] as const satisfies readonly ActivityName[];

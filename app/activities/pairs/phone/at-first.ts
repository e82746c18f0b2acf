import { isOpen } from "#debate/activities/open.ts";
import { namesPartners, pairsBy } from "#debate/activities/pairs/rules.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [P26] [P40] What those who sit together learn of each other; a key of `student.promise`. */
export function promiseOfPairs({ pairs }: Activities, identity: Identity) {
  if (!pairs) return null;
  if (pairs.by === "text") return "pairs.text";
  return identity === "named" ? "pairs.voice.named" : "pairs.voice.pseudonym";
}

/** What comes; a key of `student.wait.steps`. */
export function stepOfPairs(activities: Activities) {
  if (!activities.pairs) return null;
  return pairsBy({ activities }) === "text" ? "pairsText" : "pairs";
}

/** [P40] A partner at the table can read this phone. */
export function hidesNameFromPartners(session: { phase: Phase; settings: Settings }): boolean {
  return isOpen("pairs", session) && !namesPartners(session.settings);
}

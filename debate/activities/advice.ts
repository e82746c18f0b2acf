// [H9] What activities suggest to the host.
import type { Merged } from "#debate/activities/merged.ts";
import { onPairs } from "#debate/activities/pairs/advice.ts";
import { onBothRead } from "#debate/activities/reading/advice.ts";
import type { Settings } from "#debate/rules/settings.ts";

const ALL = [onBothRead, onPairs] as const;

type Each = (typeof ALL)[number];
export type ActivityAdvice = ReturnType<Each>[number];

/** `ahead`: the next phase, and the newest votes before it, null where these are sealed [V9]. */
export function adviceOfActivities(
  snapshot: Merged<Parameters<Each>[0]>,
  settings: Pick<Settings, "activities" | "identity">,
  ahead: Parameters<typeof onPairs>[2],
): ActivityAdvice[] {
  return ALL.flatMap((advise): ActivityAdvice[] => advise(snapshot, settings, ahead));
}

// [H9] What activities suggest to the host.
import type { Ahead } from "#debate/activities/activity.ts";
import type { Merged } from "#debate/activities/merged.ts";
import { onPairs } from "#debate/activities/pairs/advice.ts";
import { onBothRead } from "#debate/activities/reading/advice.ts";
import type { Settings } from "#debate/rules/settings.ts";

const ALL = [onBothRead, onPairs] as const;

type Each = (typeof ALL)[number];
export type ActivityAdvice = ReturnType<Each>[number];

export function adviceOfActivities(
  snapshot: Merged<Parameters<Each>[0]>,
  settings: Pick<Settings, "activities" | "identity">,
  ahead: Ahead,
): ActivityAdvice[] {
  // That each asks for its own part of a snapshot is known here, and not to the compiler.
  const all: readonly ((snapshot: never, settings: never, ahead: Ahead) => ActivityAdvice[])[] = ALL;
  return all.flatMap((advise) => advise(snapshot as never, settings as never, ahead));
}

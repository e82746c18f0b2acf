// [H9] What activities suggest to the host.
import { onBothRead } from "#debate/activities/reading/advice.ts";

const ALL = [onBothRead] as const;

type Each = (typeof ALL)[number];
export type ActivityAdvice = ReturnType<Each>[number];
type Seen = Parameters<Each>;

export function adviceOfActivities(...seen: Seen): ActivityAdvice[] {
  return ALL.flatMap((advise) => advise(...seen));
}

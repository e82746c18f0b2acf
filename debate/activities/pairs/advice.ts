import type { Ahead } from "#debate/activities/activity.ts";
import type { PairsNews } from "#debate/activities/pairs/rules.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [P22] From when on pairs are suggested: the smaller side's share of those for or against, and how many those are at least. */
const ADVISED = { smallerSide: 0.2, decided: 10 } as const;
type PairsAdvice = { kind: "pairs" | "few-across"; percent: number };

/** [P22] The host of a session that chose pairs gets advice either way, and in a class of any size. `votes`: null where they are sealed. */
export function onPairs(
  { phase, pairs }: { phase: Phase; pairs?: PairsNews },
  { activities }: Pick<Settings, "activities">,
  { next, votes }: Ahead,
): PairsAdvice[] {
  const isAhead =
    phase === "rebuttal" || next === "pairs" || (phase === "pairs" && pairs?.madeAt === undefined);
  if (!isAhead || !votes) return [];
  const decided = votes.for + votes.against;
  if (decided < (activities.pairs ? 1 : ADVISED.decided)) return [];
  const smaller = Math.min(votes.for, votes.against) / decided;
  // 0 says that there is no one on it.
  const percent = smaller === 0 ? 0 : Math.max(1, Math.round(100 * smaller));
  if (smaller >= ADVISED.smallerSide) return [{ kind: "pairs", percent }];
  return activities.pairs ? [{ kind: "few-across", percent }] : [];
}

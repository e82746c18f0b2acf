import { useTranslations } from "next-intl";
import { distanceOf, distancesOf, sideOf, sideSpanOf, spanOf, wayOf } from "#app/results/directions.ts";
import type { Interval } from "#debate/counting/movement.ts";

/** [S18] Points with their direction in words, and never with a minus sign. */
export function usePoints() {
  const t = useTranslations("flow.points");
  return {
    /** Of a margin: "12.3 points toward Against". */
    toward: (points: number) => t("toward", { side: sideOf(points), points: distanceOf(points) }),
    /** "from 1.7 points toward Against to 63.3 toward For" */
    towardRange: (range: Interval) => t("towardRange", { ends: sideSpanOf(range), ...distancesOf(range) }),
    /** Of one answer's share: "lost 10 points". */
    changed: (points: number) => t("changed", { way: wayOf(points), points: distanceOf(points) }),
    changedRange: (range: Interval) => t("changedRange", { ends: spanOf(range), ...distancesOf(range) }),
    /** "lost 3 people" */
    people: (change: number) => t("people", { way: wayOf(change), people: Math.abs(change) }),
    /** "4 steps toward For" */
    steps: (sum: number) => t("steps", { side: sideOf(sum), steps: Math.abs(sum) }),
  };
}

import { useTranslations } from "next-intl";
import { pointsApart } from "#app/results/figures.ts";
import type { Interval } from "#debate/counting/movement.ts";

/** [S18] The sign of a figure for a message: an "other" value is 0. */
export const wayOf = (value: number) => (value > 0 ? "up" : value < 0 ? "down" : "same");
export const sideOf = (value: number) => (value > 0 ? "for" : value < 0 ? "against" : "none");

/** [S17] Whether a line includes 0, so that its direction is not sure. */
export const includesZero = ([low, high]: Interval) => low <= 0 && high >= 0;

/** Where a range is: "across" 0, "up" or "down" from it. */
export const spanOf = ([low, high]: Interval) => (low < 0 && high > 0 ? "across" : high <= 0 ? "down" : "up");

/** The distances of both ends from 0, the nearer one first where both are on one side. */
export const distancesOf = ([low, high]: Interval) => {
  const [nearer, farther] = high <= 0 ? [high, low] : [low, high];
  return { low: pointsApart(nearer), high: pointsApart(farther) };
};

/** [S18] Points with their direction in words, and never with a minus sign. */
export function usePoints() {
  const t = useTranslations("flow.points");
  const ends = { across: "across", up: "for", down: "against" } as const;
  return {
    /** Of a margin: "12.3 points toward Against". */
    toward: (points: number) => t("toward", { side: sideOf(points), points: pointsApart(points) }),
    /** "from 1.7 points toward Against to 63.3 toward For" */
    towardRange: (range: Interval) => t("towardRange", { ends: ends[spanOf(range)], ...distancesOf(range) }),
    /** Of one answer's share: "lost 10 points". */
    changed: (points: number) => t("changed", { way: wayOf(points), points: pointsApart(points) }),
    changedRange: (range: Interval) => t("changedRange", { ends: spanOf(range), ...distancesOf(range) }),
    /** "lost 3 people" */
    people: (change: number) => t("people", { way: wayOf(change), people: Math.abs(change) }),
    /** "4 steps toward For" */
    steps: (sum: number) => t("steps", { side: sideOf(sum), steps: Math.abs(sum) }),
  };
}

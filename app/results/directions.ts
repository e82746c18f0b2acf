import type { Interval } from "#debate/counting/movement.ts";

/** A figure's distance from 0, rounded to the decimals that the sentence shows. */
export function distanceOf(value: number, decimals = 1): number {
  return Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals;
}

/** [S18] The sign of a figure for a message. What rounds to 0 has none: an "other" value. */
export function wayOf(value: number, decimals = 1): "up" | "down" | "same" {
  if (distanceOf(value, decimals) === 0) return "same";
  return value > 0 ? "up" : "down";
}

export function sideOf(value: number, decimals = 1) {
  return ({ up: "for", down: "against", same: "none" } as const)[wayOf(value, decimals)];
}

/** [S17] Whether a line includes 0, so that its direction is not sure. */
export const includesZero = ([low, high]: Interval) => low <= 0 && high >= 0;

/** Where a range is once its ends are rounded: "across" 0, "up" or "down" from it. */
export function spanOf([low, high]: Interval, decimals = 1) {
  const [from, to] = [wayOf(low, decimals), wayOf(high, decimals)];
  if (from === "down" && to === "up") return "across";
  return to === "down" || (to === "same" && from === "down") ? "down" : "up";
}

/** The same of a range of margins. */
export function sideSpanOf(range: Interval, decimals = 1) {
  return ({ across: "across", up: "for", down: "against" } as const)[spanOf(range, decimals)];
}

/** The distances of both ends from 0, the nearer one first where both are on one side. */
export function distancesOf(range: Interval, decimals = 1) {
  const [low, high] = range;
  const [first, second] = spanOf(range, decimals) === "down" ? [high, low] : [low, high];
  return { low: distanceOf(first, decimals), high: distanceOf(second, decimals) };
}

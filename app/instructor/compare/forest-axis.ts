import { type Axis, axisFor } from "#app/results/verdict/Range.tsx";
import type { Interval } from "#debate/counting/movement.ts";
import type { WideComparison } from "#debate/counting/sections.ts";

/** Lines of sections with fewer people may leave the picture, so that one of a single person does not press all others together. */
const FEW = 8;
/** Both directions are on every axis, in points. */
const BOTH_SIDES: Interval = [-10, 10];

/** The axis of a forest plot: all marks are on it, and all lines of sections that are not tiny. */
export function forestAxis({
  sections,
  points,
  pooled,
}: Pick<WideComparison, "sections" | "points" | "pooled">): Axis {
  const isLarge = sections.some(({ n }) => n >= FEW);
  const ranges = sections.flatMap(({ n, margin }): Interval[] => {
    if (!margin) return [];
    const mark: Interval = [margin.points, margin.points];
    return n >= FEW || !isLarge ? [mark, margin.interval] : [mark];
  });
  const summed: Interval[] = points === null ? [] : [[points, points]];
  return axisFor([...ranges, ...summed, ...(pooled ? [pooled.interval] : []), BOTH_SIDES]);
}

/** Where a line begins and ends in percent of the axis, and which of its ends is beyond it. */
export function lineOn({ low, high, place }: Axis, [from, to]: Interval) {
  return {
    from: place(Math.max(from, low)),
    to: place(Math.min(to, high)),
    leaves: { left: from < low, right: to > high },
  };
}

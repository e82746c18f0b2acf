import type { ComponentType } from "react";
import { GuessFigure } from "#app/activities/guess/Picture.tsx";
import type { ChartProps } from "#app/results/picture/chart-props.ts";
import type { Results } from "#debate/counting/results.ts";

/** Charts of the results that can be saved, where they have that part. */
export const PICTURES: readonly { part: keyof Results; Figure: ComponentType<ChartProps> }[] = [
  { part: "guess", Figure: GuessFigure },
];

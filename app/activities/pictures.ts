import type { ComponentType } from "react";
import { GuessFigure } from "#app/activities/guess/Picture.tsx";
import type { ChartProps } from "#app/results/picture/chart-props.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Results } from "#debate/counting/results.ts";

/** A chart of the results that can be saved, where they have that part. */
type Picture = { name: ActivityName; part: keyof Results; Figure: ComponentType<ChartProps> };

export const PICTURES: readonly Picture[] = [{ name: "guess", part: "guess", Figure: GuessFigure }];

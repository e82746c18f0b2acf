"use client";
import type { ComponentType } from "react";
import { GuessFace } from "#app/activities/guess/Wall.tsx";
import { GuessesBesideFlow, GuessesFace } from "#app/activities/guess/WallChart.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { ActivityChart, ActivityStep } from "#debate/activities/index.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What the wall shows at the steps of the reveal that activities add, */
export const WALL_STEPS: Record<ActivityStep, ComponentType<{ wall: Wall }>> = { guess: GuessFace };

/** of the pictures that they add, */
export const WALL_CHARTS: Record<ActivityChart, ComponentType<{ result: ResultMessage }>> = {
  guess: GuessesFace,
};

/** and beside what the flow says, where the step shows that part. */
export const BESIDE_FLOW: readonly {
  part: keyof ResultMessage;
  Beside: ComponentType<{ result: ResultMessage; isStill: boolean }>;
}[] = [{ part: "guess", Beside: GuessesBesideFlow }];

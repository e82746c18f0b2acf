"use client";
import type { ComponentType } from "react";
import { GuessFace } from "#app/activities/guess/Wall.tsx";
import { GuessesBesideFlow, GuessesFace } from "#app/activities/guess/WallChart.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { ActivityChart, ActivityName, ActivityStep } from "#debate/activities/index.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What activities show on the projector from the reveal on. */
type RevealParts = {
  name: ActivityName;
  /** At the steps of the reveal that it adds. */
  steps?: { [step in ActivityStep]?: ComponentType<{ wall: Wall }> };
  /** The pictures that it adds. */
  charts?: { [chart in ActivityChart]?: ComponentType<{ result: ResultMessage }> };
  /** Beside what the flow says, where the step shows that part. */
  flow?: { part: keyof ResultMessage; Beside: ComponentType<{ result: ResultMessage; isStill: boolean }> };
};

const PARTS = [
  {
    name: "guess",
    steps: { guess: GuessFace },
    charts: { guess: GuessesFace },
    flow: { part: "guess", Beside: GuessesBesideFlow },
  },
] as const satisfies readonly RevealParts[];

export const WALL_REVEAL: readonly RevealParts[] = PARTS;
export const WALL_STEPS = merged(partsIn(PARTS, "steps"));
export const WALL_CHARTS = merged(partsIn(PARTS, "charts"));

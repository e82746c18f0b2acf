"use client";
import type { ComponentType } from "react";
import { GuessFace } from "#app/activities/guess/Wall.tsx";
import { GuessesBesideFlow, GuessesFace } from "#app/activities/guess/WallChart.tsx";
import { SpeakingStrip } from "#app/activities/speaking/Wall.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { ActivityChart, ActivityName, ActivityStep } from "#debate/activities/index.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand on the projector. */
type WallParts = {
  name: ActivityName;
  /** Under what the class looks at. */
  Foot?: ComponentType<{ snapshot: Snapshot }>;
};

export const WALL: readonly WallParts[] = [{ name: "speaking", Foot: SpeakingStrip }];

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

"use client";
import type { ComponentType } from "react";
import { SpeakingStrip } from "#app/activities/speaking/Wall.tsx";
import { SteelmanFace } from "#app/activities/steelman/Wall.tsx";
import { PairsFace } from "#app/screen/PairsFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { OwnPhase } from "#app/shared/views-of-phase.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand on the projector. */
type WallParts = {
  name: ActivityName;
  /** Under what the class looks at. */
  Foot?: ComponentType<{ snapshot: Snapshot }>;
};

export const WALL: readonly WallParts[] = [{ name: "speaking", Foot: SpeakingStrip }];

/** What the projector shows in the phases of activities. */
export const FACES: Record<OwnPhase, ComponentType<{ wall: Wall }>> = {
  pairs: PairsFace,
  steelman: SteelmanFace,
};

"use client";
import type { ComponentType } from "react";
import { SteelmanFace } from "#app/activities/steelman/Wall.tsx";
import { PairsFace } from "#app/screen/PairsFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { OwnPhase } from "#app/shared/views-of-phase.ts";

/** What the projector shows in the phases of activities. */
export const FACES: Record<OwnPhase, ComponentType<{ wall: Wall }>> = {
  pairs: PairsFace,
  steelman: SteelmanFace,
};

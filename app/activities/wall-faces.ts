"use client";
import type { ComponentType } from "react";
import { PairsFace } from "#app/activities/pairs/Wall.tsx";
import { SteelmanFace } from "#app/activities/steelman/Wall.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { Phase } from "#debate/rules/phases.ts";

/** The wall in the phases of activities. */
export const FACES: { readonly [phase in Phase]?: ComponentType<{ wall: Wall }> } = {
  pairs: PairsFace,
  steelman: SteelmanFace,
};

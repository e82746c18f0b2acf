"use client";
import { FACES } from "#app/activities/wall.ts";
import { ClosedFace } from "#app/screen/ClosedFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { OwnPhase } from "#app/shared/views-of-phase.ts";

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
export function QuietFace({ wall, phase }: { wall: Wall; phase: OwnPhase | "closed" | "later-closed" }) {
  const Face = phase === "closed" || phase === "later-closed" ? ClosedFace : FACES[phase];
  return <Face wall={wall} />;
}

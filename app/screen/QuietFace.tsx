"use client";
import { FACES } from "#app/activities/wall-faces.ts";
import { ClosedFace } from "#app/screen/ClosedFace.tsx";
import { SteelmanFace } from "#app/screen/SteelmanFace.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
export function QuietFace({ wall }: { wall: Wall }) {
  const { phase } = wall.snapshot;
  if (phase === "steelman") return <SteelmanFace wall={wall} />;
  const OfActivity = FACES[phase] ?? ClosedFace;
  return <OfActivity wall={wall} />;
}

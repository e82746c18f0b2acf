"use client";
import { FACES } from "#app/activities/wall-faces.ts";
import { ClosedFace } from "#app/screen/ClosedFace.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
export function QuietFace({ wall }: { wall: Wall }) {
  const OfActivity = FACES[wall.snapshot.phase] ?? ClosedFace;
  return <OfActivity wall={wall} />;
}

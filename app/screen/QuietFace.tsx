"use client";
import { WALL } from "#app/activities/wall.ts";
import { ClosedFace } from "#app/screen/ClosedFace.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
export function QuietFace({ wall }: { wall: Wall }) {
  const { phase } = wall.snapshot;
  const OfActivity = WALL.flatMap(({ faces }) => faces?.[phase] ?? [])[0] ?? ClosedFace;
  return <OfActivity wall={wall} />;
}

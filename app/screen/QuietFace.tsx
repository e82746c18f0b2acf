"use client";
import { ClosedFace } from "#app/screen/ClosedFace.tsx";
import { PairsFace } from "#app/screen/PairsFace.tsx";
import { SteelmanFace } from "#app/screen/SteelmanFace.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
export function QuietFace({ wall }: { wall: Wall }) {
  switch (wall.snapshot.phase) {
    case "pairs":
      return <PairsFace wall={wall} />;
    case "steelman":
      return <SteelmanFace wall={wall} />;
    default:
      return <ClosedFace wall={wall} />;
  }
}

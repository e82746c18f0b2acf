"use client";
import { PairsFace } from "#app/screen/PairsFace.tsx";
import { SteelmanFace } from "#app/screen/SteelmanFace.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** The phases that only some sessions have: one part, since every wall loads the names of all parts. */
export function OptionalFace({ wall }: { wall: Wall }) {
  return wall.snapshot.phase === "pairs" ? <PairsFace wall={wall} /> : <SteelmanFace wall={wall} />;
}

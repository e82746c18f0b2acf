"use client";
import { WALL } from "#app/activities/wall.ts";
import { WallTimeIsUp } from "#app/screen/WallTimeIsUp.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** What stands under what the class looks at: what activities show there, and that the time is up. */
export function WallFoot({ wall }: { wall: Wall }) {
  const { snapshot } = wall;
  return (
    <>
      {WALL.map(({ name, Foot }) => Foot && <Foot key={name} snapshot={snapshot} />)}
      <WallTimeIsUp wall={wall} />
    </>
  );
}

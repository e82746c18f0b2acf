"use client";
import { SpeakingStrip } from "#app/screen/SpeakingStrip.tsx";
import { WallTimeIsUp } from "#app/screen/WallTimeIsUp.tsx";
import type { Wall } from "#app/screen/wall.ts";

/** What stands under what the class looks at: who speaks, and that the time is up. */
export function WallFoot({ wall }: { wall: Wall }) {
  const { speaking } = wall.snapshot;
  return (
    <>
      {speaking && <SpeakingStrip speaking={speaking} />}
      <WallTimeIsUp wall={wall} />
    </>
  );
}

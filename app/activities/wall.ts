"use client";
import type { ComponentType } from "react";
import { HalfVotesStrip, SwitchFirstFace, SwitchLaterFace } from "#app/activities/experiment/Wall.tsx";
import { PairsFace } from "#app/activities/pairs/Wall.tsx";
import { SpeakingStrip } from "#app/activities/speaking/Wall.tsx";
import { SteelmanFace } from "#app/activities/steelman/Wall.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** What activities show on the projector before the reveal. */
type WallParts = {
  name: ActivityName;
  /** In its phases. */
  faces?: { [phase in Phase]?: ComponentType<{ wall: Wall }> };
  /** Under what the class looks at. */
  Foot?: ComponentType<{ snapshot: Snapshot }>;
};

export const WALL: readonly WallParts[] = [
  { name: "speaking", Foot: SpeakingStrip },
  {
    name: "experiment",
    Foot: HalfVotesStrip,
    faces: { "switch-first": SwitchFirstFace, "switch-later": SwitchLaterFace },
  },
  { name: "pairs", faces: { pairs: PairsFace } },
  { name: "steelman", faces: { steelman: SteelmanFace } },
];

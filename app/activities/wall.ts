"use client";
import type { ComponentType } from "react";
import { SpeakingStrip } from "#app/activities/speaking/Wall.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand on the projector. */
type WallParts = {
  name: ActivityName;
  /** Under what the class looks at. */
  Foot?: ComponentType<{ snapshot: Snapshot }>;
};

export const WALL: readonly WallParts[] = [{ name: "speaking", Foot: SpeakingStrip }];

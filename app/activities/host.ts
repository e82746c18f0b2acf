"use client";
import type { ComponentType } from "react";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { SpeakingPart } from "#app/activities/speaking/Host.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand in a host's control room. */
type HostParts = {
  name: ActivityName;
  /** Above the rebuttals. */
  Rebuttals?: ComponentType<{ snapshot: Snapshot; roster: Roster }>;
  /** Above the results. */
  Results?: ComponentType<{ snapshot: Snapshot }>;
};

export const HOST: readonly HostParts[] = [
  { name: "speaking", Rebuttals: SpeakingPart },
  { name: "exitTicket", Results: ExitTicketsLink },
];

"use client";
import type { ComponentType } from "react";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { SteelmanFolded } from "#app/activities/steelman/HostResults.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand in the control room beside results. */
type HostParts = {
  name: ActivityName;
  /** Above the results. */
  Results?: ComponentType<{ snapshot: Snapshot }>;
  /** Whether an assistant's has it, too. */
  isAssistants?: true;
};

export const HOST: readonly HostParts[] = [
  { name: "steelman", Results: SteelmanFolded, isAssistants: true },
  { name: "exitTicket", Results: ExitTicketsLink },
];

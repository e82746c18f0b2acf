"use client";
import type { ComponentType } from "react";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { LaterVotePart } from "#app/activities/later-vote/Host.tsx";
import { SpeakingPart } from "#app/activities/speaking/Host.tsx";
import { SteelmanFolded } from "#app/activities/steelman/HostResults.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand in a host's control room. */
type HostParts = {
  name: ActivityName;
  /** Above the rebuttals. */
  Rebuttals?: ComponentType<{ snapshot: Snapshot; roster: Roster }>;
  /** Above the results. */
  Results?: ComponentType<{ snapshot: Snapshot }>;
  /** At the top of the results, also where the session does not have it yet: the host may choose it after the opening. */
  Choice?: ComponentType<{ page: HostPage; snapshot: Snapshot }>;
  /** Whether an assistant has what is above the results, too. */
  isAssistants?: true;
};

export const HOST: readonly HostParts[] = [
  { name: "speaking", Rebuttals: SpeakingPart },
  { name: "steelman", Results: SteelmanFolded, isAssistants: true },
  { name: "exitTicket", Results: ExitTicketsLink },
  { name: "laterVote", Choice: LaterVotePart },
];

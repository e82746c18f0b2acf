"use client";
import type { ComponentType } from "react";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { LaterVotePart } from "#app/activities/later-vote/Host.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand in a host's control room; an assistant's has none of them. */
type HostParts = {
  name: ActivityName;
  /** Above the results. */
  Results?: ComponentType<{ snapshot: Snapshot }>;
  /** At the top of the results, also where the session does not have it yet: the host may choose it after the opening. */
  Choice?: ComponentType<{ page: HostPage; snapshot: Snapshot }>;
};

export const HOST: readonly HostParts[] = [
  { name: "exitTicket", Results: ExitTicketsLink },
  { name: "laterVote", Choice: LaterVotePart },
];

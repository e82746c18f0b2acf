"use client";
import type { ComponentType } from "react";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { GuessedSoFar } from "#app/activities/guess/Host.tsx";
import { LaterVotePart } from "#app/activities/later-vote/Host.tsx";
import { SteelmanFolded } from "#app/activities/steelman/HostResults.tsx";
import type { WordsOf } from "#app/messages/words.ts";
import type { ActivityName, ActivityPhase, ActivityStep } from "#debate/activities/index.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand in a control room with the results. */
type ResultsParts = {
  name: ActivityName;
  /** Under the names of the steps of the reveal that it adds. */
  steps?: { [step in ActivityStep]?: ComponentType<{ snapshot: Snapshot }> };
  /** At the top, also where the session does not have it yet: the host may choose it after the opening. */
  Choice?: ComponentType<{ page: HostPage; snapshot: Snapshot }>;
  /** What is said of its phase after the lesson. */
  lead?: { phase: ActivityPhase["name"]; words: WordsOf<"host"> };
  /** Above the results, for the host alone. `isAssistants`: also for an assistant. */
  Results?: ComponentType<{ snapshot: Snapshot }>;
  isAssistants?: true;
};

const PARTS = [
  { name: "steelman", Results: SteelmanFolded, isAssistants: true },
  { name: "guess", steps: { guess: GuessedSoFar } },
  { name: "exitTicket", Results: ExitTicketsLink },
  { name: "laterVote", Choice: LaterVotePart, lead: { phase: "later-closed", words: "closed.afterLater" } },
] as const satisfies readonly ResultsParts[];

export const HOST_RESULTS: readonly ResultsParts[] = PARTS;
export const HOST_STEPS = merged(partsIn(PARTS, "steps"));

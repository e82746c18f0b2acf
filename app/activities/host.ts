"use client";
import type { ComponentType } from "react";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { GuessedSoFar } from "#app/activities/guess/Host.tsx";
import { LaterVotePart } from "#app/activities/later-vote/Host.tsx";
import { SpeakingPart } from "#app/activities/speaking/Host.tsx";
import { SteelmanFolded } from "#app/activities/steelman/HostResults.tsx";
import type { ActivityName, ActivityStep } from "#debate/activities/index.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

/** Where activities stand in a control room. */
type HostParts = {
  name: ActivityName;
  /** Above the rebuttals. */
  Rebuttals?: ComponentType<{ snapshot: Snapshot; roster: Roster }>;
  /** Above the results, for the host alone. */
  Results?: ComponentType<{ snapshot: Snapshot }>;
  /** At the top of the results, also where the session does not have it yet: the host may choose it after the opening. */
  Choice?: ComponentType<{ page: HostPage; snapshot: Snapshot }>;
  /** What the settings say of a staged reveal with it. */
  reveal?: "guess";
  /** What is said before the class goes back to a vote, and from which phase on. */
  backToVote?: { since: Phase; words: "backSteelman" | "backGuesses" };
  /** Whether an assistant has what is above the results, too. */
  isAssistants?: true;
};

export const HOST: readonly HostParts[] = [
  { name: "speaking", Rebuttals: SpeakingPart },
  {
    name: "steelman",
    Results: SteelmanFolded,
    isAssistants: true,
    backToVote: { since: "steelman", words: "backSteelman" },
  },
  { name: "guess", reveal: "guess", backToVote: { since: "results", words: "backGuesses" } },
  { name: "exitTicket", Results: ExitTicketsLink },
  { name: "laterVote", Choice: LaterVotePart },
];

/** Under the names of the steps of the reveal that they add. */
export const HOST_STEPS: Record<ActivityStep, ComponentType<{ snapshot: Snapshot }>> = {
  guess: GuessedSoFar,
};

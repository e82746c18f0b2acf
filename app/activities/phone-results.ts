"use client";
import type { ComponentType } from "react";
import { ExitTicketForm } from "#app/activities/exit-ticket/Phone.tsx";
import { GuessPanel } from "#app/activities/guess/Phone.tsx";
import { OwnGuess } from "#app/activities/guess/PhoneFlow.tsx";
import type { ActivityName, ActivityStep } from "#debate/activities/index.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What activities show on a phone with the results. */
type ResultsParts = {
  name: ActivityName;
  /** At the steps of the reveal that it adds. */
  steps?: { [step in ActivityStep]?: ComponentType };
  /** Under a student's own way in the flow. */
  OwnWay?: ComponentType<{ result: ResultMessage; isFlowing: boolean }>;
  /** Under the results, once they are open. */
  Results?: ComponentType;
};

const PARTS = [
  { name: "guess", steps: { guess: GuessPanel }, OwnWay: OwnGuess },
  { name: "exitTicket", Results: ExitTicketForm },
] as const satisfies readonly ResultsParts[];

export const PHONE_RESULTS: readonly ResultsParts[] = PARTS;
export const PHONE_STEPS = merged(partsIn(PARTS, "steps"));

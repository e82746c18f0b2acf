"use client";
import type { ComponentType } from "react";
import { GuessPanel } from "#app/activities/guess/Phone.tsx";
import { OwnGuess } from "#app/activities/guess/PhoneFlow.tsx";
import type { ActivityStep } from "#debate/activities/index.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What a phone shows at the steps of the reveal that activities add. */
export const PHONE_STEPS: Record<ActivityStep, ComponentType> = { guess: GuessPanel };

/** Under a student's own way in the flow. */
export const UNDER_OWN_WAY: readonly ComponentType<{ result: ResultMessage; isFlowing: boolean }>[] = [
  OwnGuess,
];

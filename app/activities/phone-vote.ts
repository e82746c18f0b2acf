"use client";
import type { ComponentType } from "react";
import { OutlookQuestions } from "#app/activities/outlook/PhoneVote.tsx";
import type { Asked } from "#debate/activities/index.ts";
import { OUTLOOKS } from "#debate/activities/outlook/rules.ts";
import type { Round } from "#debate/rules/choices.ts";

/** What activities ask below a vote that was cast. `field`: where the ballot has the answers; `count`: how many questions. */
type VoteQuestions = { field: Asked; count: number; Questions: ComponentType<{ round: Round }> };

export const VOTE_QUESTIONS: readonly VoteQuestions[] = [
  { field: "outlook", count: OUTLOOKS.length, Questions: OutlookQuestions },
];

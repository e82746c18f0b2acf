"use client";
import type { ComponentType } from "react";
import { ControlQuestion } from "#app/activities/control/PhoneVote.tsx";
import { VotedTwice, VotesLater, votesLater } from "#app/activities/experiment/PhoneVote.tsx";
import { useUnsentForExperiment } from "#app/activities/experiment/use-unsent.ts";
import { OutlookQuestions } from "#app/activities/outlook/PhoneVote.tsx";
import { useUnsentLine } from "#app/activities/pairs/phone/use-unsent-line.ts";
import { useUnsentSteelman } from "#app/activities/steelman/use-unsent.ts";
import type { WordsOf } from "#app/messages/words.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import type { ActivityName, Asked } from "#debate/activities/index.ts";
import { OUTLOOKS } from "#debate/activities/outlook/rules.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** What activities ask below a vote that was cast. `field`: where the ballot has the answers; `count`: how many questions. */
type VoteQuestions = {
  name: ActivityName;
  field: Asked;
  count: number;
  Questions: ComponentType<{ round: Round }>;
};

export const VOTE_QUESTIONS: readonly VoteQuestions[] = [
  { name: "outlook", field: "outlook", count: OUTLOOKS.length, Questions: OutlookQuestions },
  { name: "control", field: "control", count: 1, Questions: ControlQuestion },
];

/** What activities put in place of a vote, for whom it is not open; and above it. */
type VotePlaces = {
  name: ActivityName;
  Instead?: {
    isFor: (round: Round, you: Mine, settings: Settings) => boolean;
    View: ComponentType;
    /** What is said of a vote that was refused for it. */
    refused: WordsOf<"student">;
  };
  Note?: ComponentType<{ round: Round }>;
};

export const VOTE_PLACES: readonly VotePlaces[] = [
  {
    name: "experiment",
    Instead: { isFor: votesLater, View: VotesLater, refused: "experiment.notYours" },
    Note: VotedTwice,
  },
];

/** What stands in place of a seat's vote in a round, if anything. */
export const insteadOfVote = (round: Round, you: Mine, settings: Settings) =>
  VOTE_PLACES.find(({ Instead }) => Instead?.isFor(round, you, settings))?.Instead;

/** [F18] What was being written in activities when the class moved on. */
export function useUnsentInActivities(phase: Phase): Unsent[] {
  return [...useUnsentForExperiment(phase), ...useUnsentLine(phase), ...useUnsentSteelman(phase)];
}

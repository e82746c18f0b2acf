// What simulated students do in all activities.

import { simulateAnswers } from "#server/activities/comprehension/simulate.ts";
import { simulateControl } from "#server/activities/control/simulate.ts";
import { simulateExitTickets } from "#server/activities/exit-ticket/simulate.ts";
import { simulateExperiment } from "#server/activities/experiment/simulate.ts";
import { simulateGuesses } from "#server/activities/guess/simulate.ts";
import { simulateOutlook } from "#server/activities/outlook/simulate.ts";
import { simulatePairs } from "#server/activities/pairs/simulate.ts";
import { simulateReading } from "#server/activities/reading/simulate.ts";
import { simulateSpeakers } from "#server/activities/speaking/simulate.ts";
import { simulateSteelmen } from "#server/activities/steelman/simulate.ts";
import type {
  Planning,
  Simulate,
  SimulateAnswers,
  SimulateEach,
  Student,
} from "#server/rehearsal/simulated-student.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

const ALL: readonly Simulate[] = [
  simulateReading,
  simulateExperiment,
  simulateSpeakers,
  simulatePairs,
  simulateSteelmen,
  simulateGuesses,
  simulateExitTickets,
];
const EACH: readonly SimulateEach[] = [simulateAnswers];
const ANSWERS: readonly SimulateAnswers[] = [simulateOutlook, simulateControl];

export function simulateActivities(planning: Planning): (session: SessionRecord) => Promise<void> {
  const plans = ALL.map((simulate) => simulate(planning));
  return async (session) => {
    for (const plan of plans) await plan(session);
  };
}

/** Called for each student who joins, and for all at each move. */
export function simulateEach(planning: Planning): (session: SessionRecord, student: Student) => void {
  const plans = EACH.map((simulate) => simulate(planning));
  return (session, student) => {
    for (const plan of plans) plan(session, student);
  };
}

/** Answers to what activities ask with a vote. */
export const answersToActivities: SimulateAnswers = (...asked) =>
  Object.assign({}, ...ANSWERS.map((answer) => answer(...asked)));

// What simulated students do in all activities.
import { merged } from "#debate/activities/merged.ts";
import { simulateExitTickets } from "#server/activities/exit-ticket/simulate.ts";
import { simulateGuesses } from "#server/activities/guess/simulate.ts";
import { simulateOutlook } from "#server/activities/outlook/simulate.ts";
import type { Planning, SimulateAnswers } from "#server/rehearsal/simulated-student.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const ANSWERS = [simulateOutlook] as const;
const ALL = [simulateGuesses, simulateExitTickets] as const;

export function simulateActivities(planning: Planning): (session: SessionRecord) => void {
  const plans = ALL.map((simulate) => simulate(planning));
  return (session) => {
    for (const plan of plans) plan(session);
  };
}

/** What they answer with a vote of what activities ask. */
export const answersToActivities: SimulateAnswers = (...asked) =>
  merged(ANSWERS.map((answer) => answer(...asked)));

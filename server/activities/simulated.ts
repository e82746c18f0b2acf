// What simulated students do in all activities.
import { simulateAnswers } from "#server/activities/comprehension/simulate.ts";
import { simulateExitTickets } from "#server/activities/exit-ticket/simulate.ts";
import { simulateReading } from "#server/activities/reading/simulate.ts";
import type { Planning, Student } from "#server/rehearsal/simulated-student.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const ALL = [simulateReading, simulateExitTickets] as const;
const EACH = [simulateAnswers] as const;

export function simulateActivities(planning: Planning): (session: SessionRecord) => void {
  const plans = ALL.map((simulate) => simulate(planning));
  return (session) => {
    for (const plan of plans) plan(session);
  };
}

/** What one student does, whenever the class comes to another phase, and as they join. */
export function simulateEach(planning: Planning): (session: SessionRecord, student: Student) => void {
  const plans = EACH.map((simulate) => simulate(planning));
  return (session, student) => {
    for (const plan of plans) plan(session, student);
  };
}

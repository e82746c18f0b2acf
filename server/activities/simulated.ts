// What simulated students do in all activities.
import { simulateExitTickets } from "#server/activities/exit-ticket/simulate.ts";
import { simulateSteelmen } from "#server/activities/steelman/simulate.ts";
import type { Planning } from "#server/rehearsal/simulated-student.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const ALL = [simulateSteelmen, simulateExitTickets] as const;

export function simulateActivities(planning: Planning): (session: SessionRecord) => void {
  const plans = ALL.map((simulate) => simulate(planning));
  return (session) => {
    for (const plan of plans) plan(session);
  };
}

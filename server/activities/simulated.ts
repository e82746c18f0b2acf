// What simulated students do in all activities.
import { simulateExitTickets } from "#server/activities/exit-ticket/simulate.ts";
import { simulateSpeakers } from "#server/activities/speaking/simulate.ts";
import type { Planning } from "#server/rehearsal/simulated-student.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const ALL = [simulateSpeakers, simulateExitTickets] as const;

export function simulateActivities(planning: Planning): (session: SessionRecord) => Promise<void> {
  const plans = ALL.map((simulate) => simulate(planning));
  return async (session) => {
    for (const plan of plans) await plan(session);
  };
}

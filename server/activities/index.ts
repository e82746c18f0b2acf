// What all activities do in a session, in the order of the lesson.
import type { ActivityName } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { OwnFileOfActivities, OwnOfActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import { exitTicketUse } from "#server/activities/exit-ticket/use-cases.ts";
import { steelmanUse } from "#server/activities/steelman/use-cases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const USE = { steelman: steelmanUse, exitTicket: exitTicketUse } as const;
const ALL = Object.values(USE);
type Reading = Pick<Dependencies, "store" | "ids">;

export const USES = merged(ALL.map(({ uses }) => uses));
export const TABLES = merged(ALL.map(({ tables }) => tables));

/** What is told to a student of their own. */
export async function ownOfActivities(
  parts: Reading,
  session: SessionRecord,
  participantId: string,
): Promise<OwnOfActivities> {
  const told: OwnOfActivities = {};
  for (const [name, { mine }] of Object.entries(USE))
    if (isOn(name as ActivityName, session.settings))
      Object.assign(told, await mine(parts, session, participantId));
  return told;
}

/** [G1] */
export async function ownFileOfActivities(
  parts: Reading,
  participantId: string,
): Promise<OwnFileOfActivities> {
  return merged(await Promise.all(ALL.map(({ ownFile }) => ownFile(parts, participantId))));
}

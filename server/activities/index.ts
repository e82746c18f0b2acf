// What all activities do in a session, in the order of the lesson.

import type { ActivityName } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { OwnFileOfActivities, OwnOfActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import { comprehensionUse } from "#server/activities/comprehension/use-cases.ts";
import { exitTicketUse } from "#server/activities/exit-ticket/use-cases.ts";
import { laterVoteUse } from "#server/activities/later-vote/use-cases.ts";
import { speakingUse } from "#server/activities/speaking/use-cases.ts";
import { steelmanUse } from "#server/activities/steelman/use-cases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const USE = {
  comprehension: comprehensionUse,
  speaking: speakingUse,
  steelman: steelmanUse,
  exitTicket: exitTicketUse,
  laterVote: laterVoteUse,
} as const;
const ALL = Object.values(USE);
type Reading = Pick<Dependencies, "store" | "ids">;

export const USES = merged(ALL.map(({ uses }) => uses));
export const TABLES = merged(ALL.flatMap((use) => ("tables" in use ? [use.tables] : [])));

/** What is told to a student of their own. */
export async function ownOfActivities(
  parts: Reading,
  session: SessionRecord,
  participantId: string,
): Promise<OwnOfActivities> {
  const told: OwnOfActivities = {};
  for (const [name, use] of Object.entries(USE))
    if ("mine" in use && isOn(name as ActivityName, session.settings))
      Object.assign(told, await use.mine(parts, session, participantId));
  return told;
}

/** [G1] */
export async function ownFileOfActivities(
  parts: Reading,
  participantId: string,
): Promise<OwnFileOfActivities> {
  const files = ALL.flatMap((use) => ("ownFile" in use ? [use.ownFile(parts, participantId)] : []));
  return merged(await Promise.all(files));
}

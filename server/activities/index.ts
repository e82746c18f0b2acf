// What all activities do in a session, in the order of the lesson.

import type { ActivityName } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { OwnFileOfActivities, OwnOfActivities, SeatOfActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import type { ActivityUse, Moving } from "#server/activities/activity-use.ts";
import { comprehensionUse } from "#server/activities/comprehension/use-cases.ts";
import { exitTicketUse } from "#server/activities/exit-ticket/use-cases.ts";
import { laterVoteUse } from "#server/activities/later-vote/use-cases.ts";
import { pairsUse } from "#server/activities/pairs/use-cases.ts";
import { speakingUse } from "#server/activities/speaking/use-cases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const USE = {
  comprehension: comprehensionUse,
  speaking: speakingUse,
  pairs: pairsUse,
  exitTicket: exitTicketUse,
  laterVote: laterVoteUse,
} as const;
const ALL = Object.values(USE);
type Hooks = Pick<ActivityUse, "seats" | "moved" | "left"> & { uses: object };
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

/** What host or assistant is told of each seat. */
export async function seatsInActivities(
  parts: Pick<Dependencies, "store">,
  session: SessionRecord,
  role: Actor,
): Promise<(participantId: string) => SeatOfActivities> {
  const told: ReadonlyMap<string, SeatOfActivities>[] = [];
  for (const [name, { seats }] of Object.entries<Hooks>(USE))
    if (seats && isOn(name as ActivityName, session.settings)) told.push(await seats(parts, session, role));
  return (participantId) => merged(told.flatMap((seats) => seats.get(participantId) ?? []));
}

/** The class has come to another phase. Answers the seats whose own state is another there. */
export async function comeTo(parts: Moving, session: SessionRecord): Promise<string[]> {
  const seats: string[] = [];
  for (const [name, { moved }] of Object.entries<Hooks>(USE))
    if (moved && isOn(name as ActivityName, session.settings)) seats.push(...(await moved(parts, session)));
  return seats;
}

/** Seats were removed or deleted. */
export async function seatsLeft(parts: Moving, sessionId: string): Promise<void> {
  for (const { left } of Object.values<Hooks>(USE)) await left?.(parts, sessionId);
}

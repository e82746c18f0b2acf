// What all activities do in a session, in the order of the lesson.

import type { ActivityName } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { OwnFileOfActivities, OwnOfActivities, SeatOfActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { ActivityTable, ActivityUse, Moving } from "#server/activities/activity-use.ts";
import { comprehensionUse } from "#server/activities/comprehension/use-cases.ts";
import { exitTicketUse } from "#server/activities/exit-ticket/use-cases.ts";
import { experimentUse } from "#server/activities/experiment/use-cases.ts";
import { guessUse } from "#server/activities/guess/use-cases.ts";
import { laterVoteUse } from "#server/activities/later-vote/use-cases.ts";
import { pairsUse } from "#server/activities/pairs/use-cases.ts";
import { readingUse } from "#server/activities/reading/use-cases.ts";
import { speakingUse } from "#server/activities/speaking/use-cases.ts";
import { steelmanUse } from "#server/activities/steelman/use-cases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { ExportRow, NamedPeople } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { Drawn } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

const USE = {
  experiment: experimentUse,
  reading: readingUse,
  comprehension: comprehensionUse,
  speaking: speakingUse,
  pairs: pairsUse,
  steelman: steelmanUse,
  guess: guessUse,
  exitTicket: exitTicketUse,
  laterVote: laterVoteUse,
} as const;
const ALL: readonly AnyUse[] = Object.values(USE);
type Reading = Pick<Dependencies, "store" | "ids">;

/** Without the types of their messages. */
type AnyUse = Omit<ActivityUse, "uses"> & { uses: object };

export const USES = merged(Object.values(USE).map(({ uses }) => uses));
export const TABLES = merged(Object.values(USE).flatMap((use) => ("tables" in use ? [use.tables] : [])));

const tablesByName: Readonly<Record<string, ActivityTable>> = TABLES;

/** Whether not even the host may have a table now. */
export function isSealedTable(table: string, session: SessionRecord): boolean {
  return tablesByName[table]?.isSealed?.(session) === true;
}

/** [V52] The tables in which people have the same ids as in votes. */
export const TABLES_OF_VOTES = Object.keys(tablesByName).filter((table) => tablesByName[table]?.isOfVotes);

export async function ownOfActivities(
  parts: Reading & Pick<Dependencies, "clock">,
  session: SessionRecord,
  participantId: string,
): Promise<OwnOfActivities> {
  const own: OwnOfActivities = {};
  for (const [name, { mine }] of Object.entries<AnyUse>(USE))
    if (isOn(name as ActivityName, session.settings))
      Object.assign(own, await mine?.(parts, session, participantId));
  return own;
}

/** [G1] */
export async function ownFileOfActivities(
  parts: Reading,
  participantId: string,
): Promise<OwnFileOfActivities> {
  const files = Object.values(USE).flatMap((use) =>
    "ownFile" in use ? [use.ownFile(parts, participantId)] : [],
  );
  return merged(await Promise.all(files));
}

/** [G1] */
export async function ownSeatOfActivities(parts: Reading, participantId: string): Promise<object> {
  const parted = ALL.map(({ ownSeat }) => ownSeat?.(parts, participantId));
  return Object.assign({}, ...(await Promise.all(parted)));
}

export function drawForActivities(parts: Pick<Dependencies, "ids">, { settings }: SessionRecord): Drawn {
  const drawn: Drawn = { firstSide: null };
  for (const [name, { draws }] of Object.entries<AnyUse>(USE))
    if (isOn(name as ActivityName, settings)) Object.assign(drawn, draws?.draw(parts));
  return drawn;
}

/** What the student of a new seat sees of it. */
export function drawnOfActivities(drawn: Drawn): OwnOfActivities {
  return Object.assign({}, ...ALL.map(({ draws }) => draws?.shown(drawn)));
}

export async function seatsInActivities(
  parts: Pick<Dependencies, "store">,
  session: SessionRecord,
  role: Actor,
): Promise<(participantId: string) => SeatOfActivities> {
  const all: ReadonlyMap<string, object>[] = [];
  for (const [name, { seats }] of Object.entries<AnyUse>(USE))
    if (seats && isOn(name as ActivityName, session.settings)) all.push(await seats(parts, session, role));
  return (participantId) => Object.assign({}, ...all.map((seats) => seats.get(participantId)));
}

/** Why a seat may not vote in a round, beside the rules of ballots. */
export async function mayVote(parts: Dependencies, seat: Seat, round: Round): Promise<Result<void>> {
  for (const { mayVote: may } of ALL) {
    const answered = await may?.(parts, seat, round);
    if (answered && !answered.ok) return answered;
  }
  return accept(undefined);
}

/** Whether a student who joins now has something of their own at once. */
export function hasOwnAtOnce(session: SessionRecord): boolean {
  return Object.entries<AnyUse>(USE).some(
    ([name, { hasOwnAtOnce: has }]) => isOn(name as ActivityName, session.settings) && has?.(session),
  );
}

/** What activities add to the exported table `participants`. */
export async function seatColumnsOfActivities(parts: Reading, session: SessionRecord): Promise<NamedPeople> {
  const all: NamedPeople[] = [];
  for (const { seatColumns } of ALL) if (seatColumns) all.push(await seatColumns(parts, session));
  return {
    columns: all.flatMap(({ columns }) => columns),
    of: (id) => Object.assign({}, ...all.map(({ of }) => of(id))),
  };
}

/** [M33] What was planned before the first vote, if anything was: its hash, and when. */
export async function planOf(
  parts: Pick<Dependencies, "store">,
  session: SessionRecord,
): Promise<{ hash: string; at: string } | null> {
  const { planHash, plannedAt } = await designOfActivities(parts, session);
  return planHash && plannedAt ? { hash: `${planHash}`, at: `${plannedAt}` } : null;
}

/** What activities add to the exported table `design`. */
export async function designOfActivities(
  parts: Pick<Dependencies, "store">,
  session: SessionRecord,
): Promise<ExportRow> {
  const all: ExportRow[] = [];
  for (const { design } of ALL) if (design) all.push(await design(parts, session));
  return Object.assign({}, ...all);
}

/** Called after a move. Returns the seats whose own state changed. */
export async function comeTo(parts: Moving, session: SessionRecord): Promise<string[]> {
  const seats: string[] = [];
  for (const [name, { moved }] of Object.entries<AnyUse>(USE))
    if (moved && isOn(name as ActivityName, session.settings)) seats.push(...(await moved(parts, session)));
  return seats;
}

export async function seatsLeft(parts: Moving, sessionId: string): Promise<void> {
  for (const { left } of Object.values<AnyUse>(USE)) await left?.(parts, sessionId);
}

import { STRIDE } from "#debate/counting/drained.ts";
import { type ParticipationInput, participationInSlices } from "#debate/counting/participation.ts";
import { sortedInSlices } from "#debate/counting/sorted.ts";
import type { Participation, ParticipationRecord, ParticipationRow } from "#debate/protocol/pages.ts";
import { personFor, tells } from "#debate/rules/identity.ts";
import { latestRound, openRound, roundsWith } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { DrawnIds } from "#server/sessions/drawn-ids.ts";
import type { ParticipantRecord } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "clock">;

const named = ({ realName, name }: ParticipationRow) => realName ?? name;

/** Readings in progress, by session and version. */
const reading = new WeakMap<Dependencies["store"], Map<string, Promise<Participation>>>();

/**
 * [V19] Who took part, and how, for the host. [V7] [V8] Refused in an anonymous session. [L15] Read, counted and sorted in slices, and
 * once for all who ask at the same time.
 */
export async function participationOf(
  parts: Reading,
  session: SessionRecord,
): Promise<Result<Participation>> {
  const { id, version, settings } = session;
  if (!tells(settings.identity, "host", "votes")) return refuse("forbidden");
  const started = reading.get(parts.store) ?? new Map<string, Promise<Participation>>();
  reading.set(parts.store, started);
  const key = `${id} ${version}`;
  const read = started.get(key) ?? readNow(parts, session).finally(() => started.delete(key));
  started.set(key, read);
  return accept(await read);
}

/** [V40] The record without names, sorted by drawn ids. */
export async function recordWithoutNames(
  { rows, ...rest }: Participation,
  drawn: DrawnIds,
): Promise<ParticipationRecord> {
  const redrawn = rows.map(({ participantId, name: _, realName: _typed, ...row }) => ({
    participantId: drawn(participantId),
    ...row,
  }));
  const inOrder = sortedInSlices(redrawn, (one, other) => (one.participantId < other.participantId ? -1 : 1));
  return { ...rest, rows: await inSlices(inOrder) };
}

async function readNow({ store, clock }: Reading, session: SessionRecord): Promise<Participation> {
  const { id, phase, settings } = session;
  const asOf = new Date(clock()).toISOString();
  const open = openRound(phase);
  // [G4] A seat that was removed and then deleted has its number in place of a name.
  // [Y8] Without slips, whose writers are unknown.
  const seats = (await store.participants.ofSession(id)).filter(
    (seat) => seat.name !== seat.id && !seat.onPaper,
  );
  const input: ParticipationInput = {
    seats: seats.map((seat) => seat.id),
    open,
    voted: await store.ballots.voted(id),
    ballots: await store.ballots.ofSession(id),
    rebuttals: await store.rebuttals.ofSession(id),
    endorsements: await store.rebuttals.endorsements(id),
  };
  return {
    asOf,
    rounds: roundsWith(settings, (round) => round === latestRound(phase, settings)),
    open,
    rows: await inSlices(rowsInSlices(input, seats, settings)),
    deletedSeats: await store.events.seatsDeleted(id),
  };
}

function* rowsInSlices(
  input: ParticipationInput,
  seats: readonly ParticipantRecord[],
  { identity, language }: Settings,
): Generator<void, ParticipationRow[]> {
  const contributions = yield* participationInSlices(input);
  const rows: ParticipationRow[] = [];
  for (const { removed, wordsDeleted, ...seat } of seats) {
    const { id: participantId = "", name = "", ...typed } = personFor("host", identity, seat);
    const own = contributions.get(seat.id);
    if (own) rows.push({ participantId, name, ...typed, removed, ...own, deletedWords: wordsDeleted });
    if (rows.length % STRIDE === 0) yield;
  }
  yield;
  // [E5] Numbers in names count as such: Owl 2 before Owl 10.
  const { compare } = new Intl.Collator(language, { numeric: true });
  return yield* sortedInSlices(rows, (one, other) => compare(named(one), named(other)));
}

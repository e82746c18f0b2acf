import { admits, holdsOnlyAsked } from "#debate/rules/ballots.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { WriteMetrics } from "#server/platform/write-metrics.ts";
import { createGroupWriter, type Grouping, type Storing } from "#server/store/batching/group-writer.ts";
import type { Cast, Client, Database } from "#server/store/database.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";

/** Called with ballots once they are on disk. */
export type OnStored = (casts: Cast[]) => void;

const SETTINGS_KEPT = 10_000;
/** [B2] A class that votes one after the other shares transactions, and one that votes at once doesn't wait. */
const GROUPING: Grouping = { most: 100, wait: 50 };

/**
 * Stores a ballot. Resolves once it is on disk, or with the reason it was refused. [B2] Ballots that arrive during a
 * transaction are stored together by the next one, which checks the phase inside it.
 */
export function createBallotWriter(
  { reader, storeBallots, groupKeyOf }: Pick<Database, "reader" | "storeBallots" | "groupKeyOf">,
  onStored: OnStored,
  watch: WriteMetrics,
) {
  const settings = new Map<string, Settings>();

  /** Read once, as ballots don't depend on the settings that can change after opening [R13]. */
  async function learnSettings(casts: Cast[]): Promise<void> {
    const ids = new Set<string>();
    for (const { sessionId } of casts) if (!settings.has(sessionId)) ids.add(sessionId);
    if (ids.size === 0) return;
    if (settings.size > SETTINGS_KEPT) settings.clear();
    for (const row of await reader.session.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, settings: true },
    }))
      settings.set(row.id, readSettings(row));
  }

  function holdsAsked({ sessionId, ballot }: Cast): boolean {
    const known = settings.get(sessionId);
    return known !== undefined && holdsOnlyAsked(known, ballot);
  }

  const storing: Storing<Cast, Result<{ seq: number }>> = {
    async store(casts) {
      await learnSettings(casts);
      const asked = casts.filter(holdsAsked);
      if (asked.length === casts.length) return storeBallots(casts);
      const leftOut = asked.length === 0 ? [] : await storeBallots(asked);
      return [...leftOut, ...casts.filter((cast) => !holdsAsked(cast))];
    },
    stored: ({ ballot: { seq } }) => accept({ seq }),
    async explain(casts) {
      const known = await contextOf(reader, casts);
      return (cast) => {
        const decided = decide(known, cast);
        if (decided.ok && decided.value.store) return null;
        watch.settled(decided.ok ? "repeated" : decided.code, 1);
        return decided.ok ? accept({ seq: cast.ballot.seq }) : decided;
      };
    },
    busy: () => refuse("busy"),
    onStored,
  };
  return createGroupWriter(storing, groupKeyOf, watch, GROUPING);
}

type Known = {
  sessions: Map<string, { phase: Phase; settings: Settings }>;
  seats: Map<string, { sessionId: string; removed: boolean }>;
  seqs: Map<string, number>;
  authors: Map<string, { sessionId: string; participantId: string }>;
};

function decide({ sessions, seats, seqs, authors }: Known, cast: Cast): Result<{ store: boolean }> {
  const { sessionId, participantId, ballot } = cast;
  const session = sessions.get(sessionId);
  const seat = seats.get(participantId);
  if (!session || !seat) return refuse("not-found");
  // [B6] A signed ticket identifies the seat, not the session.
  if (seat.sessionId !== sessionId) return refuse("unauthorized");
  const storedSeq = seqs.get(`${participantId} ${ballot.round}`) ?? null;
  const admitted = admits({ ...session, removed: seat.removed, storedSeq }, ballot);
  const credited = ballot.credit?.rebuttalId;
  if (!admitted.ok || !admitted.value.store || credited === undefined) return admitted;
  const author = authors.get(credited);
  if (author?.sessionId !== sessionId) return refuse("not-found", "credit.rebuttalId");
  // [C4] People can't credit their own rebuttal.
  if (author.participantId === participantId) return refuse("forbidden", "credit.rebuttalId");
  return admitted;
}

async function contextOf(reader: Client, casts: Cast[]): Promise<Known> {
  const distinct = (ids: string[]) => ({ in: [...new Set(ids)] });
  const participants = distinct(casts.map(({ participantId }) => participantId));
  const credited = casts.flatMap(({ ballot }) => ballot.credit?.rebuttalId ?? []);
  const sessionRows = await reader.session.findMany({
    where: { id: distinct(casts.map(({ sessionId }) => sessionId)) },
    select: { id: true, phase: true, settings: true },
  });
  const seats = await reader.participant.findMany({
    where: { id: participants },
    select: { id: true, sessionId: true, removedAt: true },
  });
  const stored = await reader.ballot.findMany({
    where: { participantId: participants },
    select: { participantId: true, round: true, seq: true },
  });
  const rebuttals =
    credited.length === 0
      ? []
      : await reader.rebuttal.findMany({
          where: { id: distinct(credited) },
          select: { id: true, sessionId: true, participantId: true },
        });
  return {
    sessions: new Map(
      sessionRows.map(({ id, phase, settings }) => [
        id,
        { phase: phase as Phase, settings: readSettings({ settings }) },
      ]),
    ),
    seats: new Map(seats.map(({ id, removedAt, ...seat }) => [id, { ...seat, removed: removedAt !== null }])),
    seqs: new Map(stored.map(({ participantId, round, seq }) => [`${participantId} ${round}`, Number(seq)])),
    authors: new Map(rebuttals.map(({ id, ...rebuttal }) => [id, rebuttal])),
  };
}

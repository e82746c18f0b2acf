import { setImmediate } from "node:timers/promises";
import { admits, type BallotIntent, holdsOnlyAsked } from "#debate/rules/ballots.ts";
import { ROUNDS } from "#debate/rules/choices.ts";
import { PHASE_OF_ROUND, type Phase } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** A ballot on its way to the database. */
export type Cast = { participantId: string; sessionId: string; ballot: BallotIntent; at: number };

type Waiting = {
  cast: Cast;
  settle: (result: Result<{ seq: number }>) => void;
  fail: (error: unknown) => void;
};

/** More waiting ballots than this are refused with `busy`, and the sender tries again. */
const QUEUE_LENGTH = 20_000;
/** Ballots in one transaction: enough to share one write to disk, few enough to keep its turn short. */
const GROUP = 1_000;
const SETTINGS_KEPT = 10_000;

/**
 * The one way by which ballots are stored: a function that takes one and resolves when it is on disk, or with why it
 * was refused. [B2] Whatever arrives while a transaction runs is stored by the next one, which checks the phase inside it.
 */
export function createBallotWriter({ reader, write }: Database) {
  let waiting: Waiting[] = [];
  let writing = false;

  const settings = new Map<string, Settings>();

  /** A session's settings never change, so they are read once. */
  async function learnSettings(group: Waiting[]): Promise<void> {
    const ids = [...new Set(group.map(({ cast }) => cast.sessionId))].filter((id) => !settings.has(id));
    if (ids.length === 0) return;
    if (settings.size > SETTINGS_KEPT) settings.clear();
    for (const row of await reader.session.findMany({
      where: { id: { in: ids } },
      select: { id: true, settings: true },
    }))
      settings.set(row.id, Settings.parse(JSON.parse(row.settings)));
  }

  async function writeGroups(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      // Whatever the sockets hold at this moment is read first, so that it shares the write to disk.
      await setImmediate();
      const group = waiting.slice(0, GROUP);
      waiting = waiting.slice(GROUP);
      try {
        await learnSettings(group);
        const casts = group.map(({ cast }) => cast);
        const results = await write((transaction) => castAll(transaction, casts, settings));
        for (const [index, { settle }] of group.entries()) settle(results[index] ?? refuse("internal"));
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
    }
    writing = false;
  }

  return (cast: Cast): Promise<Result<{ seq: number }>> => {
    if (waiting.length >= QUEUE_LENGTH) return Promise.resolve(refuse("busy"));
    return new Promise((settle, fail) => {
      waiting.push({ cast, settle, fail });
      if (!writing) void writeGroups();
    });
  };
}

/**
 * Stores a group. The usual ballot is stored by one statement, which checks phase, seat and counter by itself; only
 * where it left some out, or where a ballot needs more than that to be checked, are the rules asked one by one.
 */
async function castAll(
  transaction: Transaction,
  casts: Cast[],
  known: SettingsOf,
): Promise<Result<{ seq: number }>[]> {
  const usual = newestOf(casts.filter((cast) => isUsual(cast, known.get(cast.sessionId))));
  const stored = usual.length === 0 ? 0 : await upsert(transaction, usual);
  if (stored === usual.length && usual.length === newestOf(casts).length)
    return casts.map(({ ballot: { seq } }) => accept({ seq }));
  return castOneByOne(transaction, casts);
}

// What the one statement stored already is a repetition here, and answered as one.
async function castOneByOne(transaction: Transaction, casts: Cast[]): Promise<Result<{ seq: number }>[]> {
  const known = await contextOf(transaction, casts);
  const left: Cast[] = [];
  const results = casts.map((cast) => {
    const decided = decide(known, cast);
    if (!decided.ok) return decided;
    if (decided.value.store) {
      known.seqs.set(seatAndRound(cast), cast.ballot.seq);
      left.push(cast);
    }
    return accept({ seq: cast.ballot.seq });
  });
  if (left.length > 0) await upsert(transaction, newestOf(left));
  return results;
}

const seatAndRound = ({ participantId, ballot }: Cast) => `${participantId} ${ballot.round}`;

/** Of several ballots of one seat in one round, the one with the highest counter. */
function newestOf(casts: Cast[]): Cast[] {
  const newest = new Map<string, Cast>();
  for (const cast of casts) {
    const known = newest.get(seatAndRound(cast));
    if (!known || cast.ballot.seq > known.ballot.seq) newest.set(seatAndRound(cast), cast);
  }
  return newest.size === casts.length ? casts : [...newest.values()];
}

type SettingsOf = ReadonlyMap<string, Settings>;

function isUsual({ ballot }: Cast, settings: Settings | undefined): boolean {
  return (
    settings !== undefined && ballot.credit?.rebuttalId === undefined && holdsOnlyAsked(settings, ballot)
  );
}

type Known = {
  sessions: Map<string, { phase: Phase; settings: Settings }>;
  seats: Map<string, { sessionId: string; removed: boolean }>;
  seqs: Map<string, number>;
  authors: Map<string, { sessionId: string; participantId: string; status: string }>;
};

function decide({ sessions, seats, seqs, authors }: Known, cast: Cast): Result<{ store: boolean }> {
  const { sessionId, participantId, ballot } = cast;
  const session = sessions.get(sessionId);
  const seat = seats.get(participantId);
  if (!session || !seat) return refuse("not-found");
  // [B6] A seat votes in its own session: a signed ticket says who asks, not where.
  if (seat.sessionId !== sessionId) return refuse("unauthorized");
  const admitted = admits(
    { ...session, removed: seat.removed, storedSeq: seqs.get(seatAndRound(cast)) ?? null },
    ballot,
  );
  const credited = ballot.credit?.rebuttalId;
  if (!admitted.ok || !admitted.value.store || credited === undefined) return admitted;
  const author = authors.get(credited);
  if (author?.sessionId !== sessionId || author.status !== "published")
    return refuse("not-found", "credit.rebuttalId");
  // [C4] Nobody is moved by their own rebuttal.
  if (author.participantId === participantId) return refuse("forbidden", "credit.rebuttalId");
  return admitted;
}

async function contextOf(transaction: Transaction, casts: Cast[]): Promise<Known> {
  const distinct = (ids: string[]) => ({ in: [...new Set(ids)] });
  const participants = distinct(casts.map(({ participantId }) => participantId));
  const credited = casts.flatMap(({ ballot }) => ballot.credit?.rebuttalId ?? []);
  const sessionRows = await transaction.session.findMany({
    where: { id: distinct(casts.map(({ sessionId }) => sessionId)) },
    select: { id: true, phase: true, settings: true },
  });
  const seats = await transaction.participant.findMany({
    where: { id: participants },
    select: { id: true, sessionId: true, removedAt: true },
  });
  const stored = await transaction.ballot.findMany({
    where: { participantId: participants },
    select: { participantId: true, round: true, seq: true },
  });
  const rebuttals =
    credited.length === 0
      ? []
      : await transaction.rebuttal.findMany({
          where: { id: distinct(credited) },
          select: { id: true, sessionId: true, participantId: true, status: true },
        });
  return {
    sessions: new Map(
      sessionRows.map(({ id, phase, settings }) => [
        id,
        { phase: phase as Phase, settings: Settings.parse(JSON.parse(settings)) },
      ]),
    ),
    seats: new Map(seats.map(({ id, removedAt, ...seat }) => [id, { ...seat, removed: removedAt !== null }])),
    seqs: new Map(stored.map(({ participantId, round, seq }) => [`${participantId} ${round}`, Number(seq)])),
    authors: new Map(rebuttals.map(({ id, ...rebuttal }) => [id, rebuttal])),
  };
}

const COLUMNS = [
  "participantId",
  "sessionId",
  "round",
  "choice",
  "seq",
  "confidence",
  "reason",
  "creditRebuttal",
  "creditSide",
  "creditParagraph",
  "creditWithout",
  "creditWhy",
  "castAt",
];
const quoted = (column: string) => `"${column}"`;
const REPLACED = COLUMNS.filter((column) => !["participantId", "sessionId", "round"].includes(column));

/** [B1] [B3] [B4] hold within the statement: what does not fit its session's phase, its seat or its counter is left out. */
const UPSERT = `
  INSERT INTO "ballot" (${COLUMNS.map(quoted).join(", ")})
  SELECT ${COLUMNS.map((_, index) => `given.value ->> ${index}`).join(", ")}
  FROM json_each(?) AS given
  JOIN "participant" ON "participant"."id" = given.value ->> 0 AND "participant"."removedAt" IS NULL
  JOIN "session" ON "session"."id" = given.value ->> 1 AND "session"."id" = "participant"."sessionId"
    AND "session"."phase" = CASE given.value ->> 2 ${ROUNDS.map((round) => `WHEN '${round}' THEN '${PHASE_OF_ROUND[round]}'`).join(" ")} END
  WHERE true
  ON CONFLICT ("participantId", "round") DO UPDATE
  SET ${REPLACED.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}
  WHERE excluded."seq" > "ballot"."seq"`;

/** Stores the ballots that fit, as one change of their sessions; answers with how many they were. */
async function upsert(transaction: Transaction, casts: Cast[]): Promise<number> {
  const rows = casts.map(({ participantId, sessionId, at, ballot }) => {
    const { round, choice, seq, confidence, reason, credit } = ballot;
    const { rebuttalId, paragraph, without, why } = credit ?? {};
    const credited = [rebuttalId, paragraph?.side, paragraph?.n, without, why];
    return [participantId, sessionId, round, choice, seq, confidence, reason, ...credited, at];
  });
  const stored = await transaction.$executeRawUnsafe(UPSERT, JSON.stringify(rows));
  if (stored > 0) {
    const sessions = [...new Set(casts.map(({ sessionId }) => sessionId))];
    const raise = `UPDATE "session" SET "version" = "version" + 1 WHERE "id" IN (SELECT value FROM json_each(?))`;
    await transaction.$executeRawUnsafe(raise, JSON.stringify(sessions));
  }
  return stored;
}

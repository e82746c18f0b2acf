import type { MyBallot } from "#debate/protocol/snapshot.ts";
import { admits, type BallotIntent } from "#debate/rules/ballots.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import { Prisma, type Ballot as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** A ballot on its way to the database. */
export type Cast = { participantId: string; sessionId: string; ballot: BallotIntent; at: number };
export type BallotRecord = MyBallot & { participantId: string; round: Round; castAt: number };

type Waiting = {
  cast: Cast;
  settle: (result: Result<{ seq: number }>) => void;
  fail: (error: unknown) => void;
};

/** More waiting ballots than this are refused with `busy`, and the sender tries again. */
const QUEUE_LENGTH = 20_000;
/** Ballots in one transaction; thirteen parameters each stay below SQLite's 32,766. */
const GROUP = 2_000;

export function ballotStore({ reader, write }: Database) {
  let waiting: Waiting[] = [];
  let writing = false;

  async function writeGroups(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP);
      waiting = waiting.slice(GROUP);
      try {
        const results = await write((transaction) =>
          castAll(
            transaction,
            group.map(({ cast }) => cast),
          ),
        );
        for (const [index, { settle }] of group.entries()) settle(results[index] ?? refuse("internal"));
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
    }
    writing = false;
  }

  return {
    /**
     * Stores one ballot; resolves when it is on disk, or with why it was refused.
     * [B2] Whatever arrives while a transaction runs is stored by the next one, which checks the phase inside it.
     */
    cast(cast: Cast): Promise<Result<{ seq: number }>> {
      if (waiting.length >= QUEUE_LENGTH) return Promise.resolve(refuse("busy"));
      return new Promise((settle, fail) => {
        waiting.push({ cast, settle, fail });
        if (!writing) queueMicrotask(() => writing || void writeGroups());
      });
    },

    async ofParticipant(participantId: string): Promise<BallotRecord[]> {
      const rows = await reader.ballot.findMany({ where: { participantId } });
      return rows.map(toBallot);
    },

    /** The ballots that count: those of participants who were not removed. */
    async ofSession(sessionId: string): Promise<BallotRecord[]> {
      const rows = await reader.ballot.findMany({
        where: { sessionId, participant: { removedAt: null } },
        orderBy: [{ participantId: "asc" }, { round: "asc" }],
      });
      return rows.map(toBallot);
    },
  };
}

async function castAll(transaction: Transaction, casts: Cast[]): Promise<Result<{ seq: number }>[]> {
  const known = await contextOf(transaction, casts);
  const newest = new Map<string, Cast>();
  const results = casts.map((cast) => {
    const decided = decide(known, cast);
    if (!decided.ok) return decided;
    if (decided.value.store) {
      known.seqs.set(seatAndRound(cast), cast.ballot.seq);
      newest.set(seatAndRound(cast), cast);
    }
    return accept({ seq: cast.ballot.seq });
  });
  if (newest.size > 0) await upsert(transaction, [...newest.values()]);
  return results;
}

const seatAndRound = ({ participantId, ballot }: Cast) => `${participantId} ${ballot.round}`;

type Known = {
  sessions: Map<string, { phase: Phase; settings: Settings }>;
  removed: Map<string, boolean>;
  seqs: Map<string, number>;
  authors: Map<string, { sessionId: string; participantId: string; status: string }>;
};

function decide({ sessions, removed, seqs, authors }: Known, cast: Cast): Result<{ store: boolean }> {
  const { sessionId, participantId, ballot } = cast;
  const session = sessions.get(sessionId);
  const isRemoved = removed.get(participantId);
  if (!session || isRemoved === undefined) return refuse("not-found");
  const admitted = admits(
    { ...session, removed: isRemoved, storedSeq: seqs.get(seatAndRound(cast)) ?? null },
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
    select: { id: true, removedAt: true },
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
    removed: new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null])),
    seqs: new Map(stored.map(({ participantId, round, seq }) => [`${participantId} ${round}`, Number(seq)])),
    authors: new Map(rebuttals.map(({ id, ...rebuttal }) => [id, rebuttal])),
  };
}

// One statement for the whole group; the session's version counts the group as one change.
async function upsert(transaction: Transaction, casts: Cast[]): Promise<void> {
  const rows = casts.map(
    ({ participantId, sessionId, at, ballot: { round, choice, seq, confidence, reason, credit } }) =>
      Prisma.sql`(${participantId}, ${sessionId}, ${round}, ${choice}, ${BigInt(seq)}, ${confidence ?? null}, ${reason ?? null}, ${credit?.rebuttalId ?? null}, ${credit?.paragraph?.side ?? null}, ${credit?.paragraph?.n ?? null}, ${credit?.without ?? null}, ${credit?.why ?? null}, ${BigInt(at)})`,
  );
  await transaction.$executeRaw`
    INSERT INTO "ballot" ("participantId", "sessionId", "round", "choice", "seq", "confidence", "reason",
      "creditRebuttal", "creditSide", "creditParagraph", "creditWithout", "creditWhy", "castAt")
    VALUES ${Prisma.join(rows)}
    ON CONFLICT ("participantId", "round") DO UPDATE SET
      "choice" = excluded."choice", "seq" = excluded."seq", "confidence" = excluded."confidence",
      "reason" = excluded."reason", "creditRebuttal" = excluded."creditRebuttal",
      "creditSide" = excluded."creditSide", "creditParagraph" = excluded."creditParagraph",
      "creditWithout" = excluded."creditWithout", "creditWhy" = excluded."creditWhy", "castAt" = excluded."castAt"
    WHERE excluded."seq" > "ballot"."seq"`;
  await transaction.session.updateMany({
    where: { id: { in: [...new Set(casts.map(({ sessionId }) => sessionId))] } },
    data: { version: { increment: 1 } },
  });
}

function toBallot(row: Row): BallotRecord {
  const credit = {
    ...(row.creditRebuttal !== null && { rebuttalId: row.creditRebuttal }),
    ...(row.creditSide !== null && {
      paragraph: { side: row.creditSide as Side, n: row.creditParagraph ?? 0 },
    }),
    ...(row.creditWithout !== null && { without: row.creditWithout as Choice }),
    ...(row.creditWhy !== null && { why: row.creditWhy }),
  };
  return {
    participantId: row.participantId,
    round: row.round as Round,
    choice: row.choice as Choice,
    seq: Number(row.seq),
    castAt: Number(row.castAt),
    ...(row.confidence !== null && { confidence: row.confidence }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(Object.keys(credit).length > 0 && { credit }),
  };
}

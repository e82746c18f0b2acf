import { type Choice, ROUNDS, type Round, type Side } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import type { MyBallot } from "#debate/rules/snapshot.ts";
import { Prisma, type Ballot as Row } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { WriteMetrics } from "#server/platform/write-metrics.ts";
import { createBallotWriter, type OnStored } from "#server/store/ballots/ballot-writer.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { seatIds } from "#server/store/sessions/seat-ids.ts";

/** Reading more takes too many milliseconds in one turn. */
const SEATS_AT_ONCE = 250;
/** Between ids, which hold none. */
const SPACE = " ";

export type BallotRecord = MyBallot & { participantId: string; round: Round; castAt: number };

export function ballotStore(database: Database, onStored: OnStored, watch: WriteMetrics) {
  const { rows } = database;
  const cast = createBallotWriter(database, onStored, watch);
  return {
    /** Stores a ballot. Resolves once it is on disk, or with the reason it was refused. */
    cast,

    /** Stores the ballots that arrived so far without gathering others. Resolves once that has begun. */
    gathered: () => cast.hurry(),

    /** Resolves once the ballots are on disk: a move overtakes other changes. */
    async beforeMove(sessionId: string): Promise<void> {
      await cast.hurry(sessionId);
      await database.settled();
    },

    /** A participant's ballots; null if there are none. */
    ofParticipant: batchedRead(async (participants) => {
      const ballots = new Map<string, BallotRecord[]>();
      const found = await database.rows<Row>(
        Prisma.sql`SELECT * FROM "ballot" WHERE "participantId" IN (${Prisma.join(participants)})`,
      );
      for (const row of found)
        ballots.set(row.participantId, [...(ballots.get(row.participantId) ?? []), toBallot(row)]);
      return ballots;
    }),

    /** Who has voted in which round, but not what. Read as one text a round: thousands of rows cost more than the query. */
    async voted(sessionId: string): Promise<{ participantId: string; round: Round }[]> {
      const voted: { participantId: string; round: Round }[] = [];
      for (const round of ROUNDS) {
        await ownTurn();
        const [row] = await rows<{ people: string | null }>(Prisma.sql`
          SELECT string_agg("participantId", ${SPACE}) AS "people" FROM "ballot"
          WHERE "sessionId" = ${sessionId} AND "round" = ${round}`);
        for (const participantId of row?.people?.split(SPACE) ?? []) voted.push({ participantId, round });
      }
      return voted;
    },

    /** The ballots that count: those of participants who were not removed. */
    async ofSession(sessionId: string): Promise<BallotRecord[]> {
      const ballots: BallotRecord[] = [];
      const seats = await seatIds(rows, sessionId);
      for (const part of divided(seats.sort(), SEATS_AT_ONCE)) {
        await ownTurn();
        const found = await rows<Row>(Prisma.sql`
          SELECT * FROM "ballot" WHERE "participantId" IN (${Prisma.join(part)})
          ORDER BY "participantId", "round"`);
        for (const row of found) ballots.push(toBallot(row));
      }
      return ballots;
    },
  };
}

function toBallot(row: Row): BallotRecord {
  const credit = present({
    rebuttalId: row.creditRebuttal,
    paragraph: row.creditSide === null ? null : { side: row.creditSide as Side, n: row.creditParagraph ?? 0 },
    without: row.creditWithout as Choice | null,
    why: row.creditWhy,
  });
  const outlook = present({ understanding: row.understanding, respect: row.respect });
  return {
    participantId: row.participantId,
    round: row.round as Round,
    choice: row.choice as Choice,
    seq: Number(row.seq),
    castAt: Number(row.castAt),
    ...present({ confidence: row.confidence, reason: row.reason, control: row.control as Choice | null }),
    ...(Object.keys(credit).length > 0 && { credit }),
    ...(Object.keys(outlook).length > 0 && { outlook }),
  };
}

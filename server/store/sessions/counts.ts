import type { Choice, Round } from "#debate/rules/choices.ts";
import { headsOf } from "#debate/rules/merging.ts";
import { standings } from "#debate/rules/moderation.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { opensVote } from "#debate/rules/phases.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import type { Tallies } from "#debate/rules/snapshot.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** How many people are in a session, and how they voted. `feedback`: [Q22] whether marks are released. */
export type RoomCounts = { joined: number; tallies: Tallies; queue: number; feedback: boolean };

type Counting = Pick<SessionRecord, "id" | "version" | "joins">;
type Counted = {
  what: Round | "joined" | "queue" | "merged" | "feedback";
  choice: Choice | "";
  count: bigint | number;
};

const KEPT = 1_000;
/** Phones get new counts after this many commits with new seats. */
const JOINS = 25;

/** Counts sessions. */
export function createCounts(database: Pick<Database, "rows">) {
  /** With counts in progress: a hall that reconnects asks hundreds of times at once. */
  const counted = new Map<string, { version: number; joins: number; counts: Promise<RoomCounts> }>();
  const lastJoined = new Map<string, number>();

  function count({ id, version, joins }: Counting): Promise<RoomCounts> {
    const counts = countRoom(database, id);
    if (counted.size >= KEPT) for (const kept of [counted, lastJoined]) kept.clear();
    counted.set(id, { version, joins, counts });
    counts.then(
      ({ joined }) => lastJoined.set(id, joined),
      () => counted.get(id)?.counts === counts && counted.delete(id),
    );
    return counts;
  }

  return {
    /** Counts a session, and again only after its version has changed. */
    async at(session: Counting): Promise<RoomCounts> {
      const kept = counted.get(session.id);
      return kept?.version === session.version ? kept.counts : count(session);
    },

    /** [W10] For phones, which don't show how many have joined: counts again only after many joins. */
    async forPhones(session: Counting): Promise<RoomCounts> {
      const kept = counted.get(session.id);
      const joins = session.joins - (kept?.joins ?? 0);
      const isSame = kept && session.version - kept.version === joins && joins < JOINS;
      return isSame ? kept.counts : count(session);
    },

    lastJoined: (sessionId: string): number => lastJoined.get(sessionId) ?? 0,
  };
}

/**
 * [B4] Counts a session in one statement. Subtracts the few ballots of removed participants, so that all ballots are counted in the
 * index.
 */
async function countRoom({ rows }: Pick<Database, "rows">, sessionId: string): Promise<RoomCounts> {
  const counted = await rows<Counted>(Prisma.sql`
    SELECT "round" AS "what", "choice", COUNT(*) - (
      SELECT COUNT(*) FROM "participant" JOIN "ballot" AS "theirs" ON "theirs"."participantId" = "participant"."id"
      WHERE "participant"."sessionId" = ${sessionId} AND "participant"."removedAt" IS NOT NULL
        AND "theirs"."round" = "ballot"."round" AND "theirs"."choice" = "ballot"."choice") AS "count"
    FROM "ballot" WHERE "sessionId" = ${sessionId} GROUP BY "round", "choice"
    UNION ALL
    SELECT 'joined', '', COUNT(*) FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NULL
    UNION ALL
    SELECT 'feedback', '', COUNT(*) FROM "marking" WHERE "sessionId" = ${sessionId} AND "releasedAt" IS NOT NULL
    UNION ALL
    SELECT 'queue', '', COUNT(*) FROM "rebuttal" WHERE "sessionId" = ${sessionId} AND ("status" = 'pending' OR (
      "status" = 'published' AND EXISTS (
        SELECT 1 FROM "report" WHERE "rebuttalId" = "rebuttal"."id" AND NOT "settled")))
    UNION ALL
    SELECT 'merged', '', COUNT(*) FROM "rebuttal" WHERE "sessionId" = ${sessionId}
      AND "status" = 'hidden' AND "mergedInto" IS NOT NULL AND EXISTS (
        SELECT 1 FROM "report" WHERE "rebuttalId" = "rebuttal"."id" AND NOT "settled")`);
  const counts: RoomCounts = { tallies: {}, joined: 0, queue: 0, feedback: false };
  for (const { what, choice, count } of counted)
    if (what === "joined" || what === "queue") counts[what] = Number(count);
    else if (what === "feedback") counts.feedback = Number(count) > 0;
    else if (what === "merged") {
      if (Number(count) > 0) counts.queue += await countReportedHeads({ rows }, sessionId);
    } else if (choice !== "" && Number(count) > 0) {
      const tally = counts.tallies[what] ?? { for: 0, against: 0, undecided: 0 };
      tally[choice] = Number(count);
      counts.tallies[what] = tally;
    }
  return counts;
}

type Linked = { id: string; replyTo: string | null; mergedInto: string | null; status: RebuttalStatus } & {
  decision: RebuttalStatus;
  /** SQLite has numbers for truth values. */
  downWithSeat: boolean | number;
  reported: boolean | number;
};

/** [R10] How many heads wait for the host only because of reports of merged rebuttals. */
async function countReportedHeads({ rows }: Pick<Database, "rows">, sessionId: string): Promise<number> {
  const linked = await rows<Linked>(Prisma.sql`
    SELECT "id", "replyTo", "mergedInto", "status", "decision", "downWithSeat", EXISTS (
      SELECT 1 FROM "report" WHERE "rebuttalId" = "rebuttal"."id" AND NOT "settled") AS "reported"
    FROM "rebuttal" WHERE "sessionId" = ${sessionId}`);
  const found = standings(linked.map((row) => ({ ...row, downWithSeat: Boolean(row.downWithSeat) })));
  const heads = headsOf(linked.map((row) => ({ ...row, downWith: found.get(row.id)?.downWith })));
  const reported = new Set(linked.flatMap(({ id, reported }) => (reported ? (heads.get(id) ?? []) : [])));
  return linked.filter((row) => reported.has(row.id) && row.status === "published" && !row.reported).length;
}

/** [Y18] How many slips a session has, if phones are asked something that slips can't answer. */
export async function countSlips(
  { rows }: Pick<Database, "rows">,
  { id, phase }: { id: string; phase: Phase },
): Promise<number> {
  // [P34] A slip takes no part in a vote after the lesson.
  if (phase === "lobby" || opensVote(phase)) return 0;
  const [found] = await rows<{ count: bigint | number }>(Prisma.sql`
    SELECT COUNT(*) AS "count" FROM "participant" WHERE "sessionId" = ${id} AND "removedAt" IS NULL AND "onPaper"`);
  return Number(found?.count ?? 0);
}

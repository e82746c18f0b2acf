import { ROUNDS, type Round } from "#debate/rules/choices.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import type { Cast, Seating } from "#server/store/database.ts";
import { IS_JOINABLE, mayBeOf, mayCredit } from "#server/store/sql-conditions.ts";

/**
 * A statement that takes rows as JSON and their session, whose row is locked. It stores the rows that fit, raises the
 * session's version if any did, and returns the `place` of each row that did not.
 */
type Statement = { name: string; text: string };
/** Items for one statement. A row's `place` is the item's index. */
export type Batch<Item> = {
  statement: Statement;
  rowOf(item: Item, place: number): { place: number };
  items: Item[];
};

const quoted = (column: string) => `"${column}"`;
const list = (columns: string[], of = "") => columns.map((column) => of + quoted(column)).join(", ");

const BALLOT = {
  participantId: "TEXT",
  choice: "TEXT",
  seq: "BIGINT",
  castAt: "BIGINT",
  confidence: "INTEGER",
  reason: "TEXT",
  creditRebuttal: "TEXT",
  creditSide: "TEXT",
  creditParagraph: "INTEGER",
  creditWithout: "TEXT",
  creditWhy: "TEXT",
  understanding: "INTEGER",
  respect: "INTEGER",
  control: "TEXT",
} as const;
const COLUMNS = Object.keys(BALLOT);
const REPLACED = COLUMNS.filter((column) => column !== "participantId");

/** Reads the JSON rows as a table. */
const given = (columns: Record<string, string>) => `
  given AS (SELECT * FROM json_to_recordset($1::json) AS "given"("place" INTEGER, ${Object.entries(columns)
    .map(([column, type]) => `${quoted(column)} ${type}`)
    .join(", ")}))`;

/** The end of every statement; `keys` identify a stored row, all but the first also where they are null, and `counts` are raised by one. */
const raisedAndLeftOut = (counts: string[], [first, ...keys]: [string, ...string[]]) => `
  raised AS (UPDATE "session" SET ${counts.map((count) => `"${count}" = "${count}" + 1`).join(", ")} WHERE "id" = $2 AND EXISTS (SELECT 1 FROM stored))
  SELECT "place" FROM given WHERE NOT EXISTS (
    SELECT 1 FROM stored WHERE ${[
      `stored.${quoted(first)} = given.${quoted(first)}`,
      ...keys.map((key) => `stored.${quoted(key)} IS NOT DISTINCT FROM given.${quoted(key)}`),
    ].join(" AND ")})`;

// [B1] The round is open. [B4] [B6] The seat belongs to the session and was not removed. [C4] The credited rebuttal
// is not the voter's own. [B3] The higher counter replaces the whole lower ballot.
const storeBallots = (round: Round): Statement => ({
  name: `store-${round}`,
  text: `WITH ${given(BALLOT)},
  stored AS (
    INSERT INTO "ballot" (${list(COLUMNS)}, "round", "sessionId")
    SELECT ${list(COLUMNS, "given.")}, '${round}', "session"."id" FROM given
    JOIN "session" ON "session"."id" = $2 AND "session"."phase" = '${PHASE_OF_ROUND[round]}'
    JOIN "participant" ON "participant"."id" = given."participantId"
      AND "participant"."sessionId" = "session"."id" AND "participant"."removedAt" IS NULL
    WHERE ${mayCredit('given."creditRebuttal"')}
    ON CONFLICT ("participantId", "round") DO UPDATE
    SET ${REPLACED.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}
    WHERE excluded."seq" > "ballot"."seq"
    RETURNING "participantId"),
  ${raisedAndLeftOut(["version"], ["participantId"])}`,
});

const BALLOTS = Object.fromEntries(ROUNDS.map((round) => [round, storeBallots(round)])) as Record<
  Round,
  Statement
>;

/**
 * Ballots of one session in batches by round. PostgreSQL writes no row twice in one statement, so of a participant's
 * ballots only the one with the highest counter is stored. The others are `surpassed`.
 */
export function ballotBatches(casts: Cast[]): { batches: Batch<Cast>[]; surpassed: Cast[] } {
  const newest = new Map<string, Cast>();
  const surpassed: Cast[] = [];
  for (const cast of casts) {
    const key = `${cast.ballot.round} ${cast.participantId}`;
    const known = newest.get(key);
    const isNewer = !known || cast.ballot.seq > known.ballot.seq;
    if (known) surpassed.push(isNewer ? known : cast);
    if (isNewer) newest.set(key, cast);
  }
  const batches = new Map<Round, Batch<Cast>>();
  for (const cast of newest.values()) {
    const { round } = cast.ballot;
    const batch = batches.get(round) ?? { statement: BALLOTS[round], rowOf: ballotRow, items: [] };
    batches.set(round, batch);
    batch.items.push(cast);
  }
  return { batches: [...batches.values()], surpassed };
}

function ballotRow({ participantId, at, ballot }: Cast, place: number) {
  const { choice, seq, confidence, reason, credit, outlook, control } = ballot;
  const { rebuttalId, paragraph, without, why } = credit ?? {};
  return {
    place,
    participantId,
    choice,
    seq,
    castAt: at,
    confidence,
    reason,
    creditRebuttal: rebuttalId,
    creditSide: paragraph?.side,
    creditParagraph: paragraph?.n,
    creditWithout: without,
    creditWhy: why,
    ...outlook,
    control,
  };
}

const SEAT = {
  id: "TEXT",
  name: "TEXT",
  nameKey: "TEXT",
  realName: "TEXT",
  claimHash: "TEXT",
  firstSide: "TEXT",
  joinedAt: "BIGINT",
  studentId: "TEXT",
} as const;
/** Distinguish a stored seat from a second try with the same name. */
const RETURNED_COLUMNS: [string, ...string[]] = ["id", "name", "joinedAt", "firstSide"];
// [P6] Joining is open. [J3] [J5] Seats with a name that is taken, or looks like one, are left out. [J7] So are seats
// that their personal code [J12] or claim already has, and [Q7] seats of students who were deleted.
const STORE_SEATS: Statement = {
  name: "store-seats",
  text: `WITH ${given(SEAT)},
  stored AS (
    INSERT INTO "participant" (${list(Object.keys(SEAT))}, "sessionId")
    SELECT ${list(Object.keys(SEAT), "given.")}, "session"."id" FROM given
    JOIN "session" ON "session"."id" = $2 AND ${IS_JOINABLE}
    WHERE ${mayBeOf('given."studentId"')}
    ON CONFLICT DO NOTHING
    RETURNING ${list(RETURNED_COLUMNS)}),
  ${raisedAndLeftOut(["version", "joins"], RETURNED_COLUMNS)}`,
};

export function seatBatch(seats: Seating[]): Batch<Seating> {
  return { statement: STORE_SEATS, rowOf: seatRow, items: seats };
}

function seatRow({ name, sessionId: _, at, ...seat }: Seating, place: number) {
  return { place, ...seat, name, nameKey: glance(name), joinedAt: at };
}

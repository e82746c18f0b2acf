import { ROUNDS, type Round } from "#debate/rules/choices.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import { IS_JOINABLE, mayCredit } from "#server/store/conditions.ts";
import type { Cast, Seating } from "#server/store/database.ts";

/**
 * A statement that takes rows as JSON and the session that they are for, whose row is locked by then. It stores what
 * fits, raises the session's version if anything did, and answers with the places of what did not.
 */
export type Storing = { name: string; text: string };

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
} as const;
const COLUMNS = Object.keys(BALLOT);
const REPLACED = COLUMNS.filter((column) => column !== "participantId");

/** Rows of JSON as a table with a place for each. */
const given = (columns: Record<string, string>) => `
  given AS (SELECT * FROM json_to_recordset($1::json) AS "given"("place" INTEGER, ${Object.entries(columns)
    .map(([column, type]) => `${quoted(column)} ${type}`)
    .join(", ")}))`;

/** What all storing ends with; `keys` tell a stored row from others. */
const raisedAndLeftOut = (...keys: string[]) => `
  raised AS (UPDATE "session" SET "version" = "version" + 1 WHERE "id" = $2 AND EXISTS (SELECT 1 FROM stored))
  SELECT "place" FROM given WHERE NOT EXISTS (
    SELECT 1 FROM stored WHERE ${keys.map((key) => `stored.${quoted(key)} = given.${quoted(key)}`).join(" AND ")})`;

// [B1] The round is open. [B4] [B6] The seat is the session's own, and was not removed. [C4] Credit is for what the
// room can read, and not for one's own. [B3] The higher counter replaces all of the lower one.
const storeBallots = (round: Round): Storing => ({
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
  ${raisedAndLeftOut("participantId")}`,
});

const BALLOTS = Object.fromEntries(ROUNDS.map((round) => [round, storeBallots(round)])) as Record<
  Round,
  Storing
>;

/** Rows for one statement. */
export type Batch = { storing: Storing; rows: object[] };

/**
 * What is stored of some ballots of one session, by rounds: of each participant the one with the highest counter, since
 * PostgreSQL writes no row twice in one statement. The others' places are `surpassed`.
 */
export function ballotBatches(casts: Cast[]): { batches: Batch[]; surpassed: number[] } {
  const newest = new Map<string, { cast: Cast; place: number }>();
  const surpassed: number[] = [];
  for (const [place, cast] of casts.entries()) {
    const key = `${cast.ballot.round} ${cast.participantId}`;
    const known = newest.get(key);
    const isNewer = !known || cast.ballot.seq > known.cast.ballot.seq;
    if (known) surpassed.push(isNewer ? known.place : place);
    if (isNewer) newest.set(key, { cast, place });
  }
  const batches = new Map<Round, Batch>();
  for (const { cast, place } of newest.values()) {
    const { round, choice, seq, confidence, reason, credit } = cast.ballot;
    const { rebuttalId, paragraph, without, why } = credit ?? {};
    const batch = batches.get(round) ?? { storing: BALLOTS[round], rows: [] };
    batches.set(round, batch);
    batch.rows.push({
      place,
      participantId: cast.participantId,
      choice,
      seq,
      castAt: cast.at,
      confidence,
      reason,
      creditRebuttal: rebuttalId,
      creditSide: paragraph?.side,
      creditParagraph: paragraph?.n,
      creditWithout: without,
      creditWhy: why,
    });
  }
  return { batches: [...batches.values()], surpassed };
}

const SEAT = {
  id: "TEXT",
  name: "TEXT",
  nameKey: "TEXT",
  realName: "TEXT",
  claimHash: "TEXT",
  joinedAt: "BIGINT",
} as const;
// [P6] Joining is open. [J3] [J5] A name that is taken in the session, or looks like one that is, is left out. [J7] So is
// a seat that its personal code has already.
const STORE_SEATS: Storing = {
  name: "store-seats",
  text: `WITH ${given(SEAT)},
  stored AS (
    INSERT INTO "participant" (${list(Object.keys(SEAT))}, "sessionId")
    SELECT ${list(Object.keys(SEAT), "given.")}, "session"."id" FROM given
    JOIN "session" ON "session"."id" = $2 AND ${IS_JOINABLE}
    ON CONFLICT DO NOTHING
    RETURNING "id", "name"),
  ${raisedAndLeftOut("id", "name")}`,
};

export function seatBatch(seats: Seating[]): Batch {
  const rows = seats.map(({ id, name, realName, claimHash, at }, place) => ({
    place,
    id,
    name,
    nameKey: glance(name),
    realName,
    claimHash,
    joinedAt: at,
  }));
  return { storing: STORE_SEATS, rows };
}

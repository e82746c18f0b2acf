import { ROUNDS, type Round } from "#debate/rules/choices.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import type { Cast, Seating } from "#server/store/database.ts";
import { IS_JOINABLE, mayBeOf, mayCredit } from "#server/store/sql-conditions.ts";

/**
 * How to store items of one session. `gate` takes the session; without a row, all items are left out. `store` takes rows as JSON and the
 * session. `missing` takes the rows and finds the indexes of those left out. `raise` takes the session, if anything was stored.
 */
type Storing<Item> = {
  gate: string;
  store: string;
  missing: string;
  raise: string;
  rowOf(item: Item): unknown[];
};
export type Batch<Item> = { storing: Storing<Item>; sessionId: string; items: Item[] };

const PLAIN = ["choice", "seq", "castAt", "participantId"];
const EXTRAS = [
  "confidence",
  "reason",
  "creditRebuttal",
  "creditSide",
  "creditParagraph",
  "creditWithout",
  "creditWhy",
  "understanding",
  "respect",
  "control",
];
const KEY = ["participantId", "round"];
const quoted = (column: string) => `"${column}"`;
const list = (columns: string[]) => columns.map(quoted).join(", ");

/** How the statements read a column from a row of JSON. */
const given = (column: string) => `given."value" ->> ${[...PLAIN, ...EXTRAS].indexOf(column)}`;

function storeBallots(round: Round, columns: string[], condition = "true"): string {
  const replaced = [...PLAIN, ...EXTRAS].filter((column) => !KEY.includes(column));
  // [B4] [B6] Leaves out seats that are not the session's or were removed. Rows are inserted in order.
  return `
    INSERT INTO "ballot" (${list(columns)}, "round", "sessionId")
    SELECT ${columns.map(given).join(", ")}, '${round}', "participant"."sessionId"
    FROM json_each(?) AS given CROSS JOIN "participant"
    WHERE "participant"."id" = ${given("participantId")} AND "participant"."sessionId" = ?
      AND "participant"."removedAt" IS NULL AND ${condition}
    ON CONFLICT (${list(KEY)}) DO UPDATE
    SET ${replaced.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}
    WHERE excluded."seq" > "ballot"."seq"`; // [B3] the newer ballot replaces all fields
}

function missingBallots(round: Round): string {
  return `
    SELECT "key" FROM json_each(?) AS given WHERE NOT EXISTS (
      SELECT 1 FROM "ballot" WHERE "participantId" = ${given("participantId")} AND "round" = '${round}'
        AND "seq" = ${given("seq")} AND "castAt" = ${given("castAt")})`;
}

/** A whole ballot costs half more to store than a plain one, which is only a choice. */
function ballotStoring(round: Round): Record<"plain" | "whole", Storing<Cast>> {
  // [B1] The round is open.
  const gate = `SELECT 1 FROM "session" WHERE "id" = ? AND "phase" = '${PHASE_OF_ROUND[round]}'`;
  const raise = `UPDATE "session" SET "version" = "version" + 1 WHERE "id" = ?`;
  const [missing, rowOf] = [missingBallots(round), toRow];
  return {
    plain: { gate, raise, missing, rowOf, store: storeBallots(round, PLAIN) },
    whole: {
      ...{ gate, raise, missing, rowOf },
      store: storeBallots(round, [...PLAIN, ...EXTRAS], mayCredit(given("creditRebuttal"))),
    },
  };
}

function toRow({ participantId, at, ballot }: Cast): unknown[] {
  const { choice, seq, confidence, reason, credit, outlook, control } = ballot;
  const { rebuttalId, paragraph, without, why } = credit ?? {};
  const { side, n } = paragraph ?? {};
  const { understanding, respect } = outlook ?? {};
  const vote = [choice, seq, at, participantId, confidence, reason];
  return [...vote, rebuttalId, side, n, without, why, understanding, respect, control];
}

const BALLOTS = Object.fromEntries(ROUNDS.map((round) => [round, ballotStoring(round)])) as Record<
  Round,
  ReturnType<typeof ballotStoring>
>;

export function ballotBatches(casts: Cast[]): Batch<Cast>[] {
  return inBatches(casts, ({ ballot: { round, confidence, reason, credit, outlook, control } }) => {
    const { plain, whole } = BALLOTS[round];
    return [confidence, reason, credit, outlook, control].every((extra) => extra === undefined)
      ? plain
      : whole;
  });
}

const SEAT: Storing<Seating> = {
  // [P6] Joining is open.
  gate: `SELECT 1 FROM "session" WHERE "id" = ? AND ${IS_JOINABLE}`,
  // [J3] [J5] Leaves out seats with a name that is taken, or looks like one, and [J7] seats that their personal code
  // [J12] or claim already has, and [Q7] seats of students who were deleted: `missing` tells a second try with the same name from the first by its time, or else the lot.
  store: `
    INSERT INTO "participant"
      ("id", "name", "realName", "joinedAt", "nameKey", "claimHash", "firstSide", "studentId", "sessionId")
    SELECT given."value" ->> 0, given."value" ->> 1, given."value" ->> 2, given."value" ->> 3, given."value" ->> 4,
      given."value" ->> 5, given."value" ->> 6, given."value" ->> 7, "session"."id"
    FROM json_each(?) AS given CROSS JOIN "session" WHERE "session"."id" = ? AND ${mayBeOf('given."value" ->> 7')}
    ON CONFLICT DO NOTHING`,
  missing: `
    SELECT "key" FROM json_each(?) AS given
    WHERE NOT EXISTS (
      SELECT 1 FROM "participant"
      WHERE "id" = given."value" ->> 0 AND "name" = given."value" ->> 1 AND "joinedAt" = given."value" ->> 3
        AND "firstSide" IS given."value" ->> 6)`,
  raise: `UPDATE "session" SET "version" = "version" + 1, "joins" = "joins" + 1 WHERE "id" = ?`,
  rowOf: ({ id, name, realName, claimHash, firstSide, studentId, at }) => {
    return [id, name, realName, at, glance(name), claimHash, firstSide, studentId];
  },
};

export function seatBatches(seats: Seating[]): Batch<Seating>[] {
  return inBatches(seats, () => SEAT);
}

function inBatches<Item extends { sessionId: string }>(
  items: Item[],
  storingOf: (item: Item) => Storing<Item>,
): Batch<Item>[] {
  const known = new Map<Storing<Item>, Map<string, Batch<Item>>>();
  const batches: Batch<Item>[] = [];
  for (const item of items) {
    const { sessionId } = item;
    const storing = storingOf(item);
    const bySession = known.get(storing) ?? new Map<string, Batch<Item>>();
    known.set(storing, bySession);
    let batch = bySession.get(sessionId);
    if (!batch) {
      batch = { storing, sessionId, items: [] };
      bySession.set(sessionId, batch);
      batches.push(batch);
    }
    batch.items.push(item);
  }
  return batches;
}

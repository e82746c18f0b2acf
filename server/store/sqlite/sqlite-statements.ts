import { ROUNDS, type Round } from "#debate/rules/choices.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import { IS_JOINABLE, mayCredit } from "#server/store/conditions.ts";
import type { Cast, Seating } from "#server/store/database.ts";

/**
 * How rows are stored for one session. The gate takes the session; where it is closed, all are left out. The other two
 * take the rows as JSON, each an array: `store`, with the session behind them, leaves out what does not fit, and
 * `missing` finds the indexes of what is not there afterwards.
 */
type Storing = { gate: string; store: string; missing: string };
export type Batch = Storing & { sessionId: string; rows: unknown[][] };
/** With the places of its rows among what they were made from. */
export type PlacedBatch = Batch & { places: number[] };

const PLAIN = ["choice", "seq", "castAt", "participantId"];
const EXTRAS = [
  "confidence",
  "reason",
  "creditRebuttal",
  "creditSide",
  "creditParagraph",
  "creditWithout",
  "creditWhy",
];
const KEY = ["participantId", "round"];
const quoted = (column: string) => `"${column}"`;
const list = (columns: string[]) => columns.map(quoted).join(", ");
/** The value of a column in a row of JSON. */
const given = (column: string) => `given."value" ->> ${[...PLAIN, ...EXTRAS].indexOf(column)}`;

function storeBallots(round: Round, columns: string[], condition = "true"): string {
  const replaced = [...PLAIN, ...EXTRAS].filter((column) => !KEY.includes(column));
  // [B4] [B6] What is not the session's own seat, or was removed, is left out. A row comes after the one before it.
  return `
    INSERT INTO "ballot" (${list(columns)}, "round", "sessionId")
    SELECT ${columns.map(given).join(", ")}, '${round}', "participant"."sessionId"
    FROM json_each(?) AS given CROSS JOIN "participant"
    WHERE "participant"."id" = ${given("participantId")} AND "participant"."sessionId" = ?
      AND "participant"."removedAt" IS NULL AND ${condition}
    ON CONFLICT (${list(KEY)}) DO UPDATE
    SET ${replaced.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}
    WHERE excluded."seq" > "ballot"."seq"`; // [B3], with all that the newer ballot leaves out
}

/** A ballot that is a choice and no more, and one with all that it can have, which costs a quarter more. */
function ballotStoring(round: Round): Record<"plain" | "whole", Storing> {
  // [B1] The round is open.
  const gate = `SELECT 1 FROM "session" WHERE "id" = ? AND "phase" = '${PHASE_OF_ROUND[round]}'`;
  const missing = `
    SELECT "key" FROM json_each(?) AS given WHERE NOT EXISTS (
      SELECT 1 FROM "ballot" WHERE "participantId" = ${given("participantId")} AND "round" = '${round}'
        AND "seq" = ${given("seq")} AND "castAt" = ${given("castAt")})`;
  return {
    plain: { gate, missing, store: storeBallots(round, PLAIN) },
    whole: {
      gate,
      missing,
      store: storeBallots(round, [...PLAIN, ...EXTRAS], mayCredit(given("creditRebuttal"))),
    },
  };
}

const BALLOTS = Object.fromEntries(ROUNDS.map((round) => [round, ballotStoring(round)])) as Record<
  Round,
  ReturnType<typeof ballotStoring>
>;

export function ballotBatches(casts: Cast[]): PlacedBatch[] {
  return inBatches(casts, ({ participantId, at, ballot }) => {
    const { round, choice, seq, confidence, reason, credit } = ballot;
    const { plain, whole } = BALLOTS[round];
    if (confidence === undefined && reason === undefined && credit === undefined)
      return [plain, [choice, seq, at, participantId]];
    const { rebuttalId, paragraph, without, why } = credit ?? {};
    const extras = [confidence, reason, rebuttalId, paragraph?.side, paragraph?.n, without, why];
    return [whole, [choice, seq, at, participantId, ...extras]];
  });
}

const SEAT: Storing = {
  // [P6] Joining is open.
  gate: `SELECT 1 FROM "session" WHERE "id" = ? AND ${IS_JOINABLE}`,
  // [J3] [J5] A name that is taken in the session, or looks like one that is, is left out. [J7] So is a seat that its
  // personal code has already.
  store: `
    INSERT INTO "participant" ("id", "name", "realName", "joinedAt", "nameKey", "claimHash", "sessionId")
    SELECT given."value" ->> 0, given."value" ->> 1, given."value" ->> 2, given."value" ->> 3, given."value" ->> 4,
      given."value" ->> 5, "session"."id"
    FROM json_each(?) AS given CROSS JOIN "session" WHERE "session"."id" = ?
    ON CONFLICT DO NOTHING`,
  missing: `
    SELECT "key" FROM json_each(?) AS given
    WHERE NOT EXISTS (
      SELECT 1 FROM "participant" WHERE "id" = given."value" ->> 0 AND "name" = given."value" ->> 1)`,
};

export function seatBatches(seats: Seating[]): PlacedBatch[] {
  return inBatches(seats, ({ id, name, realName, claimHash, at }) => [
    SEAT,
    [id, name, realName, at, glance(name), claimHash],
  ]);
}

export const RAISE_VERSION = `UPDATE "session" SET "version" = "version" + 1 WHERE "id" = ?`;

function inBatches<Item extends { sessionId: string }>(
  items: Item[],
  rowOf: (item: Item) => [Storing, row: unknown[]],
): PlacedBatch[] {
  const known = new Map<Storing, Map<string, PlacedBatch>>();
  const batches: PlacedBatch[] = [];
  for (const [place, item] of items.entries()) {
    const { sessionId } = item;
    const [storing, row] = rowOf(item);
    const bySession = known.get(storing) ?? new Map<string, PlacedBatch>();
    known.set(storing, bySession);
    let batch = bySession.get(sessionId);
    if (!batch) {
      batch = { ...storing, sessionId, rows: [], places: [] };
      bySession.set(sessionId, batch);
      batches.push(batch);
    }
    batch.rows.push(row);
    batch.places.push(place);
  }
  return batches;
}

import { ROUNDS } from "#debate/rules/choices.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import type { Cast } from "#server/store/ballot-writer.ts";
import type { Seating } from "#server/store/participants.ts";

const BALLOT_KEY = ["participantId", "round"];
const BALLOT = [
  "participantId",
  "sessionId",
  "round",
  "choice",
  "seq",
  "castAt",
  "confidence",
  "reason",
  "creditRebuttal",
  "creditSide",
  "creditParagraph",
  "creditWithout",
  "creditWhy",
];
const quoted = (column: string) => `"${column}"`;
const list = (columns: string[]) => columns.map(quoted).join(", ");
const given = (columns: string[]) =>
  `WITH given (${list(columns)}) AS (VALUES (${columns.map(() => "?").join(", ")}))`;
const REPLACED = BALLOT.filter((column) => ![...BALLOT_KEY, "sessionId"].includes(column));

/** A ballot as its statement takes it, in the order of the columns; what is missing at the end is null. */
export function ballotRow({ participantId, sessionId, at, ballot }: Cast): unknown[] {
  const { round, choice, seq, confidence, reason, credit } = ballot;
  const row = [participantId, sessionId, round, choice, seq, at];
  if (confidence === undefined && reason === undefined && credit === undefined) return row;
  const { rebuttalId, paragraph, without, why } = credit ?? {};
  return [...row, confidence, reason, rebuttalId, paragraph?.side, paragraph?.n, without, why];
}

const phaseOfRound = ROUNDS.map((round) => `WHEN '${round}' THEN '${PHASE_OF_ROUND[round]}'`).join(" ");

/**
 * Stores one ballot. [B1] [B3] [B4] [B6] [C4] hold within the statement: what does not fit its session's phase, its
 * seat, its counter or the rebuttal that it credits is left out.
 */
export const STORE_BALLOT = `
  ${given(BALLOT)}
  INSERT INTO "ballot" (${list(BALLOT)})
  SELECT given.* FROM given
  JOIN "participant" ON "participant"."id" = given."participantId" AND "participant"."removedAt" IS NULL
  JOIN "session" ON "session"."id" = given."sessionId" AND "session"."id" = "participant"."sessionId"
    AND "session"."phase" = CASE given."round" ${phaseOfRound} END
  WHERE given."creditRebuttal" IS NULL OR EXISTS (
    SELECT 1 FROM "rebuttal" WHERE "rebuttal"."id" = given."creditRebuttal" AND "status" = 'published'
      AND "rebuttal"."sessionId" = given."sessionId" AND "rebuttal"."participantId" <> given."participantId")
  ON CONFLICT (${list(BALLOT_KEY)}) DO UPDATE
  SET ${REPLACED.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ")}
  WHERE excluded."seq" > "ballot"."seq"`;

const SEAT = ["id", "sessionId", "name", "realName", "joinedAt"];

/** A seat as its statement takes it, in the order of the columns. */
export function seatRow({ id, sessionId, name, realName, at }: Seating): unknown[] {
  return [id, sessionId, name, realName, at];
}

/** Stores one seat. [P6] [J3] Where the door is closed, or the name is taken in the session, it is left out. */
export const STORE_SEAT = `
  ${given(SEAT)}
  INSERT INTO "participant" (${list(SEAT)})
  SELECT given.* FROM given
  JOIN "session" ON "session"."id" = given."sessionId" AND NOT "locked" AND "phase" <> 'closed'
  WHERE true
  ON CONFLICT ("sessionId", "name") DO NOTHING`;

export const RAISE_VERSION = `UPDATE "session" SET "version" = "version" + 1 WHERE "id" = ?`;

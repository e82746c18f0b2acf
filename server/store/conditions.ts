/** [P6] The session of this row lets people in; SQL of both databases. */
export const IS_JOINABLE = `NOT "session"."locked" AND "session"."phase" <> 'closed'
  AND NOT ("session"."resultsKept" AND "session"."phase" = 'results')`;

/** [C4] The participant of this row may credit a rebuttal, or none: one that the room can read, and not their own. */
export const mayCredit = (rebuttalId: string) => `(${rebuttalId} IS NULL OR EXISTS (
  SELECT 1 FROM "rebuttal" WHERE "rebuttal"."id" = ${rebuttalId} AND "rebuttal"."status" = 'published'
    AND "rebuttal"."sessionId" = "participant"."sessionId" AND "rebuttal"."participantId" <> "participant"."id"))`;

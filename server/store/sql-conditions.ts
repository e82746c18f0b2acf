import { PHASES } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";

const CLOSED = PHASES.filter(isClosed).map((phase) => `'${phase}'`);

/** [P6] SQL for both databases: this session is open to joining. */
export const IS_JOINABLE = `NOT "session"."locked" AND "session"."phase" NOT IN (${CLOSED.join(", ")})
  AND NOT ("session"."resultsKept" AND "session"."phase" = 'results')`;

/**
 * [C4] SQL for both databases: this participant may credit the rebuttal, which is not their own, or credits none. It may
 * have been taken down since, and does not count then [C3].
 */
export const mayCredit = (rebuttalId: string) => `(${rebuttalId} IS NULL OR EXISTS (
  SELECT 1 FROM "rebuttal" WHERE "rebuttal"."id" = ${rebuttalId}
    AND "rebuttal"."sessionId" = "participant"."sessionId" AND "rebuttal"."participantId" <> "participant"."id"))`;

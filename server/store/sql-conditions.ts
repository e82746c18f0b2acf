import { PHASES } from "#debate/rules/phase-order.ts";
import { isJoinable } from "#debate/rules/phases.ts";

const joinablePhases = (resultsKept: boolean) =>
  PHASES.filter((phase) => isJoinable({ phase, locked: false, resultsKept }))
    .map((phase) => `'${phase}'`)
    .join(", ");

/** [P6] SQL for both databases: `isJoinable` of a session. */
export const IS_JOINABLE = `NOT "session"."locked" AND ("session"."phase" IN (${joinablePhases(true)})
  OR NOT "session"."resultsKept" AND "session"."phase" IN (${joinablePhases(false)}))`;

/**
 * [C4] SQL for both databases: this participant may credit the rebuttal, which is not their own, or credits none. It may
 * have been taken down since, and does not count then [C3].
 */
export const mayCredit = (rebuttalId: string) => `(${rebuttalId} IS NULL OR EXISTS (
  SELECT 1 FROM "rebuttal" WHERE "rebuttal"."id" = ${rebuttalId}
    AND "rebuttal"."sessionId" = "participant"."sessionId" AND "rebuttal"."participantId" <> "participant"."id"))`;

/** [Q7] SQL for both databases: this student is still in the class, or the seat is no student's. */
export const mayBeOf = (studentId: string) => `(${studentId} IS NULL OR EXISTS (
  SELECT 1 FROM "class_student" WHERE "class_student"."id" = ${studentId} AND "leftAt" IS NULL))`;

import { ask, type Reply } from "#app/shared/ask.ts";
import type { GradesSent } from "#debate/protocol/answers/platform-answers.ts";
import type { Graded } from "#debate/rules/grades.ts";

/** In milliseconds: a platform takes grades one by one, and each is sent three times where it is out of order. */
const WAIT = 300_000;

/** [Q60] Sends the grades of a session, or says what would be sent. */
export function requestGrades(code: string, what: Graded, dryRun: boolean): Promise<Reply<GradesSent>> {
  const signal = AbortSignal.timeout(WAIT);
  return ask<GradesSent>("POST", `/api/sessions/${code}/grades`, { what, dryRun }, { signal });
}

import { highestTotal, totalOf } from "#debate/rules/criteria.ts";
import type { Graded } from "#debate/rules/grades.ts";
import { roundsOf } from "#debate/rules/phases.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { marksOf } from "#server/sessions/marks/marks.ts";
import { participationOf } from "#server/sessions/participation.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Q61] A seat's grade: whole points of a whole maximum. */
export type Grade = { participantId: string; name: string; score: number; maximum: number; comment?: string };

/**
 * [Q61] Marks: the total, where every criterion has a level, with the comment once it is released. Participation: a point for each vote,
 * and one for a rebuttal or a reply. Neither says what anyone voted.
 */
export async function gradesOf(
  parts: Dependencies,
  session: SessionRecord,
  what: Graded,
): Promise<Result<Grade[]>> {
  return what === "marks" ? marked(parts, session) : participated(parts, session);
}

async function marked(parts: Dependencies, session: SessionRecord): Promise<Result<Grade[]>> {
  const found = await marksOf(parts, session);
  if (!found.ok) return found;
  const { criteria, marks, released } = found.value;
  const maximum = highestTotal(criteria);
  return accept(
    marks.flatMap(({ participantId, name, realName, levels, comment }) => {
      const score = totalOf(criteria, levels);
      if (score === null) return [];
      const told = released && comment !== "" ? { comment } : {};
      return [{ participantId, name: realName ?? name, score, maximum, ...told }];
    }),
  );
}

async function participated(parts: Dependencies, session: SessionRecord): Promise<Result<Grade[]>> {
  const found = await participationOf(parts, session);
  if (!found.ok) return found;
  const rounds = roundsOf(session.settings);
  const maximum = rounds.length + 1;
  return accept(
    found.value.rows.flatMap(({ participantId, name, realName, voted, rebuttals, replies }) => {
      if (participantId === undefined) return [];
      const votes = rounds.filter((round) => (voted as Record<string, boolean | undefined>)[round]).length;
      const argued = rebuttals + replies > 0 ? 1 : 0;
      return [{ participantId, name: realName ?? name, score: votes + argued, maximum }];
    }),
  );
}

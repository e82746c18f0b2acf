import { headsOf } from "#debate/rules/merging.ts";
import { standings } from "#debate/rules/moderation.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";

/** A rebuttal as its row has it, with what decides about its status. */
export type Row = Omit<RebuttalRecord, "merged" | "answers" | "reports"> & {
  decision: RebuttalStatus;
  downWithSeat: boolean;
  reports: { reason: string; at: number }[];
};
export type Links = ReturnType<typeof linksOf>;

/** How the rebuttals of a session relate. */
export function linksOf(rows: readonly Row[]) {
  const found = standings(rows);
  const downWith = ({ id, status }: Row) => (status === "hidden" ? found.get(id)?.downWith : undefined);
  const heads = headsOf(rows.map((row) => ({ ...row, downWith: downWith(row) })));
  const under = new Map<string, Row[]>();
  for (const row of rows) {
    const head = heads.get(row.id);
    if (head !== undefined) under.set(head, [...(under.get(head) ?? []), row]);
  }
  const answeredBy = ({ replyTo = "" }: Row) => heads.get(replyTo) ?? replyTo;
  const answers = new Map<string, number>();
  for (const row of rows)
    if (row.status === "published") answers.set(answeredBy(row), (answers.get(answeredBy(row)) ?? 0) + 1);
  return { downWith, heads, under, answeredBy, answers };
}

/** The oldest change first. `together`: how many people endorsed a head or those merged into it. */
export function recordsOf(
  rows: readonly Row[],
  { downWith, heads, under, answeredBy, answers }: Links,
  together: ReadonlyMap<string, { endorsed: number }>,
): RebuttalRecord[] {
  return rows
    .toSorted((one, other) => one.changed - other.changed || (one.id < other.id ? -1 : 1))
    .map((row) => {
      const { decision: _decision, downWithSeat: _seat, replyTo: _answered, ...rebuttal } = row;
      const merged = under.get(row.id) ?? [];
      // [R10] Reports of a merged one are decided with what stands for it.
      const reported = heads.has(row.id) ? [] : [row, ...merged].flatMap(({ reports }) => reports);
      return {
        ...rebuttal,
        ...(row.status === "hidden" && { downWith: downWith(row) }),
        ...(row.replyTo !== undefined && { replyTo: answeredBy(row) }),
        mergedInto: heads.get(row.id),
        merged: merged
          .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
          .map(({ id, participantId, author }) => ({ id, participantId, author })),
        reports: reported.toSorted((one, other) => other.at - one.at).map(({ reason }) => reason),
        answers: answers.get(row.id) ?? 0,
        endorsed: together.get(row.id)?.endorsed ?? row.endorsed,
      };
    });
}

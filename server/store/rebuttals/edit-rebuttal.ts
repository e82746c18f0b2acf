import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Transaction } from "#server/store/database.ts";
import { settled } from "#server/store/moderation/decisions.ts";
import { forgetAsHeads } from "#server/store/moderation/merges.ts";
import { type Arguing, arguing } from "#server/store/rebuttals/arguing.ts";
import { type NewRebuttal, quoteColumns } from "#server/store/rebuttals/rebuttal-rows.ts";
import type { Posted } from "#server/store/rebuttals/rebuttal-writer.ts";
import { clearWall } from "#server/store/sessions/wall.ts";

export type Edit = Arguing & Pick<NewRebuttal, "id" | "body" | "quote" | "source" | "at">;

/**
 * [R21] Replaces the words of an author's own rebuttal, and deletes endorsements, exposures, merges and undo of the old words. Reports
 * stay, and it waits for the host while one is open. The same words change nothing.
 */
export async function editRebuttal(
  transaction: Transaction,
  { sessionId, participantId, id, body, quote, source, at }: Edit,
  statusFor: (settings: Settings, author: string) => RebuttalStatus,
): Promise<Result<Posted & { seats: string[] }>> {
  const argues = (await arguing(transaction, sessionId, [participantId])).of(participantId);
  if (!argues.ok) return argues;
  const row = await transaction.rebuttal.findUnique({ where: { id } });
  if (row?.sessionId !== sessionId || row.participantId !== participantId) return refuse("not-found");
  if (row.decision === "hidden") return refuse("forbidden");
  const words = { body, source: source ?? null, ...quoteColumns(quote) };
  const isSame = (Object.keys(words) as (keyof typeof words)[]).every((field) => words[field] === row[field]);
  if (isSame) return accept({ isNew: false, waits: row.decision === "pending", seats: [] });
  const isReported = (await transaction.report.count({ where: { rebuttalId: id, settled: false } })) > 0;
  const { settings, name } = argues.value;
  const status = isReported ? "pending" : statusFor(settings, name);
  const about = { where: { rebuttalId: id } };
  const merged = { sessionId, OR: [{ id, mergedInto: { not: null } }, { mergedInto: id }] };
  const ends = await transaction.rebuttal.findMany({ where: merged, select: { id: true, mergedInto: true } });
  // [R30] Their phones showed the head as endorsed.
  const endorsers = await transaction.endorsement.findMany({
    where: { rebuttalId: { in: ends.map((end) => end.id) } },
    distinct: ["participantId"],
    select: { participantId: true },
  });
  await transaction.endorsement.deleteMany(about);
  await transaction.exposure.deleteMany(about);
  await transaction.event.updateMany({ where: { sessionId, detail: id }, data: { was: null } });
  await forgetAsHeads(transaction, sessionId, [id]);
  await transaction.rebuttal.update({
    where: { id },
    data: {
      ...words,
      // Unique, even if the clock stands still.
      editedAt: BigInt(Math.max(at, Number(row.editedAt ?? 0) + 1)),
      decision: status,
    },
  });
  await clearWall(transaction, sessionId, { edited: id });
  await transaction.rebuttal.updateMany({ where: merged, data: { mergedInto: null } });
  const touched = [id, ...ends.flatMap((end) => [end.id, end.mergedInto ?? id])];
  await settled(transaction, sessionId, { entries: [], seats: [], rebuttals: touched });
  return accept({
    isNew: true,
    waits: status === "pending",
    seats: endorsers.map((each) => each.participantId),
  });
}

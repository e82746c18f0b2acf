import { glance } from "#debate/rules/lookalikes.ts";
import { nameAt } from "#debate/rules/names.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import { seesInActivities } from "#server/activities/rows.ts";
import type { Transaction } from "#server/store/database.ts";
import { mergesIn } from "#server/store/moderation/merges.ts";
import { bump } from "#server/store/sessions/session-version.ts";

type Names = { name?: string; nameKey?: string; realName?: string };

/**
 * [Q10] Corrects the name of a seat: the one that all see, told apart from others, or with pseudonyms the real one. Classmates get its
 * rebuttals anew. Resolves to the seats whose own state changed; null if there is no such seat.
 */
export async function renameSeat(
  transaction: Transaction,
  { sessionId, participantId, identity }: { sessionId: string; participantId: string; identity: Identity },
  name: string,
): Promise<string[] | null> {
  const seat = await transaction.participant.findFirst({ where: { id: participantId, sessionId } });
  if (!seat || seat.name === seat.id || identity === "anonymous") return null;
  const data: Names = identity === "pseudonym" ? { realName: name } : await freeName(transaction, seat, name);
  const isSame = (Object.keys(data) as (keyof Names)[]).every((field) => data[field] === seat[field]);
  if (isSame) return [];
  const changed = await bump(transaction, sessionId);
  await transaction.participant.update({ where: { id: participantId }, data });
  if (identity === "pseudonym") return [participantId];
  await touchWords(transaction, seat, changed);
  return [participantId, ...(await seesInActivities(transaction, participantId))];
}

/** What the seat wrote, and [R24] what that was merged into, which names its authors. */
async function touchWords(
  transaction: Transaction,
  { id: participantId, sessionId }: { id: string; sessionId: string },
  changed: number,
): Promise<void> {
  const written = await transaction.rebuttal.findMany({
    where: { participantId },
    select: { id: true, mergedInto: true },
  });
  const ids = written.map(({ id }) => id);
  if (written.some(({ mergedInto }) => mergedInto !== null)) {
    const { headOf } = await mergesIn(transaction, sessionId);
    ids.push(...ids.map(headOf));
  }
  await transaction.rebuttal.updateMany({ where: { id: { in: ids } }, data: { changed } });
}

async function freeName(
  transaction: Transaction,
  { id, sessionId }: { id: string; sessionId: string },
  wanted: string,
): Promise<Names> {
  for (let attempt = 1; ; attempt += 1) {
    const name = nameAt(wanted, attempt);
    const nameKey = glance(name);
    const taken = { sessionId, id: { not: id }, OR: [{ name }, { nameKey }] };
    if ((await transaction.participant.count({ where: taken })) === 0) return { name, nameKey };
  }
}

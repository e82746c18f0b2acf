import { glance } from "#debate/rules/lookalikes.ts";
import { nameAt } from "#debate/rules/names.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Transaction } from "#server/store/database.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/**
 * [Q10] Corrects the name of a seat: the one that all see, told apart from others, or with pseudonyms the real one. Classmates get its
 * rebuttals anew. False if there is no such seat.
 */
export async function renameSeat(
  transaction: Transaction,
  { sessionId, participantId, identity }: { sessionId: string; participantId: string; identity: Identity },
  name: string,
): Promise<boolean> {
  const seat = await transaction.participant.findFirst({ where: { id: participantId, sessionId } });
  if (!seat || seat.name === seat.id || identity === "anonymous") return false;
  const data = identity === "pseudonym" ? { realName: name } : await freeName(transaction, seat, name);
  await transaction.participant.update({ where: { id: participantId }, data });
  const changed = await bump(transaction, sessionId);
  if (identity === "named")
    await transaction.rebuttal.updateMany({ where: { participantId }, data: { changed } });
  return true;
}

async function freeName(
  transaction: Transaction,
  { id, sessionId }: { id: string; sessionId: string },
  wanted: string,
): Promise<{ name: string; nameKey: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const name = nameAt(wanted, attempt);
    const nameKey = glance(name);
    const taken = { sessionId, id: { not: id }, OR: [{ name }, { nameKey }] };
    if ((await transaction.participant.count({ where: taken })) === 0) return { name, nameKey };
  }
}

import { type Addressees, readsLine } from "#debate/activities/pairs/rules.ts";
import { LINES_EACH } from "#debate/activities/pairs/terms.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { pairsColumns } from "#server/activities/pairs/columns.ts";
import { companySince, type Dice, seatAgain } from "#server/activities/pairs/seating.ts";
import { sessionWriter } from "#server/store/batching/session-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";
import { bump } from "#server/store/sessions/session-version.ts";

export type Seated = { sessionId: string; participantId: string; at: number };
type Coming = Seated & { dice: Dice };
type Saying = Seated & {
  id: string;
  body: string;
  /** Whom it was written to. */
  to?: Addressees | undefined;
  statusFor: (settings: Settings) => RebuttalStatus;
};
type Said = { seats: string[]; isHeld: boolean };
const NOTHING_SAID: Said = { seats: [], isHeld: false };

export function pairWriters(database: Pick<Database, "write">) {
  return {
    /** [P24] Seats a student without a partner. Resolves to the seats to notify. */
    join: sessionWriter<Coming, string[]>(database, joinAll),
    say: sessionWriter<Saying, Said>(database, sayAll),
  };
}

/** Whether a session is in its pairs now. */
export async function nowIn(transaction: Transaction, sessionId: string) {
  const session = await transaction.session.findUnique({ where: { id: sessionId } });
  const settings = session && readSettings(session);
  const isOpen = session?.phase === ("pairs" satisfies Phase) && settings?.activities.pairs !== undefined;
  return {
    settings,
    pairing: session ? pairsColumns.read(session).pairing : undefined,
    isOpen,
    isClosed: session !== null && isClosed(session.phase as Phase),
  };
}

async function joinAll(transaction: Transaction, items: Coming[]): Promise<Result<string[]>[]> {
  const [first] = items;
  if (!first) return [];
  const { sessionId, at, dice } = first;
  const { isOpen, isClosed, pairing } = await nowIn(transaction, sessionId);
  const seats = await transaction.participant.findMany({
    where: { sessionId, id: { in: items.map(({ participantId }) => participantId) } },
    select: { id: true, removedAt: true },
  });
  const removed = new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null]));
  const answers = items.map(({ participantId }): Result<string[]> => {
    const isRemoved = removed.get(participantId);
    if (isRemoved === undefined) return refuse("not-found");
    if (isRemoved) return refuse("removed");
    if (isClosed) return refuse("closed");
    return isOpen && pairing ? accept([]) : refuse("wrong-phase");
  });
  const coming = items.filter((_, place) => answers[place]?.ok).map(({ participantId }) => participantId);
  if (coming.length === 0 || !pairing) return answers;
  const { madeAt } = pairing;
  const touched = await seatAgain(transaction, { sessionId, at, madeAt, coming }, dice);
  if (touched.length > 0) await bump(transaction, sessionId);
  // Each seat that changed is notified once, with the first of those who came.
  let told = false;
  return answers.map((answer) => {
    if (!answer.ok || told) return answer;
    told = true;
    return accept(touched);
  });
}

async function sayAll(transaction: Transaction, items: Saying[]): Promise<Result<Said>[]> {
  const sessionId = items[0]?.sessionId ?? "";
  const { isOpen, isClosed, settings } = await nowIn(transaction, sessionId);
  const results: Result<Said>[] = [];
  let hasHeld = false;
  for (const { id, participantId, body, to, at, statusFor } of items) {
    const seat = await transaction.participant.findFirst({
      where: { id: participantId, sessionId },
      select: { removedAt: true, pairSeat: true },
    });
    const group = seat?.pairSeat?.groupId ?? null;
    const company = group === null ? [] : await seatsIn(transaction, group);
    const same = await transaction.pairLine.findUnique({ where: { id } });
    if (!seat) results.push(refuse("not-found"));
    else if (seat.removedAt !== null) results.push(refuse("removed"));
    // [R4]
    else if (same)
      results.push(same.participantId === participantId ? accept(NOTHING_SAID) : refuse("duplicate"));
    else if (isClosed) results.push(refuse("closed"));
    else if (!isOpen || !settings || settings.activities.pairs?.by !== "text")
      results.push(refuse("wrong-phase"));
    else if (group === null) results.push(refuse("forbidden"));
    else if (!readsLine({ group, since: companySince(company) }, to))
      results.push(refuse("stale", "to: the partners are others now"));
    else if ((await transaction.pairLine.count({ where: { participantId } })) >= LINES_EACH)
      results.push(refuse("too-many"));
    else {
      const status = statusFor(settings);
      // [P27] Not before its readers sat down, even if another server's clock seated them.
      const saidAt = Math.max(at, companySince(company));
      await transaction.pairLine.create({
        data: { id, sessionId, participantId, groupId: group, body, status, at: BigInt(saidAt) },
      });
      const isHeld = status === "pending";
      hasHeld ||= isHeld;
      results.push(accept({ seats: company.map((each) => each.participantId), isHeld }));
    }
  }
  if (hasHeld) await bump(transaction, sessionId);
  return results;
}

export async function membersOf(transaction: Transaction, groupId: string): Promise<string[]> {
  return (await seatsIn(transaction, groupId)).map(({ participantId }) => participantId);
}

function seatsIn(transaction: Transaction, groupId: string) {
  return transaction.pairSeat.findMany({ where: { groupId }, select: { participantId: true, since: true } });
}

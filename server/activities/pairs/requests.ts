import type { RequestState } from "#debate/activities/pairs/rules.ts";
import type { MissingDecision } from "#debate/activities/pairs/terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Waiting, waitingRequests } from "#server/activities/pairs/request-rows.ts";
import { type Dice, seatAgain } from "#server/activities/pairs/seating.ts";
import { nowIn, type Seated } from "#server/activities/pairs/writers.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import { type NewEvent, record, recordAgain } from "#server/store/sessions/events.ts";
import { bump } from "#server/store/sessions/session-version.ts";

type By = Pick<NewEvent, "sessionId" | "at" | "actor">;

/** [P37] Requests to find a missing partner. All resolve to the seats to notify. */
export function pairRequests({ write }: Pick<Database, "write">) {
  return {
    /** A student can't find the partner at that place: the partner and the host are asked. */
    async missing({
      sessionId,
      participantId,
      at,
      place,
    }: Seated & { place: number }): Promise<Result<string[]>> {
      return write(async (transaction) => {
        const found = await partnerAt(transaction, { sessionId, participantId, place });
        if (!found.ok) return found;
        const { partnerId, table } = found.value;
        const earlier = await transaction.pairRequest.findUnique({ where: { participantId } });
        if (earlier?.state === ("waiting" satisfies RequestState) && earlier.partnerId === partnerId)
          return accept([]);
        if (earlier) return refuse("too-many", "one request in each pairing");
        const state = "waiting" satisfies RequestState;
        await transaction.pairRequest.create({ data: { participantId, partnerId, state, at: BigInt(at) } });
        await note(transaction, { sessionId, at, actor: "participant" }, "pair-missing", table);
        return accept([participantId, partnerId]);
      }, sessionId);
    },

    async found({ sessionId, participantId, at }: Seated): Promise<Result<string[]>> {
      return write(async (transaction) => {
        const found = await waitingIn(transaction, sessionId, "participantId", participantId);
        if (!found.ok) return found;
        const by = { sessionId, at, actor: "participant" } as const;
        return accept(await end(transaction, by, found.value.waiting, "over", "pair-found"));
      }, sessionId);
    },

    async here({ sessionId, participantId, at }: Seated): Promise<Result<string[]>> {
      return write(async (transaction) => {
        const found = await waitingIn(transaction, sessionId, "partnerId", participantId);
        if (!found.ok) return found;
        const by = { sessionId, at, actor: "participant" } as const;
        return accept(await end(transaction, by, found.value.waiting, "here", "pair-here"));
      }, sessionId);
    },

    /** Decides all requests about that partner. `participantId`: who asked, as the host read it. */
    async decideMissing(
      deciding: Deciding,
      {
        participantId,
        partnerId,
        action,
      }: { participantId: string; partnerId: string; action: MissingDecision },
      dice: Dice,
    ): Promise<Result<string[]>> {
      const { sessionId, at } = deciding;
      return write(
        async (transaction) => {
          const own = await waitingIn(transaction, sessionId, "participantId", participantId);
          if (!own.ok) return own;
          if (own.value.waiting.every((each) => each.partnerId !== partnerId))
            return refuse("stale", "partnerId: another request by now");
          const about = await waitingIn(transaction, sessionId, "partnerId", partnerId);
          if (!about.ok) return about;
          const { waiting, madeAt } = about.value;
          if (action === "stay")
            return accept(await end(transaction, deciding, waiting, "there", "pair-stayed"));
          const notified = await end(transaction, deciding, waiting, "over", "pair-replaced");
          const seated = await seatAgain(transaction, { sessionId, at, madeAt, away: [partnerId] }, dice);
          return accept([...new Set([...notified, ...seated])]);
        },
        sessionId,
        "first",
      );
    },
  };
}

type PartnerPlace = { sessionId: string; participantId: string; place: number };

async function partnerAt(transaction: Transaction, { sessionId, participantId, place }: PartnerPlace) {
  const { isOpen, pairing } = await nowIn(transaction, sessionId);
  if (!isOpen || !pairing) return refuse("wrong-phase");
  const own = await transaction.pairSeat.findFirst({
    where: { participantId, sessionId, participant: { removedAt: null } },
  });
  const partner =
    own?.groupId != null &&
    (await transaction.pairSeat.findFirst({ where: { groupId: own.groupId, place } }));
  if (!partner || partner.participantId === participantId) return refuse("not-found");
  return accept({ partnerId: partner.participantId, table: partner.tableNumber });
}

/** Open requests by who made them or whom they are about; `not-found` without any. */
async function waitingIn(
  transaction: Transaction,
  sessionId: string,
  by: "participantId" | "partnerId",
  seat: string,
): Promise<Result<{ waiting: Waiting[]; madeAt: number }>> {
  const { isOpen, pairing } = await nowIn(transaction, sessionId);
  if (!isOpen || !pairing) return refuse("wrong-phase");
  const rows: Database["rows"] = (query) => transaction.$queryRaw(query);
  const waiting = (await waitingRequests({ rows }, sessionId)).filter((each) => each[by] === seat);
  return waiting.length > 0 ? accept({ waiting, madeAt: pairing.madeAt }) : refuse("not-found");
}

async function end(
  transaction: Transaction,
  deciding: By,
  waiting: readonly Waiting[],
  state: RequestState,
  kind: NewEvent["kind"],
): Promise<string[]> {
  const people = waiting.map(({ participantId }) => participantId);
  await transaction.pairRequest.updateMany({ where: { participantId: { in: people } }, data: { state } });
  await note(transaction, deciding, kind, waiting[0]?.tableNumber ?? 0);
  return [...people, ...new Set(waiting.map(({ partnerId }) => partnerId))];
}

/** [P39] The log names the table, never the people: in some sessions assistants must not know who sits there [P40]. */
async function note(transaction: Transaction, by: By, kind: NewEvent["kind"], table: number): Promise<void> {
  const event = { ...by, kind, detail: `${table}` };
  // [R11]
  if (by.actor === "participant") await recordAgain(transaction, event);
  else await record(transaction, event);
  await bump(transaction, by.sessionId);
}

import type { RequestState } from "#debate/activities/pairs/rules.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";

type Rows = Pick<Database, "rows">;
/** Who can't find whom; both sit at this table. */
export type Waiting = { participantId: string; partnerId: string; tableNumber: number };
/** `place`: of the partner, while both sit together. */
export type Asked = {
  participantId: string;
  partnerId: string | null;
  state: RequestState;
  place: number | null;
};

const TOGETHER = Prisma.sql`FROM "pair_request"
  JOIN "pair_seat" "own" ON "own"."participantId" = "pair_request"."participantId"
  LEFT JOIN "pair_seat" "other" ON "other"."participantId" = "pair_request"."partnerId"
    AND "other"."groupId" = "own"."groupId"`;

/** A move ends open requests. [P37] They stay, so that no one asks twice when the class comes back. */
export async function endRequests(transaction: Transaction, sessionId: string): Promise<void> {
  await transaction.pairRequest.updateMany({
    where: { participant: { sessionId }, state: "waiting" satisfies RequestState },
    data: { state: "over" satisfies RequestState },
  });
}

/** [P39] The requests that wait, the oldest first. */
export function waitingRequests({ rows }: Rows, sessionId: string): Promise<Waiting[]> {
  return rows<Waiting>(Prisma.sql`
    SELECT "pair_request"."participantId", "pair_request"."partnerId", "own"."tableNumber" ${TOGETHER}
    WHERE "own"."sessionId" = ${sessionId} AND "state" = 'waiting' AND "other"."participantId" IS NOT NULL
    ORDER BY "at", "pair_request"."participantId"`);
}

/** The requests that these seats made, and those about them. */
export function requestsOf({ rows }: Rows, ids: readonly string[]): Promise<Asked[]> {
  const seats = Prisma.join([...ids]);
  return rows<Asked>(Prisma.sql`
    SELECT "pair_request"."participantId", "pair_request"."partnerId", "state", "other"."place" ${TOGETHER}
    WHERE "pair_request"."participantId" IN (${seats}) OR "pair_request"."partnerId" IN (${seats})`);
}

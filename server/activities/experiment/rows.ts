import {
  type Arm,
  beginsWith,
  type Stratum,
  sideToWrite,
  writesIn,
} from "#debate/activities/experiment/terms.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Choice, Side } from "#debate/rules/choices.ts";
import { isClosed, positionsReadable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { armAt } from "#server/activities/experiment/allocation.ts";
import { planOf } from "#server/activities/experiment/plan.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type SessionRecord, toSession } from "#server/store/sessions/session-rows.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/** A seat in its arm: the `place`th of its stratum, from 1 on. `began`: whether its phone has shown what the arm begins with. */
export type ArmRecord = {
  participantId: string;
  arm: Arm;
  stratum: Stratum;
  place: number;
  drawnAt: number;
  began: boolean;
  side: Side | null;
  body: string | null;
};
type Row = Omit<ArmRecord, "drawnAt" | "began"> & { drawnAt: bigint | number; began: boolean | number };
type Seated = { sessionId: string; participantId: string; at: number };
export type Plan = { plan: string; seed: string; plannedAt: number };

const toRecord = ({ drawnAt, began, ...row }: Row): ArmRecord => ({
  ...row,
  ...{ drawnAt: Number(drawnAt), began: Boolean(began) },
});

/** [M23] [M24] Plans of experiments, and the arms of their seats. */
function experimentTable(database: Database) {
  const { reader, write, rows } = database;
  return {
    /** A seat's own; undefined before it is drawn. */
    of: batchedRead(async (ids: string[]) => {
      const found = await rows<Row>(
        Prisma.sql`SELECT * FROM "experiment_seat" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.map((row) => [row.participantId, toRecord(row)]));
    }),

    /** [B4] Without removed seats. */
    ofSession: (sessionId: string) => armsOf(database, sessionId),

    async planOf(sessionId: string): Promise<Plan | null> {
      const found = await reader.experiment.findUnique({ where: { sessionId } });
      return found && { plan: found.plan, seed: found.seed, plannedAt: Number(found.plannedAt) };
    },

    /** [M24] Draws everyone who came since the halves were drawn. */
    draw: (sessionId: string, at: number): Promise<string[]> =>
      write(async (transaction) => {
        const row = await transaction.session.findUnique({ where: { id: sessionId } });
        const session = row && toSession(row);
        if (!session || !positionsReadable(session.phase)) return [];
        const seats = await drawArms(transaction, session, at);
        if (seats.length > 0) await bump(transaction, sessionId);
        return seats;
      }, sessionId),

    /** [M27] The phone has shown what the arm begins with. */
    began: ({ sessionId, participantId }: Seated): Promise<Result<void>> =>
      write(async (transaction) => {
        const now = await openIn(transaction, sessionId);
        if (!now.ok) return now;
        const where = { participantId, sessionId, began: false };
        const { count } = await transaction.experimentSeat.updateMany({ where, data: { began: true } });
        if (count > 0) await bump(transaction, sessionId);
        return accept(undefined);
      }, sessionId),

    /** [M28] Stores what an arm of `switch` writes, in its own phase. */
    write: ({ sessionId, participantId, body, side: chosen }: Seated & Written): Promise<Result<void>> =>
      write(async (transaction) => {
        const now = await openIn(transaction, sessionId);
        if (!now.ok) return now;
        const own = await transaction.experimentSeat.findFirst({
          where: { participantId, sessionId, participant: { removedAt: null } },
        });
        if (!own || now.value.phase !== writesIn(own.arm as Arm)) return refuse("wrong-phase");
        const side = sideToWrite(own.stratum as Stratum, chosen);
        if (!side) return refuse("malformed", "side: choose one");
        if (chosen !== undefined && chosen !== side) return refuse("malformed", "side: your own");
        await transaction.experimentSeat.update({ where: { participantId }, data: { body, side } });
        await bump(transaction, sessionId);
        return accept(undefined);
      }, sessionId),
  };
}

type Written = { body: string; side?: Side | undefined };

async function armsOf({ rows }: Pick<Database, "rows">, sessionId: string): Promise<ArmRecord[]> {
  const found = await rows<Row>(Prisma.sql`
    SELECT "experiment_seat".* FROM "experiment_seat"
    JOIN "participant" ON "participant"."id" = "experiment_seat"."participantId"
    WHERE "experiment_seat"."sessionId" = ${sessionId} AND "removedAt" IS NULL
    ORDER BY "stratum", "place"`);
  return found.map(toRecord);
}

async function openIn(transaction: Transaction, sessionId: string): Promise<Result<SessionRecord>> {
  const row = await transaction.session.findUnique({ where: { id: sessionId } });
  const session = row && toSession(row);
  if (!session || !isOn("experiment", session.settings)) return refuse("not-found");
  if (isClosed(session.phase)) return refuse("closed");
  return positionsReadable(session.phase) ? accept(session) : refuse("wrong-phase");
}

/** [M24] Draws all seats that have no arm yet, in the order of their ids, which tells nothing of when they were taken. Resolves to these. */
async function drawArms(
  transaction: Transaction,
  { id: sessionId, settings }: SessionRecord,
  at: number,
): Promise<string[]> {
  const planned = await transaction.experiment.findUnique({ where: { sessionId } });
  if (!planned || !settings.activities.experiment) return [];
  const isOrder = settings.activities.experiment.kind === "order";
  const found = await transaction.$queryRaw<{ id: string; choice: Choice | null }[]>(Prisma.sql`
    SELECT "participant"."id", "choice" FROM "participant"
    LEFT JOIN "ballot" ON "ballot"."participantId" = "participant"."id" AND "round" = 'before'
    LEFT JOIN "experiment_seat" ON "experiment_seat"."participantId" = "participant"."id"
    WHERE "participant"."sessionId" = ${sessionId} AND "removedAt" IS NULL AND NOT "onPaper" AND "arm" IS NULL
    ORDER BY "participant"."id"`);
  const places = await placesTaken(transaction, sessionId);
  const drawn = found.map(({ id, choice }) => {
    const stratum: Stratum = isOrder ? "all" : (choice ?? "none");
    const place = (places.get(stratum) ?? 0) + 1;
    places.set(stratum, place);
    const arm = armAt(planned.seed, stratum, place);
    return { participantId: id, sessionId, arm, stratum, place, drawnAt: BigInt(at) };
  });
  if (drawn.length > 0) await transaction.experimentSeat.createMany({ data: drawn });
  if (isOrder)
    // [X9] The reading opens on the side of the arm.
    for (const arm of ["a", "b"] as const)
      await transaction.participant.updateMany({
        where: { experimentSeat: { sessionId, arm } },
        data: { firstSide: beginsWith(arm) },
      });
  return drawn.map(({ participantId }) => participantId);
}

/** The last place of each stratum, also of seats that have left since. */
async function placesTaken(transaction: Transaction, sessionId: string): Promise<Map<Stratum, number>> {
  const taken = await transaction.experimentSeat.groupBy({
    by: ["stratum"],
    where: { sessionId },
    _max: { place: true },
  });
  return new Map(taken.map(({ stratum, _max }) => [stratum as Stratum, _max.place ?? 0]));
}

export const experimentRows = {
  tables: (database) => ({ experiments: experimentTable(database) }),
  async opens(transaction, session, debate, seed) {
    const plan = planOf(debate, session.settings, seed);
    if (plan === null) return;
    const plannedAt = BigInt(session.createdAt);
    await transaction.experiment.create({ data: { sessionId: session.id, plan, seed, plannedAt } });
  },
  /** [M24] The halves are drawn when the first vote is over. */
  async moves(transaction, session, { phase, at }) {
    if (!isOn("experiment", session.settings) || !positionsReadable(phase)) return {};
    return { seats: await drawArms(transaction, session, at) };
  },
  async count(database, session) {
    const half = { drawn: 0, did: 0 };
    const halves = { a: { ...half }, b: { ...half } };
    for (const { arm, began, body } of await armsOf(database, session.id)) {
      halves[arm].drawn += 1;
      if (began || body !== null) halves[arm].did += 1;
    }
    return { experiment: halves };
  },
  forResults: async (database, { id, settings }) => {
    const { experiment: chosen } = settings.activities;
    return { experiment: chosen ? { kind: chosen.kind, arms: await armsOf(database, id) } : null };
  },
  /** [G2] */
  async erase(transaction, participantId) {
    const written = { participantId, body: { not: null } };
    const { count } = await transaction.experimentSeat.updateMany({ where: written, data: { body: null } });
    return { written: count, seats: [] };
  },
  /** [Z17] */
  unlink: (transaction, participantId) => transaction.experimentSeat.deleteMany({ where: { participantId } }),
} as const satisfies ActivityRows;

import { standings } from "#debate/rules/moderation.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttals.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { type RebuttalRecord, toRebuttal } from "#server/store/rebuttal-rows.ts";

type Read = { rebuttals: RebuttalRecord[]; withdrawn: { id: string; changed: number }[] };

const SESSIONS_KEPT = 200;
/** So many rebuttals are read in a few milliseconds. */
const READ_AT_ONCE = 100;

/** Reads a session's rebuttals, from the database only if one was changed or deleted. */
export function createRebuttalCache(reader: Database["reader"]): (sessionId: string) => Promise<Read> {
  const kept = new Map<string, { state: string; read: Promise<Read> }>();

  /** The version of the newest change and the number of rebuttals, per session. */
  const stateOf = readTogether(async (sessions) => {
    const rows = await reader.rebuttal.groupBy({
      by: ["sessionId"],
      where: { sessionId: { in: sessions } },
      _max: { changed: true },
      _count: true,
    });
    return new Map(rows.map(({ sessionId, _max, _count }) => [sessionId, `${_max.changed} ${_count}`]));
  });

  async function current(sessionId: string): Promise<Read> {
    const state = (await stateOf(sessionId)) ?? "none";
    const known = kept.get(sessionId);
    if (known?.state === state) return known.read;
    const read = readBoth(sessionId);
    read.catch(() => kept.delete(sessionId));
    if (kept.size >= SESSIONS_KEPT) kept.clear();
    kept.set(sessionId, { state, read });
    return read;
  }

  async function readBoth(sessionId: string): Promise<Read> {
    const withdrawn = await reader.withdrawn.findMany({ where: { sessionId } });
    return { rebuttals: await readAll(sessionId), withdrawn };
  }

  async function readAll(sessionId: string): Promise<RebuttalRecord[]> {
    const rows: Awaited<ReturnType<typeof readPart>> = [];
    const endorsed = new Map<string, number>();
    const known = await reader.rebuttal.findMany({ where: { sessionId }, select: { id: true } });
    for (const part of divided(known, READ_AT_ONCE)) {
      await ownTurn();
      const ids = part.map(({ id }) => id);
      rows.push(...(await readPart(ids)));
      for (const { id, count } of await endorsersOf(ids, sessionId)) endorsed.set(id, Number(count));
    }
    rows.sort((one, other) => one.changed - other.changed || (one.id < other.id ? -1 : 1));
    const found = standings(rows.map((row) => ({ ...row, decision: row.decision as RebuttalStatus })));
    return rows.map((row) => ({
      ...toRebuttal(row),
      downWith: row.status === "hidden" ? found.get(row.id)?.downWith : undefined,
      author: row.participant.name,
      endorsed: endorsed.get(row.id) ?? 0,
      reports: row.reports.sort((one, other) => Number(other.at - one.at)).map(({ reason }) => reason),
    }));
  }

  // Prisma's own count goes through the endorsements of all sessions.
  const endorsersOf = (ids: string[], sessionId: string) =>
    reader.$queryRaw<{ id: string; count: bigint }[]>`
      SELECT "rebuttalId" AS "id", COUNT(*) AS "count" FROM "endorsement"
      WHERE "rebuttalId" IN (${Prisma.join(ids)}) AND "participantId" NOT IN (
        SELECT "id" FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NOT NULL)
      GROUP BY "rebuttalId"`;

  const readPart = (ids: string[]) =>
    reader.rebuttal.findMany({
      where: { id: { in: ids } },
      include: {
        reports: { where: { settled: false }, select: { reason: true, at: true } },
        participant: { select: { name: true } },
      },
    });

  return current;
}

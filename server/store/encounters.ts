import type { Encounter } from "#debate/counting/input.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import { AT_ONCE } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import type { RebuttalRecord } from "#server/store/rebuttal-rows.ts";

type Rows = Database["rows"];
type Encounters = { endorsements: Encounter[]; exposures: Encounter[] };

/** So many pairs are read in a few milliseconds. */
const PAIRS_AT_ONCE = 2_500;
/** Between ids, which hold none. */
const SPACE = " ";

/** The seats of a session, removed ones only if asked for. One text, because rows by the thousand cost more than the search for them. */
export async function seatIds(
  read: Rows,
  sessionId: string,
  { withRemoved = false } = {},
): Promise<string[]> {
  const which = withRemoved ? Prisma.empty : Prisma.sql`AND "removedAt" IS NULL`;
  const [row] = await read<{ ids: string | null }>(Prisma.sql`
    SELECT string_agg("id", ${SPACE}) AS "ids" FROM "participant"
    WHERE "sessionId" = ${sessionId} ${which}`);
  return row?.ids?.split(SPACE) ?? [];
}

/** The removed seats of a session, and how many people each of its rebuttals was shown to. */
export type Around = { removed: ReadonlySet<string>; shown: ReadonlyMap<string, number> };

export async function readAround(read: Rows, sessionId: string): Promise<Around> {
  const removed = await removedIds(read, sessionId);
  return { removed, shown: await exposuresOf(read, sessionId) };
}

/**
 * Endorsements and exposures of participants who were not removed: up to hundreds of thousands, so a text for each
 * rebuttal, and a few thousand pairs in each turn of the event loop.
 */
export async function readEncounters(
  read: Rows,
  rebuttals: readonly RebuttalRecord[],
  { removed, shown }: Around,
): Promise<Encounters> {
  const encounters: Encounters = { endorsements: [], exposures: [] };
  const pairsOf = ({ id, endorsed }: RebuttalRecord) =>
    Math.max(endorsed + (shown.get(id) ?? 0), PAIRS_AT_ONCE / AT_ONCE);
  for (const part of divided(rebuttals, PAIRS_AT_ONCE, pairsOf)) {
    await ownTurn();
    const ids = Prisma.join(part.map(({ id }) => id));
    const rows = await read<{ kind: keyof Encounters; rebuttalId: string; people: string }>(Prisma.sql`
      SELECT 'endorsements' AS "kind", "rebuttalId", string_agg("participantId", ${SPACE}) AS "people"
      FROM "endorsement" WHERE "rebuttalId" IN (${ids}) GROUP BY "rebuttalId"
      UNION ALL
      SELECT 'exposures', "rebuttalId", string_agg("participantId", ${SPACE})
      FROM "exposure" WHERE "rebuttalId" IN (${ids}) GROUP BY "rebuttalId"`);
    for (const { kind, rebuttalId, people } of rows)
      encounters[kind].push({ rebuttalId, participantIds: remaining(people, removed) });
  }
  return encounters;
}

/** The endorsements alone, read in the same way. */
export async function readEndorsements(
  read: Rows,
  sessionId: string,
  rebuttals: readonly RebuttalRecord[],
): Promise<Encounter[]> {
  const endorsements: Encounter[] = [];
  const without = await removedIds(read, sessionId);
  const pairsOf = ({ endorsed }: RebuttalRecord) => Math.max(endorsed, PAIRS_AT_ONCE / AT_ONCE);
  for (const part of divided(rebuttals, PAIRS_AT_ONCE, pairsOf)) {
    await ownTurn();
    const rows = await read<{ rebuttalId: string; people: string }>(Prisma.sql`
      SELECT "rebuttalId", string_agg("participantId", ${SPACE}) AS "people" FROM "endorsement"
      WHERE "rebuttalId" IN (${Prisma.join(part.map(({ id }) => id))}) GROUP BY "rebuttalId"`);
    for (const { rebuttalId, people } of rows)
      endorsements.push({ rebuttalId, participantIds: remaining(people, without) });
  }
  return endorsements;
}

function remaining(people: string, removed: ReadonlySet<string>): string[] {
  const ids = people.split(SPACE);
  return removed.size === 0 ? ids : ids.filter((id) => !removed.has(id));
}

async function removedIds(read: Rows, sessionId: string): Promise<Set<string>> {
  const removed = await read<{ id: string }>(Prisma.sql`
    SELECT "id" FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NOT NULL`);
  return new Set(removed.map(({ id }) => id));
}

async function exposuresOf(read: Rows, sessionId: string): Promise<Map<string, number>> {
  const rows = await read<{ id: string; count: bigint | number }>(Prisma.sql`
    SELECT "rebuttalId" AS "id", COUNT(*) AS "count" FROM "exposure"
    WHERE "rebuttalId" IN (SELECT "id" FROM "rebuttal" WHERE "sessionId" = ${sessionId}) GROUP BY "rebuttalId"`);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

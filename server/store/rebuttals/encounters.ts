import type { Encounter } from "#debate/counting/input.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import { AT_ONCE } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";

type Rows = Database["rows"];
type Encounters = { endorsements: Encounter[]; exposures: Encounter[] };

/** Reading more takes too many milliseconds in one turn. */
const PAIRS_AT_ONCE = 2_500;
/** Between ids, which hold none. */
const SPACE = " ";

/** The removed seats of a session, and how many people each of its rebuttals was shown to. */
export type EncounterContext = { removed: ReadonlySet<string>; shown: ReadonlyMap<string, number> };

export async function readEncounterContext(read: Rows, sessionId: string): Promise<EncounterContext> {
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
  { removed, shown }: EncounterContext,
): Promise<Encounters> {
  const encounters: Encounters = { endorsements: [], exposures: [] };
  const encounterOf = creditedToHeads(rebuttals);
  const pairsOf = ({ id, endorsed }: RebuttalRecord) =>
    Math.max(endorsed + (shown.get(id) ?? 0), PAIRS_AT_ONCE / AT_ONCE);
  for (const part of divided(rebuttals, PAIRS_AT_ONCE, pairsOf)) {
    await ownTurn();
    const ids = Prisma.join(part.flatMap(stated));
    const rows = await read<{ kind: keyof Encounters; rebuttalId: string; people: string }>(Prisma.sql`
      SELECT 'endorsements' AS "kind", "rebuttalId", string_agg("participantId", ${SPACE}) AS "people"
      FROM "endorsement" WHERE "rebuttalId" IN (${ids}) GROUP BY "rebuttalId"
      UNION ALL
      SELECT 'exposures', "rebuttalId", string_agg("participantId", ${SPACE})
      FROM "exposure" WHERE "rebuttalId" IN (${ids}) GROUP BY "rebuttalId"`);
    for (const { kind, rebuttalId, people } of rows)
      encounters[kind].push(encounterOf(rebuttalId, remaining(people, removed)));
  }
  return encounters;
}

export async function readEndorsements(
  read: Rows,
  sessionId: string,
  rebuttals: readonly RebuttalRecord[],
): Promise<Encounter[]> {
  const endorsements: Encounter[] = [];
  const encounterOf = creditedToHeads(rebuttals);
  const without = await removedIds(read, sessionId);
  const pairsOf = ({ endorsed }: RebuttalRecord) => Math.max(endorsed, PAIRS_AT_ONCE / AT_ONCE);
  for (const part of divided(rebuttals, PAIRS_AT_ONCE, pairsOf)) {
    await ownTurn();
    const rows = await read<{ rebuttalId: string; people: string }>(Prisma.sql`
      SELECT "rebuttalId", string_agg("participantId", ${SPACE}) AS "people" FROM "endorsement"
      WHERE "rebuttalId" IN (${Prisma.join(part.flatMap(stated))}) GROUP BY "rebuttalId"`);
    for (const { rebuttalId, people } of rows)
      endorsements.push(encounterOf(rebuttalId, remaining(people, without)));
  }
  return endorsements;
}

type Merged = Pick<RebuttalRecord, "id" | "participantId" | "merged">;

/** The ids of a rebuttal and of those merged into it. */
const stated = ({ id, merged }: Merged) => [id, ...merged.map((each) => each.id)];

/** [R30] Counts encounters with a merged rebuttal for its head, [K4] without the authors of either. */
function creditedToHeads(rebuttals: readonly Merged[]) {
  const heads = new Map(
    rebuttals
      .filter(({ merged }) => merged.length > 0)
      .flatMap((head) => stated(head).map((id) => [id, head] as const)),
  );
  return (rebuttalId: string, participantIds: string[]): Encounter => {
    const head = heads.get(rebuttalId);
    if (!head) return { rebuttalId, participantIds };
    const authors = new Set([head, ...head.merged].map((each) => each.participantId));
    return {
      rebuttalId: head.id,
      participantIds: participantIds.filter((id) => !authors.has(id)),
      ...(rebuttalId !== head.id && { merged: rebuttalId }),
    };
  };
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

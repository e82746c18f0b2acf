import { accessOf, type DebateRight } from "#debate/rules/debate-rights.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Database } from "#server/store/database.ts";
import { type KeptListing, readListing } from "#server/store/debate-listings.ts";
import { fillListings } from "#server/store/fill-listings.ts";
import { SIMULATED_FIELD } from "#server/store/simulated-field.ts";

/** A debate on somebody's shelf. `found`: whether it has all words of the search. */
export type ShelfRow = {
  id: string;
  listing: KeptListing;
  access: "own" | DebateRight;
  owner: string;
  addedAt: number;
  isDraft: boolean;
  archivedAt: number | null;
  found: boolean;
};

type Row = {
  id: string;
  ownerId: string;
  sharing: string;
  right: string | null;
  owner: string;
  createdAt: bigint | number;
  updatedAt: bigint | number;
  listing: string | null;
  isDraft: boolean | number;
  archivedAt: bigint | number | null;
  found: boolean | number | null;
};

/** So many rows are read in a few milliseconds. */
const AT_ONCE = 250;
/** How long a debate that a colleague has just shared with everyone may be missing from shelves, in milliseconds. */
const SHARED_KEPT = 10_000;

/** Lists of debates. No content is read but that of debates which were saved by the release before. */
export function shelfStore(database: Database, now: () => number = Date.now) {
  const { reader, rows } = database;
  let shared = { at: Number.NEGATIVE_INFINITY, ids: Promise.resolve<string[]>([]) };

  /** The debates that their owners share with everyone. There is no index, so the list is kept for a while. */
  function sharedWithAll(): Promise<string[]> {
    if (now() - shared.at > SHARED_KEPT) {
      const ids = readShared();
      shared = { at: now(), ids };
      ids.catch(() => {
        shared.at = Number.NEGATIVE_INFINITY;
      });
    }
    return shared.ids;
  }

  async function readShared(): Promise<string[]> {
    const found: string[] = [];
    for (let last = ""; ; ) {
      await ownTurn();
      const part = await rows<{ id: string; sharing: string }>(
        Prisma.sql`SELECT "id", "sharing" FROM "debate" WHERE "id" > ${last} ORDER BY "id" LIMIT ${AT_ONCE}`,
      );
      found.push(...part.flatMap(({ id, sharing }) => (sharing === "none" ? [] : id)));
      if (part.length < AT_ONCE) return found;
      last = part.at(-1)?.id ?? last;
    }
  }

  async function idsFor(instructorId: string): Promise<Set<string>> {
    const [own, given, all] = await Promise.all([
      rows<{ id: string }>(Prisma.sql`SELECT "id" FROM "debate" WHERE "ownerId" = ${instructorId}`),
      rows<{ id: string }>(
        Prisma.sql`SELECT "debateId" AS "id" FROM "debate_share" WHERE "instructorId" = ${instructorId}`,
      ),
      sharedWithAll(),
    ]);
    return new Set([...own.map(({ id }) => id), ...given.map(({ id }) => id), ...all]);
  }

  return {
    /** Another list of debates is shared with everyone from now on. */
    forgetShared: () => {
      shared.at = Number.NEGATIVE_INFINITY;
    },

    /** Every debate that an instructor may use, the newest first, and whether it has all of these words [D14]. */
    async of(instructorId: string, words: readonly string[]): Promise<ShelfRow[]> {
      const found: Row[] = [];
      for (const ids of divided(await idsFor(instructorId), AT_ONCE)) {
        await ownTurn();
        found.push(...(await rows<Row>(rowsOf(ids, instructorId, words))));
      }
      const missing = found.filter((row) => !readListing(row)).map(({ id }) => id);
      const filled = missing.length > 0 ? await fillListings(database, missing) : null;
      const shelf = found.flatMap((row) => {
        const access = accessOf(row, instructorId);
        const made = filled?.get(row.id);
        const listing = made?.kept ?? readListing(row);
        if (!access || !listing) return [];
        const has = made ? words.every((word) => made.searched.includes(word)) : Boolean(row.found);
        return { ...toRow(row, has), access, listing };
      });
      return shelf.toSorted((one, other) => other.addedAt - one.addedAt);
    },

    /** Fills in some missing listings; false once there is none that can be filled in. */
    async fillSome(): Promise<boolean> {
      const found = await reader.debate.findMany({
        where: { listing: null },
        select: { id: true },
        take: AT_ONCE,
      });
      const filled = await fillListings(
        database,
        found.map(({ id }) => id),
      );
      return filled.size > 0;
    },

    /** [D17] When the instructor last opened a session of each debate, and of how many. [H4] Rehearsals don't count. */
    async taughtBy(hostId: string): Promise<Map<string, { last: number; times: number }>> {
      const found = await rows<{ id: string; times: bigint | number; last: bigint | number }>(Prisma.sql`
        SELECT "f"."debateId" AS "id", COUNT(*) AS "times", MAX("s"."createdAt") AS "last"
        FROM "session" "s" JOIN "frozen_debate" "f" ON "f"."sessionId" = "s"."id"
        WHERE "s"."hostId" = ${hostId} AND "f"."debateId" IS NOT NULL AND "s"."settings" NOT LIKE ${`%${SIMULATED_FIELD}%`}
        GROUP BY "f"."debateId"`);
      return new Map(found.map(({ id, times, last }) => [id, { last: Number(last), times: Number(times) }]));
    },
  };
}

function rowsOf(ids: readonly string[], instructorId: string, words: readonly string[]): Prisma.Sql {
  const matches = words.map(
    (word) => Prisma.sql`"d"."searched" LIKE ${`%${word.replace(/[\\%_]/gu, "\\$&")}%`} ESCAPE '\\'`,
  );
  const found = matches.length > 0 ? Prisma.sql`(${Prisma.join(matches, " AND ")})` : Prisma.sql`TRUE`;
  return Prisma.sql`
    SELECT "d"."id", "d"."ownerId", "i"."name" AS "owner", "d"."createdAt", "d"."updatedAt", "d"."listing",
      "d"."isDraft", "d"."archivedAt", "d"."sharing", "s"."right", ${found} AS "found"
    FROM "debate" "d" JOIN "instructor" "i" ON "i"."id" = "d"."ownerId"
    LEFT JOIN "debate_share" "s" ON "s"."debateId" = "d"."id" AND "s"."instructorId" = ${instructorId}
    WHERE "d"."id" IN (${Prisma.join(ids)})`;
}

function toRow(row: Row, found: boolean): Omit<ShelfRow, "access" | "listing"> {
  return {
    id: row.id,
    owner: row.owner,
    addedAt: Number(row.createdAt),
    isDraft: Boolean(row.isDraft),
    archivedAt: row.archivedAt === null ? null : Number(row.archivedAt),
    found,
  };
}

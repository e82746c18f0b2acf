import { accessOf, type DebateRight } from "#debate/rules/debate-rights.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Database } from "#server/store/database.ts";
import { readListing, type StoredListing } from "#server/store/debates/debate-listings.ts";

/** `listing`: null if it doesn't match the search. */
export type ShelfRow = {
  id: string;
  listing: StoredListing | null;
  access: "own" | DebateRight;
  owner: string;
  addedAt: number;
  isDraft: boolean;
  archivedAt: number | null;
};

type Row = {
  id: string;
  ownerId: string;
  sharing: string;
  right: string | null;
  owner: string;
  createdAt: bigint | number;
  listing: string | null;
  isDraft: boolean | number;
  archivedAt: bigint | number | null;
  found: boolean | number | null;
};

/** Reading more takes too many milliseconds in one turn. */
const AT_ONCE = 250;
/** How long a debate that was just shared with everyone may be missing from shelves, in milliseconds. */
const SHARED_KEPT = 10_000;

/** [D15] Lists of debates, made without reading their content. */
export function shelfStore(database: Database, now: () => number = Date.now) {
  const { rows, scan } = database;
  let shared = { at: Number.NEGATIVE_INFINITY, ids: Promise.resolve<string[]>([]) };

  /** Cached, as there is no index. */
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
      const part = await scan<{ id: string; sharing: string }>(
        Prisma.sql`SELECT "id", "sharing" FROM "debate" WHERE "id" > ${last} ORDER BY "id" LIMIT ${AT_ONCE}`,
      );
      found.push(...part.flatMap(({ id, sharing }) => (sharing === "none" ? [] : id)));
      if (part.length < AT_ONCE) return found;
      last = part.at(-1)?.id ?? last;
    }
  }

  /** The ids of an instructor's own debates, and of those of colleagues that may be shared with them. */
  async function idsFor(instructorId: string): Promise<{ own: string[]; others: string[] }> {
    const [found, given, all] = await Promise.all([
      scan<{ id: string }>(Prisma.sql`SELECT "id" FROM "debate" WHERE "ownerId" = ${instructorId}`),
      rows<{ id: string }>(
        Prisma.sql`SELECT "debateId" AS "id" FROM "debate_share" WHERE "instructorId" = ${instructorId}`,
      ),
      sharedWithAll(),
    ]);
    const own = new Set(found.map(({ id }) => id));
    const others = new Set([...given.map(({ id }) => id), ...all].filter((id) => !own.has(id)));
    return { own: [...own], others: [...others] };
  }

  async function readRows(
    ids: readonly string[],
    query: (ids: readonly string[]) => Prisma.Sql,
  ): Promise<Row[]> {
    const found: Row[] = [];
    for (const part of divided(ids, AT_ONCE)) {
      await ownTurn();
      found.push(...(await scan<Row>(query(part))));
    }
    return found;
  }

  return {
    /** Called when the debates shared with everyone change. */
    forgetShared: () => {
      shared.at = Number.NEGATIVE_INFINITY;
    },

    /** Every debate that an instructor may use, the newest first, and whether it matches the search [D14]. */
    async of(instructorId: string, words: readonly string[]): Promise<ShelfRow[]> {
      const { own, others } = await idsFor(instructorId);
      const columns = Prisma.sql`${COLUMNS}, ${matching(words)} AS "found"`;
      const found = [
        ...(await readRows(own, (ids) => ownRows(ids, columns))),
        ...(await readRows(others, (ids) => othersRows(ids, columns, instructorId))),
      ];
      const shelf = found.flatMap((row) => {
        const access = accessOf(row, instructorId);
        return access ? toRow(row, access, row.found ? readListing(row) : null) : [];
      });
      return shelf.toSorted((one, other) => other.addedAt - one.addedAt);
    },

    /** [D17] When the instructor last opened a session of each debate, and of how many. [H4] Rehearsals don't count. */
    async taughtBy(hostId: string): Promise<Map<string, { last: number; times: number }>> {
      const found = await rows<{ id: string; times: bigint | number; last: bigint | number }>(Prisma.sql`
        SELECT "f"."debateId" AS "id", COUNT(*) AS "times", MAX("s"."createdAt") AS "last"
        FROM "session" "s" JOIN "frozen_debate" "f" ON "f"."sessionId" = "s"."id"
        WHERE "s"."hostId" = ${hostId} AND "f"."debateId" IS NOT NULL AND "s"."simulated" IS NULL
        GROUP BY "f"."debateId"`);
      return new Map(found.map(({ id, times, last }) => [id, { last: Number(last), times: Number(times) }]));
    },
  };
}

const COLUMNS = Prisma.sql`"d"."id", "d"."ownerId", "d"."createdAt", "d"."listing", "d"."isDraft",
  "d"."archivedAt", "d"."sharing"`;

/** Whether a debate has all of these words. */
function matching(words: readonly string[]): Prisma.Sql {
  const matches = words.map(
    (word) => Prisma.sql`"d"."searched" LIKE ${`%${word.replace(/[\\%_]/gu, "\\$&")}%`} ESCAPE '\\'`,
  );
  return matches.length > 0 ? Prisma.sql`(${Prisma.join(matches, " AND ")})` : Prisma.sql`TRUE`;
}

/** Without the tables about sharing, which would double the cost. */
function ownRows(ids: readonly string[], columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${columns}, '' AS "owner", NULL AS "right" FROM "debate" "d" WHERE "d"."id" IN (${Prisma.join(ids)})`;
}

function othersRows(ids: readonly string[], columns: Prisma.Sql, instructorId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns}, "i"."name" AS "owner", "s"."right"
    FROM "debate" "d" JOIN "instructor" "i" ON "i"."id" = "d"."ownerId"
    LEFT JOIN "debate_share" "s" ON "s"."debateId" = "d"."id" AND "s"."instructorId" = ${instructorId}
    WHERE "d"."id" IN (${Prisma.join(ids)})`;
}

function toRow(row: Row, access: ShelfRow["access"], listing: StoredListing | null): ShelfRow {
  return {
    id: row.id,
    access,
    listing,
    owner: row.owner,
    addedAt: Number(row.createdAt),
    isDraft: Boolean(row.isDraft),
    archivedAt: row.archivedAt === null ? null : Number(row.archivedAt),
  };
}

import type { Debate } from "#debate/content/debate.ts";
import { located } from "#debate/content/versions.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
import { Prisma, type Rebuttal as Stored } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { type Links, linksOf, type Row, recordsOf } from "#server/store/rebuttals/rebuttal-links.ts";
import { type RebuttalRecord, toRebuttal } from "#server/store/rebuttals/rebuttal-rows.ts";

/** [R24] The rebuttal that another was merged into. */
export type Head = { id: string; status: RebuttalStatus };
/** `heads`: by the id of the merged one. */
type Read = {
  rebuttals: RebuttalRecord[];
  withdrawn: { id: string; changed: number }[];
  heads: ReadonlyMap<string, Head>;
};
/** [R30] How many people endorsed a head or those merged into it. `of`: a key of these and their versions. */
type Together = ReadonlyMap<string, { of: string; endorsed: number }>;
/** `newest`: the newest change that it has. */
type Whole = Read & { rows: ReadonlyMap<string, Row>; together: Together; newest: number };

/** What can change while the words stay. */
type Again = Pick<Stored, "id" | "status" | "changed" | "decision" | "mergedInto"> & {
  author: string;
  downWithSeat: boolean | number;
};

const SESSIONS_KEPT = 200;
/** Reading more takes too many milliseconds in one turn. */
const READ_AT_ONCE = 100;
const NOTHING: Whole = {
  ...{ rebuttals: [], withdrawn: [], heads: new Map() },
  ...{ rows: new Map(), together: new Map(), newest: -1 },
};

/** [R19] Reads a session's rebuttals, from the database only those that changed since. */
export function createRebuttalCache(
  { rows: read }: Pick<Database, "rows">,
  debateOf: (sessionId: string) => Promise<Debate>,
) {
  const kept = new Map<string, { state: string; read: Promise<Whole> }>();

  /** The version of the newest change and the number of rebuttals, per session. */
  const stateOf = batchedRead(async (sessions) => {
    const found = await read<{ sessionId: string; newest: number; count: bigint | number }>(Prisma.sql`
      SELECT "sessionId", MAX("changed") AS "newest", COUNT(*) AS "count" FROM "rebuttal"
      WHERE "sessionId" IN (${Prisma.join(sessions)}) GROUP BY "sessionId"`);
    return new Map(found.map(({ sessionId, newest, count }) => [sessionId, `${newest} ${count}`]));
  });

  async function current(sessionId: string): Promise<Read> {
    const state = (await stateOf(sessionId)) ?? "none";
    const known = kept.get(sessionId);
    if (known?.state === state) return known.read;
    const read = readSince(sessionId, known?.read);
    read.catch(() => kept.delete(sessionId));
    kept.delete(sessionId);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= SESSIONS_KEPT) kept.delete(oldest);
    kept.set(sessionId, { state, read });
    return read;
  }

  async function readSince(sessionId: string, reading: Promise<Whole> | undefined): Promise<Whole> {
    const known = (await reading?.catch(() => null)) ?? NOTHING;
    const withdrawn = await read<{ id: string; changed: number }>(
      Prisma.sql`SELECT "id", "changed" FROM "withdrawn" WHERE "sessionId" = ${sessionId}`,
    );
    // A deletion also decides about replies.
    const before = withdrawn.length === known.withdrawn.length ? known : NOTHING;
    const news = (
      await read<{ id: string; changed: number; editedAt: bigint | number | null }>(Prisma.sql`
        SELECT "id", "changed", "editedAt" FROM "rebuttal"
        WHERE "sessionId" = ${sessionId} AND "changed" > ${before.newest}`)
    ).map((row) => ({ ...row, editedAt: row.editedAt === null ? undefined : Number(row.editedAt) }));
    const rows = new Map(before.rows);
    for (const part of divided(news, READ_AT_ONCE)) {
      await ownTurn();
      for (const row of await readPart(part, sessionId, before.rows)) rows.set(row.id, row);
    }
    const all = [...rows.values()];
    const links = linksOf(all);
    const together = await endorsersTogether(rows, links, before.together, sessionId);
    // Not the newest of the rows, which were read later than this list.
    const newest = news.reduce((highest, { changed }) => Math.max(highest, changed), before.newest);
    return {
      rebuttals: recordsOf(all, links, together),
      withdrawn,
      heads: new Map(
        [...links.heads].map(([id, head]) => [id, { id: head, status: rows.get(head)?.status ?? "hidden" }]),
      ),
      rows,
      together,
      newest,
    };
  }

  /** Reads words only of new and edited [R21] rebuttals. */
  async function readPart(
    part: readonly { id: string; editedAt: number | undefined }[],
    sessionId: string,
    known: ReadonlyMap<string, Row>,
  ): Promise<Row[]> {
    const ids = part.map(({ id }) => id);
    const unknown = part
      .filter(({ id, editedAt }) => !known.has(id) || known.get(id)?.editedAt !== editedAt)
      .map(({ id }) => id);
    const fresh =
      unknown.length === 0
        ? []
        : await read<Stored & { author: string }>(Prisma.sql`
            SELECT "rebuttal".*, "participant"."name" AS "author"
            FROM "rebuttal" JOIN "participant" ON "participant"."id" = "rebuttal"."participantId"
            WHERE "rebuttal"."id" IN (${Prisma.join(unknown)})`);
    const again =
      unknown.length === ids.length
        ? []
        : await read<Again>(Prisma.sql`
            SELECT r."id", r."status", r."changed", r."decision", r."downWithSeat", r."mergedInto",
              "participant"."name" AS "author"
            FROM "rebuttal" r JOIN "participant" ON "participant"."id" = r."participantId"
            WHERE r."id" IN (${Prisma.join(ids.filter((id) => !unknown.includes(id)))})`);
    const debate = fresh.some(({ quoteExact }) => quoteExact !== null) ? await debateOf(sessionId) : null;
    const reports = new Map<string, Row["reports"]>();
    type Report = { rebuttalId: string; reason: string; at: bigint | number };
    for (const { rebuttalId, reason, at } of await read<Report>(Prisma.sql`
      SELECT "rebuttalId", "reason", "at" FROM "report"
      WHERE "rebuttalId" IN (${Prisma.join(ids)}) AND NOT "settled"`))
      reports.set(rebuttalId, [...(reports.get(rebuttalId) ?? []), { reason, at: Number(at) }]);
    const endorsed = new Map((await endorsersOf(ids, sessionId)).map(({ id, count }) => [id, Number(count)]));
    const counts = (id: string) => ({ endorsed: endorsed.get(id) ?? 0, reports: reports.get(id) ?? [] });
    return [
      ...fresh.map((row) => ({
        ...withPlace(toRebuttal(row), debate),
        author: row.author,
        decision: row.decision as RebuttalStatus,
        downWithSeat: Boolean(row.downWithSeat),
        ...counts(row.id),
      })),
      ...again.map(
        ({ mergedInto, downWithSeat, ...row }) =>
          ({
            ...known.get(row.id),
            ...row,
            downWithSeat: Boolean(downWithSeat),
            mergedInto: mergedInto ?? undefined,
            ...counts(row.id),
          }) as Row,
      ),
    ];
  }

  // Prisma's own count would scan the endorsements of all sessions.
  const endorsersOf = (ids: string[], sessionId: string) =>
    read<{ id: string; count: bigint | number }>(Prisma.sql`
      SELECT "rebuttalId" AS "id", COUNT(*) AS "count" FROM "endorsement"
      WHERE "rebuttalId" IN (${Prisma.join(ids)}) AND "participantId" NOT IN (
        SELECT "id" FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NOT NULL)
      GROUP BY "rebuttalId"`);

  /** [R30] Of heads; counted again only if one of the merged rebuttals changed. */
  async function endorsersTogether(
    rows: ReadonlyMap<string, Row>,
    { under }: Links,
    known: Together,
    sessionId: string,
  ): Promise<Together> {
    const counts = new Map<string, { of: string; endorsed: number }>();
    for (const [id, merged] of under) {
      const stated = [rows.get(id), ...merged].filter((row) => row !== undefined);
      const of = stated.map(({ id, changed }) => `${id} ${changed}`).join(" ");
      const before = known.get(id);
      const endorsed = before?.of === of ? before.endorsed : await endorsersOfAny(stated, sessionId);
      counts.set(id, { of, endorsed });
    }
    return counts;
  }

  /** [K4] Without the authors of any of these. */
  async function endorsersOfAny(stated: readonly Row[], sessionId: string): Promise<number> {
    const [row] = await read<{ count: bigint | number }>(Prisma.sql`
      SELECT COUNT(DISTINCT "participantId") AS "count" FROM "endorsement"
      WHERE "rebuttalId" IN (${Prisma.join(stated.map(({ id }) => id))})
        AND "participantId" NOT IN (${Prisma.join(stated.map(({ participantId }) => participantId))})
        AND "participantId" NOT IN (
          SELECT "id" FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NOT NULL)`);
    return Number(row?.count ?? 0);
  }

  return {
    current,
    /** Frees the memory of a session that no one is connected to. */
    forget: (sessionId: string): void => void kept.delete(sessionId),
  };
}

/** [X3] Says where its quotation is, in a debate that has versions. */
function withPlace<R extends { quote?: Quote | undefined }>(rebuttal: R, debate: Debate | null): R {
  const { quote } = rebuttal;
  return quote && debate ? { ...rebuttal, quote: located(debate, quote) } : rebuttal;
}

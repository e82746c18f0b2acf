import { isDeepStrictEqual } from "node:util";
import type { Criterion } from "#debate/protocol/answers/mark-answers.ts";
import type { SaveMarks } from "#debate/protocol/requests.ts";
import { type Levels, levelsOf, settledCriteria } from "#debate/rules/criteria.ts";
import type { Person } from "#debate/rules/identity.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Mark, Prisma } from "#prisma/generated/sqlite/client.ts";
import { ownTurn } from "#server/platform/slices.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/** Reading more takes too many milliseconds in one turn. */
const SEATS_AT_ONCE = 250;

/** What a host says of a seat; `version` is 0 before that. */
export type StoredMark = { levels: Levels; comment: string; version: number };
export type MarkedSeat = Person & StoredMark & { number: string | null };
type Row = Person & { number: string | null } & {
  [Key in keyof Omit<Mark, "participantId">]: Mark[Key] | null;
};

/** `draw`: makes an id; `at` in milliseconds since the epoch. */
type Saving = { draw: () => string; at: number };
type Saved = { outcome: "saved" | "stale"; isReleaseChanged: boolean };

const UNMARKED: StoredMark = { levels: {}, comment: "", version: 0 };

export function markStore({ reader, rows, write }: Database) {
  return {
    /** [Q20] The criteria, and whether marks are released; before the first those that the host last used elsewhere. */
    async markingOf({ id, hostId }: { id: string; hostId: string }) {
      const marking = await reader.marking.findUnique({ where: { sessionId: id } });
      return {
        criteria: marking ? criteriaIn(marking) : await lastCriteria(reader, hostId),
        released: (marking?.releasedAt ?? null) !== null,
      };
    },

    /** A row for each seat that was not removed, slips apart [Y8]; by name. */
    async ofSession(sessionId: string): Promise<MarkedSeat[]> {
      const seats: MarkedSeat[] = [];
      for (let page = 0; seats.length === page * SEATS_AT_ONCE; page += 1) {
        await ownTurn();
        const found = await rows<Row>(Prisma.sql`
          SELECT p."id", p."name", p."realName", s."number", m."levels", m."comment", m."version"
          FROM "participant" p
          LEFT JOIN "mark" m ON m."participantId" = p."id"
          LEFT JOIN "class_student" s ON s."id" = p."studentId"
          WHERE p."sessionId" = ${sessionId} AND p."removedAt" IS NULL AND NOT p."onPaper"
            AND p."name" > ${seats.at(-1)?.name ?? ""}
          ORDER BY p."name" LIMIT ${SEATS_AT_ONCE}`);
        for (const { levels, comment, version, ...seat } of found)
          seats.push({ ...seat, ...toMark({ levels, comment, version }) });
      }
      return seats;
    },

    /** [Q22] A seat's, with the criteria; null unless they are released. */
    released: batchedRead(async (ids) => {
      const found = await rows<Pick<Row, "id" | "levels" | "comment" | "version"> & { criteria: string }>(
        Prisma.sql`
          SELECT p."id", marking."criteria", m."levels", m."comment", m."version"
          FROM "participant" p
          JOIN "marking" ON marking."sessionId" = p."sessionId" AND marking."releasedAt" IS NOT NULL
          LEFT JOIN "mark" m ON m."participantId" = p."id"
          WHERE p."id" IN (${Prisma.join(ids)})`,
      );
      return new Map(
        found.map(({ id, criteria, ...row }) => [
          id,
          { criteria: criteriaIn({ criteria }), mark: toMark(row) },
        ]),
      );
    }),

    /**
     * [Q21] Stores everything, or nothing: `stale` where a mark with a version replaces another one, unless that says the same. Levels of
     * criteria that are gone go with them.
     */
    save(sessionId: string, given: SaveMarks, { draw, at }: Saving): Promise<Result<Saved>> {
      return write(async (transaction) => {
        const session = await transaction.session.findUnique({
          where: { id: sessionId },
          select: { hostId: true, marking: true },
        });
        if (!session) return refuse("not-found");
        const { marking } = session;
        const known = marking ? criteriaIn(marking) : await lastCriteria(transaction, session.hostId);
        const criteria = given.criteria ? settledCriteria(given.criteria, known, draw) : known;
        const { marks = [] } = given;
        const ids = marks.map(({ participantId }) => participantId);
        const seats = { id: { in: ids }, sessionId, removedAt: null, onPaper: false };
        if ((await transaction.participant.count({ where: seats })) < ids.length) return refuse("not-found");

        const isGone = known.some(({ id }) => criteria.every((each) => each.id !== id));
        const where = isGone ? { participant: { sessionId } } : { participantId: { in: ids } };
        const rows = await transaction.mark.findMany({ where });
        const stored = new Map(rows.map((row) => [row.participantId, toMark(row)]));
        const changed = changesOf(criteria, marks, stored);
        if (!changed) return accept({ outcome: "stale", isReleaseChanged: false });
        await replace(transaction, changed, stored);

        const wasReleased = (marking?.releasedAt ?? null) !== null;
        const isReleased = given.released ?? wasReleased;
        const releasedAt = isReleased ? (marking?.releasedAt ?? BigInt(at)) : null;
        const row = { criteria: JSON.stringify(criteria), releasedAt };
        await transaction.marking.upsert({
          where: { sessionId },
          create: { sessionId, ...row },
          update: row,
        });
        // [Q22] Phones that are there hear of it.
        if (isReleased !== wasReleased) await bump(transaction, sessionId);
        return accept({ outcome: "saved", isReleaseChanged: isReleased !== wasReleased });
      }, sessionId);
    },
  };
}

type Says = Pick<StoredMark, "levels" | "comment">;
const said = (criteria: readonly Criterion[], { levels, comment }: Says): Says => ({
  levels: levelsOf(criteria, levels),
  comment,
});
const isSame = (one: Says, other: Says) =>
  one.comment === other.comment && isDeepStrictEqual(one.levels, other.levels);

/** What seats have from now on where that differs from what is stored; null if a mark would replace another than it names. */
function changesOf(
  criteria: readonly Criterion[],
  marks: NonNullable<SaveMarks["marks"]>,
  stored: ReadonlyMap<string, StoredMark>,
): [id: string, says: Says][] | null {
  const next = new Map([...stored].map(([id, mark]) => [id, said(criteria, mark)]));
  for (const { participantId, version, ...mark } of marks) {
    const before = stored.get(participantId) ?? UNMARKED;
    const says = said(criteria, mark);
    if (version !== undefined && version !== before.version && !isSame(says, before)) return null;
    next.set(participantId, says);
  }
  return [...next].filter(([id, says]) => !isSame(says, stored.get(id) ?? UNMARKED));
}

async function replace(
  transaction: Transaction,
  changed: readonly [id: string, says: Says][],
  stored: ReadonlyMap<string, StoredMark>,
): Promise<void> {
  if (changed.length === 0) return;
  await transaction.mark.deleteMany({ where: { participantId: { in: changed.map(([id]) => id) } } });
  await transaction.mark.createMany({
    data: changed.map(([participantId, { levels, comment }]) => ({
      ...{ participantId, comment, levels: JSON.stringify(levels) },
      version: (stored.get(participantId)?.version ?? 0) + 1,
    })),
  });
}

/** The criteria of the host's newest session that has some. */
async function lastCriteria(reader: Pick<Transaction, "marking">, hostId: string): Promise<Criterion[]> {
  const last = await reader.marking.findFirst({
    where: { session: { hostId } },
    orderBy: [{ session: { createdAt: "desc" } }, { sessionId: "asc" }],
  });
  return last ? criteriaIn(last) : [];
}

const criteriaIn = ({ criteria }: { criteria: string }): Criterion[] => JSON.parse(criteria);

function toMark({ levels, comment, version }: Pick<Row, "levels" | "comment" | "version">): StoredMark {
  return levels === null
    ? UNMARKED
    : { levels: JSON.parse(levels), comment: comment ?? "", version: version ?? 0 };
}

import type { GivenSteelman, OwnSteelman } from "#debate/activities/steelman/rules.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { steelmanWriters } from "#server/activities/steelman/writer.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import { record } from "#server/store/sessions/events.ts";
import { bump } from "#server/store/sessions/session-version.ts";

type Place = { at: number; id: string };
type Moderated = { author: string; raters: string[] };

/** The best arguments of the other side. */
export function steelmanTable(database: Database) {
  const { reader, write, rows } = database;
  return {
    ...steelmanWriters(database),

    /** Each seat's text and the one it was given to rate, if that is shown. */
    ofSeat: batchedRead(async (ids) => {
      const seats = Prisma.join(ids);
      const found = new Map(
        ids.map((id) => [id, { given: [] } as { own?: OwnSteelman; given: GivenSteelman[] }]),
      );
      type Own = { participantId: string; side: Side; body: string; status: RebuttalStatus };
      const written = await rows<Own>(Prisma.sql`
        SELECT "participantId", "side", "body", "status" FROM "steelman" WHERE "participantId" IN (${seats})`);
      for (const { participantId, ...own } of written) {
        const seat = found.get(participantId);
        if (seat) seat.own = { ...own, scores: [] };
      }
      type Score = { author: string; fair: boolean | number; why: string | null };
      // [B4] Not of people who were removed. [P20] Words that are held reach the host alone.
      const scores = await rows<Score>(Prisma.sql`
        SELECT "steelman"."participantId" AS "author", "fair", CASE WHEN "whyHeld" THEN NULL ELSE "why" END AS "why"
        FROM "steelman" JOIN "steelman_rating" ON "steelmanId" = "steelman"."id"
        JOIN "participant" ON "participant"."id" = "steelman_rating"."participantId"
        WHERE "steelman"."participantId" IN (${seats}) AND "fair" IS NOT NULL AND "removedAt" IS NULL
        ORDER BY "steelman_rating"."participantId"`);
      for (const { author, fair, why } of scores)
        found.get(author)?.own?.scores.push({ fair: Boolean(fair), ...(why !== null && { why }) });
      type Given = Omit<GivenSteelman, "fair" | "why"> & {
        rater: string;
        fair: boolean | number | null;
        why: string | null;
      };
      const given = await rows<Given>(Prisma.sql`
        SELECT "steelman_rating"."participantId" AS "rater", "steelman"."id", "side", "body", "fair", "why"
        FROM "steelman_rating" JOIN "steelman" ON "steelman"."id" = "steelmanId"
        JOIN "participant" ON "participant"."id" = "steelman"."participantId"
        WHERE "steelman_rating"."participantId" IN (${seats}) AND "status" = 'published' AND "removedAt" IS NULL
        ORDER BY "steelman_rating"."at", "steelman"."id"`);
      for (const { rater, fair, why, ...text } of given)
        found.get(rater)?.given.push({
          ...text,
          ...(fair !== null && { fair: Boolean(fair) }),
          ...(why !== null && { why }),
        });
      return found;
    }),

    /** [P20] Hides a text, or shows it, unless it has been edited. Null if nothing changed. */
    async moderate(
      deciding: Deciding,
      { id, words }: { id: string; words: string | undefined },
      status: "published" | "hidden",
    ): Promise<Result<Moderated | null>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const text = await transaction.steelman.findFirst({
          where: { id, sessionId },
          include: { ratings: { select: { participantId: true } } },
        });
        if (!text) return refuse("not-found");
        if (words !== undefined && words !== text.body) return refuse("stale", "words: they were changed");
        if (text.status === status) return accept(null);
        await transaction.steelman.update({ where: { id }, data: { status } });
        const kind = status === "hidden" ? "steelman-hidden" : "steelman-shown";
        await record(transaction, { ...deciding, kind });
        await bump(transaction, sessionId);
        const raters = text.ratings.map(({ participantId }) => participantId);
        return accept({ author: text.participantId, raters });
      }, sessionId);
    },

    /**
     * A page of texts with what was said of them, the newest first; all of them with their authors' and raters' seats.
     * [P19] `withRemoved`: also those of removed seats, so that a removal doesn't tell whose a text was.
     */
    async page(
      sessionId: string,
      { take, after, withRemoved }: { take: number; after?: Place | undefined; withRemoved: boolean },
    ) {
      const found = await reader.steelman.findMany({
        where: {
          sessionId,
          ...(!withRemoved && { participant: { removedAt: null } }),
          ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
        },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take,
        include: {
          participant: { select: { id: true, name: true, realName: true } },
          ratings: {
            where: { fair: { not: null }, participant: { removedAt: null } },
            orderBy: { participantId: "asc" },
            include: { participant: { select: { id: true, name: true, realName: true } } },
          },
        },
      });
      return found.map(({ at, side, status, ...text }) => ({
        ...text,
        side: side as Side,
        status: status as RebuttalStatus,
        at: Number(at),
      }));
    },

    /** [G1] A seat's own text with its ratings, and the ratings it gave. */
    async everythingOf(participantId: string) {
      return {
        text: await reader.steelman.findUnique({
          where: { participantId },
          include: { ratings: { where: { fair: { not: null }, participant: { removedAt: null } } } },
        }),
        ratings: await reader.steelmanRating.findMany({ where: { participantId } }),
      };
    },

    /** For the host's file, with those of removed seats [B4]. */
    async ofSession(sessionId: string) {
      return reader.steelman.findMany({
        where: { sessionId },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        include: { ratings: { where: { fair: { not: null } }, orderBy: { participantId: "asc" } } },
      });
    },
  };
}

export type SteelmanRecord = Awaited<ReturnType<ReturnType<typeof steelmanTable>["ofSession"]>>[number];

/** Everyone who wrote a text, or was given one. */
export async function steelmenPeople(transaction: Transaction, sessionId: string): Promise<string[]> {
  const people = await transaction.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "participantId" AS "id" FROM "steelman" WHERE "sessionId" = ${sessionId} UNION
    SELECT "steelman_rating"."participantId" FROM "steelman_rating" JOIN "steelman" ON "steelman"."id" = "steelmanId"
    WHERE "sessionId" = ${sessionId}`);
  return people.map(({ id }) => id);
}

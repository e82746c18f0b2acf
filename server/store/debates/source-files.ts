import { createQueue } from "#server/platform/queue.ts";
import type { Database, SourceFile } from "#server/store/database.ts";

export function sourceStore({ reader, files }: Database) {
  const oneAtATime = createQueue();
  return {
    /** [U11] Keeps the file of an instructor's debate in place of an earlier one. False if there is no such debate. */
    keep: (ownerId: string, debateId: string, file: SourceFile): Promise<boolean> =>
      files.store({ ownerId, debateId, ...file }),

    async canKeep(ownerId: string, debateId: string): Promise<boolean> {
      return (await reader.debate.count({ where: { id: debateId, ownerId } })) > 0;
    },

    /** [U11] For the debate's owner only. [L20] One at a time: a file of 20 MB keeps votes waiting for 50 ms. */
    of: (ownerId: string, debateId: string): Promise<SourceFile | null> =>
      oneAtATime(() => files.read(ownerId, debateId), [ownerId, ""]),

    /** Null without a file. */
    async sizeOf(ownerId: string, debateId: string): Promise<number | null> {
      const [row] = await reader.$queryRaw<{ bytes: number }[]>`
        SELECT length(s."bytes") AS "bytes" FROM "debate_source" s JOIN "debate" d ON d."id" = s."debateId"
        WHERE d."id" = ${debateId} AND d."ownerId" = ${ownerId}`;
      return row ? Number(row.bytes) : null;
    },

    /** [L21] The bytes of all of an instructor's files except one debate's. */
    async bytesBeside(ownerId: string, debateId: string): Promise<number> {
      const [row] = await reader.$queryRaw<{ bytes: number | bigint | null }[]>`
        SELECT SUM(length(s."bytes")) AS "bytes" FROM "debate_source" s JOIN "debate" d ON d."id" = s."debateId"
        WHERE d."ownerId" = ${ownerId} AND d."id" <> ${debateId}`;
      return Number(row?.bytes ?? 0);
    },

    async nameOf(ownerId: string, debateId: string): Promise<string | null> {
      const where = { debateId, debate: { ownerId } };
      return (await reader.debateSource.findFirst({ where, select: { name: true } }))?.name ?? null;
    },

    /** [G7] The names of all files of an instructor, by debate. */
    namesOf(ownerId: string): Promise<{ debateId: string; name: string }[]> {
      return reader.debateSource.findMany({
        where: { debate: { ownerId } },
        select: { debateId: true, name: true },
        orderBy: { debateId: "asc" },
      });
    },
  };
}

import type { Database } from "#server/store/database.ts";

/** The file that a debate was imported from. */
export type Source = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

export function sourceStore({ reader, write }: Database) {
  return {
    /** [U11] Keeps the file of an instructor's debate in place of an earlier one. False if there is no such debate. */
    keep(ownerId: string, debateId: string, source: Source): Promise<boolean> {
      return write(async (transaction) => {
        if ((await transaction.debate.count({ where: { id: debateId, ownerId } })) === 0) return false;
        await transaction.debateSource.upsert({
          where: { debateId },
          create: { debateId, ...source },
          update: source,
        });
        return true;
      });
    },

    /** [U11] For the debate's owner only. */
    of(ownerId: string, debateId: string): Promise<Source | null> {
      return reader.debateSource.findFirst({
        where: { debateId, debate: { ownerId } },
        select: { name: true, type: true, bytes: true },
      });
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

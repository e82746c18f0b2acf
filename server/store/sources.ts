import type { Database, KeptFile } from "#server/store/database.ts";

export function sourceStore({ reader, files }: Database) {
  return {
    /** [U11] Keeps the file of an instructor's debate in place of an earlier one. False if there is no such debate. */
    keep: (ownerId: string, debateId: string, file: KeptFile): Promise<boolean> =>
      files.store({ ownerId, debateId, ...file }),

    /** Whether there is such a debate of the instructor's. */
    async canKeep(ownerId: string, debateId: string): Promise<boolean> {
      return (await reader.debate.count({ where: { id: debateId, ownerId } })) > 0;
    },

    /** [U11] For the debate's owner only. */
    of: (ownerId: string, debateId: string): Promise<KeptFile | null> => files.read(ownerId, debateId),

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

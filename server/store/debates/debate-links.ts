import type { DebateLink } from "#debate/protocol/answers/debates.ts";
import type { Database } from "#server/store/database.ts";

type Of = DebateLink["of"];

/** [D45] Links by which other servers download debates. */
export function debateLinkStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** Null without a link. */
    async of(id: string): Promise<{ word: string; of: Of } | null> {
      const row = await reader.debate.findUnique({ where: { id }, select: { linkWord: true, linkOf: true } });
      return row?.linkWord ? { word: row.linkWord, of: row.linkOf as Of } : null;
    },

    /** The link that there is, of what is asked for now; `word` is for a new one. Null if the instructor has no such debate. */
    put(ownerId: string, id: string, of: Of, word: string): Promise<{ word: string; of: Of } | null> {
      return write(async (transaction) => {
        const row = await transaction.debate.findFirst({
          where: { id, ownerId },
          select: { linkWord: true },
        });
        if (!row) return null;
        const linkWord = row.linkWord ?? word;
        await transaction.debate.update({ where: { id }, data: { linkWord, linkOf: of } });
        return { word: linkWord, of };
      });
    },

    async remove(ownerId: string, id: string): Promise<void> {
      const data = { linkWord: null, linkOf: null };
      await write((transaction) => transaction.debate.updateMany({ where: { id, ownerId }, data }));
    },

    /** Of a debate that can be used: no draft, and not archived. */
    async byWord(word: string): Promise<{ id: string; ownerId: string; of: Of } | null> {
      const row = await reader.debate.findFirst({
        where: { linkWord: word, isDraft: false, archivedAt: null },
        select: { id: true, ownerId: true, linkOf: true },
      });
      return row && { id: row.id, ownerId: row.ownerId, of: row.linkOf as Of };
    },
  };
}

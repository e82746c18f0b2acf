import { Debate, type DebateDraft } from "#debate/content/debate.ts";
import type { Database } from "#server/store/database.ts";

export function debateStore({ reader, write }: Database) {
  return {
    /** An instructor's own debates, newest first. */
    async ofOwner(ownerId: string): Promise<Debate[]> {
      const rows = await reader.debate.findMany({ where: { ownerId }, orderBy: { createdAt: "desc" } });
      return rows.map(({ content }) => Debate.parse(JSON.parse(content)));
    },

    async byId(ownerId: string, id: string): Promise<Debate | null> {
      const row = await reader.debate.findFirst({ where: { id, ownerId } });
      return row && Debate.parse(JSON.parse(row.content));
    },

    async create(ownerId: string, id: string, draft: DebateDraft, at: number): Promise<Debate> {
      const debate: Debate = { id, ...draft };
      const times = { createdAt: BigInt(at), updatedAt: BigInt(at) };
      await write((transaction) =>
        transaction.debate.create({ data: { id, ownerId, content: JSON.stringify(debate), ...times } }),
      );
      return debate;
    },

    async update(ownerId: string, id: string, draft: DebateDraft, at: number): Promise<Debate | null> {
      const debate: Debate = { id, ...draft };
      const data = { content: JSON.stringify(debate), updatedAt: BigInt(at) };
      const { count } = await write((transaction) =>
        transaction.debate.updateMany({ where: { id, ownerId }, data }),
      );
      return count === 0 ? null : debate;
    },

    /** False when the instructor has no such debate. Sessions keep their own copies. */
    async remove(ownerId: string, id: string): Promise<boolean> {
      const { count } = await write((transaction) =>
        transaction.debate.deleteMany({ where: { id, ownerId } }),
      );
      return count > 0;
    },
  };
}

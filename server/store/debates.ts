import { createHash } from "node:crypto";
import { Debate, type DebateDraft } from "#debate/content/debate.ts";
import type { Database } from "#server/store/database.ts";

/** A debate as it is stored, with the version that it is: another one after each change. */
export type SavedDebate = { debate: Debate; version: string };
type Saving = { outcome: "saved" | "stale"; saved: SavedDebate };

/** The same for the same content, so that one that was changed and changed back is no other version. */
export function versionOf(content: string): string {
  return createHash("sha256").update(content).digest("base64url");
}

const toSaved = (content: string): SavedDebate => ({
  debate: Debate.parse(JSON.parse(content)),
  version: versionOf(content),
});

export function debateStore({ reader, write }: Database) {
  return {
    /** An instructor's own debates, newest first; `addedAt` in milliseconds since the epoch. */
    async ofOwner(ownerId: string): Promise<{ debate: Debate; addedAt: number }[]> {
      const rows = await reader.debate.findMany({ where: { ownerId }, orderBy: { createdAt: "desc" } });
      return rows.map(({ content, createdAt }) => ({
        debate: Debate.parse(JSON.parse(content)),
        addedAt: Number(createdAt),
      }));
    },

    async byId(ownerId: string, id: string): Promise<SavedDebate | null> {
      const row = await reader.debate.findFirst({ where: { id, ownerId } });
      return row && toSaved(row.content);
    },

    async create(ownerId: string, id: string, draft: DebateDraft, at: number): Promise<Debate> {
      const debate: Debate = { id, ...draft };
      const times = { createdAt: BigInt(at), updatedAt: BigInt(at) };
      await write((transaction) =>
        transaction.debate.create({ data: { id, ownerId, content: JSON.stringify(debate), ...times } }),
      );
      return debate;
    },

    /** [D11] Stores a draft where `fits` says that it was made from the stored version; null where there is none. */
    update(
      ownerId: string,
      id: string,
      draft: DebateDraft,
      { at, fits }: { at: number; fits: (version: string) => boolean },
    ): Promise<Saving | null> {
      const content = JSON.stringify({ id, ...draft });
      return write(async (transaction): Promise<Saving | null> => {
        for (;;) {
          const row = await transaction.debate.findFirst({ where: { id, ownerId } });
          if (!row) return null;
          // The same save again, after an answer that was lost, has been stored.
          if (row.content !== content && !fits(versionOf(row.content)))
            return { outcome: "stale", saved: toSaved(row.content) };
          // With PostgreSQL another server can have stored something since the line above; then all of it once more.
          const { count } = await transaction.debate.updateMany({
            where: { id, ownerId, content: row.content },
            data: { content, updatedAt: BigInt(at) },
          });
          if (count > 0) return { outcome: "saved", saved: toSaved(content) };
        }
      });
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

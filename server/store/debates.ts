import { createHash } from "node:crypto";
import { contentToStore, type Debate, type DebateDraft, storedDebate } from "#debate/content/debate.ts";
import type { Database } from "#server/store/database.ts";

/** A stored debate and its version, which changes with each save. */
export type SavedDebate = { debate: Debate; version: string };
type Saving = { outcome: "saved" | "stale"; saved: SavedDebate };

/** A hash of the content, so that a debate that was changed and changed back has the same version again. */
export function versionOf(content: string): string {
  return createHash("sha256").update(content).digest("base64url");
}

const toSaved = (content: string): SavedDebate => ({
  debate: storedDebate(content),
  version: versionOf(content),
});

export function debateStore({ reader, write }: Database) {
  return {
    /** An instructor's own debates, newest first; `addedAt` in milliseconds since the epoch. */
    async ofOwner(ownerId: string): Promise<{ debate: Debate; addedAt: number }[]> {
      const rows = await reader.debate.findMany({ where: { ownerId }, orderBy: { createdAt: "desc" } });
      return rows.map(({ content, createdAt }) => ({
        debate: storedDebate(content),
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
        transaction.debate.create({ data: { id, ownerId, content: contentToStore(debate), ...times } }),
      );
      return debate;
    },

    /** [D11] Stores a draft if `fits` accepts the stored version; null if there is no such debate. */
    update(
      ownerId: string,
      id: string,
      draft: DebateDraft,
      { at, fits }: { at: number; fits: (version: string) => boolean },
    ): Promise<Saving | null> {
      const content = contentToStore({ id, ...draft });
      return write(async (transaction): Promise<Saving | null> => {
        for (;;) {
          const row = await transaction.debate.findFirst({ where: { id, ownerId } });
          if (!row) return null;
          // The same save, sent again because its answer was lost, has already been stored.
          if (row.content !== content && !fits(versionOf(row.content)))
            return { outcome: "stale", saved: toSaved(row.content) };
          // With PostgreSQL another server can have saved since the check above. Then start over.
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

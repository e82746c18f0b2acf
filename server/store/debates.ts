import { createHash } from "node:crypto";
import { contentToStore, type Debate, type DebateDraft, storedDebate } from "#debate/content/debate.ts";
import { accessOf, type DebateAccess } from "#debate/rules/debate-rights.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { listingColumns } from "#server/store/debate-listings.ts";
import { SIMULATED_FIELD } from "#server/store/simulated-field.ts";

/** A stored debate and its version, which changes with each save. */
export type SavedDebate = { debate: Debate; version: string };
export type UsableDebate = SavedDebate & {
  access: DebateAccess;
  /** The owner's name. */
  owner: string;
  isArchived: boolean;
  isDraft: boolean;
};
type Saving = { outcome: "saved" | "stale"; saved: SavedDebate };

/** A hash of the content, so that a debate that was changed and changed back has the same version again. */
export function versionOf(content: string): string {
  return createHash("sha256").update(content).digest("base64url");
}

const toSaved = (content: string): SavedDebate => ({
  debate: storedDebate(content),
  version: versionOf(content),
});

function toColumns(debate: Debate, at: number) {
  const content = contentToStore(debate);
  return { content, ...listingColumns(debate, versionOf(content), at) };
}

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

    /** A debate that an instructor may use, with what they may do with it. */
    async byId(instructorId: string, id: string): Promise<UsableDebate | null> {
      const row = await reader.debate.findUnique({
        where: { id },
        include: { shares: { where: { instructorId } }, owner: { select: { name: true } } },
      });
      const access = row && accessOf({ ...row, right: row.shares[0]?.right ?? null }, instructorId);
      if (!access) return null;
      const { content, archivedAt, isDraft, owner } = row;
      return { ...toSaved(content), access, owner: owner.name, isArchived: archivedAt !== null, isDraft };
    },

    async create(ownerId: string, id: string, draft: DebateDraft, at: number): Promise<Debate> {
      const debate: Debate = { id, ...draft };
      const times = { createdAt: BigInt(at), updatedAt: BigInt(at) };
      const columns = toColumns(debate, at);
      await write((transaction) =>
        transaction.debate.create({ data: { id, ownerId, ...columns, ...times } }),
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
      const columns = toColumns({ id, ...draft }, at);
      const { content } = columns;
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
            data: { ...columns, updatedAt: BigInt(at) },
          });
          if (count > 0) return { outcome: "saved", saved: toSaved(content) };
        }
      });
    },

    /** [D16] Deletes a debate, or archives it if a session was opened with it. Null when the instructor has no such debate. */
    remove(ownerId: string, id: string, at: number): Promise<"deleted" | "archived" | null> {
      return write(async (transaction) => {
        const where = { id, ownerId };
        if (await wasUsed(transaction, id)) {
          await transaction.debate.updateMany({
            where: { ...where, archivedAt: null },
            data: { archivedAt: BigInt(at) },
          });
          return (await transaction.debate.count({ where })) > 0 ? "archived" : null;
        }
        const { count } = await transaction.debate.deleteMany({ where });
        return count > 0 ? "deleted" : null;
      });
    },

    /** [D16] Archives a debate, or puts it back on its shelf. False when the instructor has no such debate. */
    async archive(ownerId: string, id: string, at: number | null): Promise<boolean> {
      const { count } = await write((transaction) =>
        transaction.debate.updateMany({
          where: { id, ownerId },
          data: { archivedAt: at === null ? null : BigInt(at) },
        }),
      );
      return count > 0;
    },
  };
}

/** Whether there is a session that was opened with a debate. [H4] Rehearsals don't count. */
async function wasUsed(transaction: Transaction, debateId: string): Promise<boolean> {
  const session = { settings: { not: { contains: SIMULATED_FIELD } } };
  return (await transaction.frozenDebate.findFirst({ where: { debateId, session } })) !== null;
}

import { createHash } from "node:crypto";
import { contentToStore, type Debate, type DebateDraft, storedDebate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { accessOf, type DebateAccess, mayWith } from "#debate/rules/debate-rights.ts";
import type { Prisma } from "#prisma/generated/sqlite/client.ts";
import { inSlices } from "#server/platform/slices.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { listingColumns } from "#server/store/debates/debate-listings.ts";
import { forgetAddresses } from "#server/store/debates/debate-shares.ts";
import { keepVersions } from "#server/store/debates/debate-versions.ts";

/** A stored debate and its version, which changes with each save. `isDraft`: it can't be used yet [D22]. */
export type SavedDebate = { debate: Debate; version: string; isDraft: boolean };
export type UsableDebate = SavedDebate & {
  access: DebateAccess;
  /** The owner's name. */
  owner: string;
  isArchived: boolean;
};
type Saving = { outcome: "saved" | "stale"; saved: SavedDebate } | { outcome: "forbidden" };
type Save = {
  at: number;
  /** The saver's name. */
  by: string;
  isDraft: boolean;
  fits: (version: string) => boolean;
  /** Whether the save names versions that it was made from. */
  isExact: boolean;
};

/** A hash of the content, so that a debate that was changed and changed back has the same version again. */
export function versionOf(content: string): string {
  return createHash("sha256").update(content).digest("base64url");
}

const toSaved = ({ content, isDraft }: { content: string; isDraft: boolean }): SavedDebate => ({
  debate: storedDebate(content),
  version: versionOf(content),
  isDraft,
});

/** [L15] In slices, as each part of a debate at all its limits takes tens of milliseconds. */
const toColumns = (debate: Debate, at: number) => inSlices(columnsOf(debate, at));

function* columnsOf(debate: Debate, at: number) {
  const content = contentToStore(debate);
  yield;
  const version = versionOf(content);
  yield;
  const plain = inPlainText(debate);
  yield;
  return { content, ...listingColumns(plain, version, at) };
}

export function debateStore({ reader, write }: Database) {
  return {
    /** [G7] What is stored of an instructor's own debates beside their content, newest first. */
    async statesOf(ownerId: string) {
      const rows = await reader.debate.findMany({
        where: { ownerId },
        select: { id: true, isDraft: true, createdAt: true, updatedAt: true, archivedAt: true },
        orderBy: { createdAt: "desc" },
      });
      return rows.map(({ createdAt, updatedAt, archivedAt, ...row }) => ({
        ...row,
        createdAt: new Date(Number(createdAt)),
        updatedAt: new Date(Number(updatedAt)),
        archivedAt: archivedAt === null ? null : new Date(Number(archivedAt)),
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
      return { ...toSaved(row), access, owner: row.owner.name, isArchived: row.archivedAt !== null };
    },

    async create(
      ownerId: string,
      id: string,
      draft: DebateDraft,
      at: number,
      isDraft = false,
    ): Promise<SavedDebate> {
      const debate: Debate = { id, ...draft };
      const times = { createdAt: BigInt(at), updatedAt: BigInt(at) };
      const columns = await toColumns(debate, at);
      await write((transaction) =>
        transaction.debate.create({ data: { id, ownerId, ...columns, isDraft, ...times } }),
      );
      return { debate, version: versionOf(columns.content), isDraft };
    },

    /**
     * [D11] Creates a debate under its client's id; a repeated request finds it. `stale` if the owner's debate of that id has other
     * content by now, `forbidden` for a colleague's.
     */
    async createOnce(
      ownerId: string,
      id: string,
      draft: DebateDraft,
      at: number,
      isDraft: boolean,
    ): Promise<Saving> {
      const columns = await toColumns({ id, ...draft }, at);
      const { content } = columns;
      const times = { createdAt: BigInt(at), updatedAt: BigInt(at) };
      const store = async (transaction: Transaction): Promise<Saving> => {
        const row = await transaction.debate.findUnique({ where: { id } });
        if (!row) await transaction.debate.create({ data: { id, ownerId, ...columns, isDraft, ...times } });
        else if (row.ownerId !== ownerId) return { outcome: "forbidden" };
        else if (row.content !== content || row.isDraft !== isDraft)
          return { outcome: "stale", saved: toSaved(row) };
        return { outcome: "saved", saved: toSaved({ content, isDraft }) };
      };
      return twice(() => write(store));
    },

    /** [D31] Stores all of them or none. [D11] Those of a repeated request stay as they are. */
    async createAll(
      ownerId: string,
      drafts: readonly { id: string; draft: DebateDraft }[],
      at: number,
    ): Promise<Debate[]> {
      const times = { createdAt: BigInt(at), updatedAt: BigInt(at) };
      const debates = drafts.map(({ id, draft }): Debate => ({ id, ...draft }));
      const rows: Prisma.DebateUncheckedCreateInput[] = [];
      for (const debate of debates)
        rows.push({ id: debate.id, ownerId, ...(await toColumns(debate, at)), ...times });
      const known = { ownerId, id: { in: debates.map(({ id }) => id) } };
      const store = async (transaction: Transaction): Promise<void> => {
        const found = await transaction.debate.findMany({ where: known, select: { id: true } });
        const stored = new Set(found.map(({ id }) => id));
        for (const data of rows) if (!stored.has(data.id)) await transaction.debate.create({ data });
      };
      await twice(() => write(store));
      return debates;
    },

    /**
     * [D11] Stores a debate if `fits` accepts the stored version; null if there is no such debate. [I20] One that others edit
     * is stored over a version that the save names only. [D22] A finished one never becomes a draft again.
     */
    async update(instructorId: string, id: string, draft: DebateDraft, save: Save): Promise<Saving | null> {
      const { isDraft } = save;
      const columns = await toColumns({ id, ...draft }, save.at);
      const { content } = columns;
      return write(async (transaction): Promise<Saving | null> => {
        for (;;) {
          const row = await transaction.debate.findUnique({
            where: { id },
            include: { shares: true, owner: { select: { name: true } } },
          });
          const right = row?.shares.find((share) => share.instructorId === instructorId)?.right ?? null;
          const access = row && accessOf({ ...row, right }, instructorId);
          if (!access) return null;
          if (!mayWith(access, "save")) return { outcome: "forbidden" };
          // The same save, sent again because its answer was lost, has already been stored.
          const isSame = row.content === content;
          if (isSame && row.isDraft === isDraft) return { outcome: "saved", saved: toSaved(row) };
          const isSharedToEdit = [row.sharing, ...row.shares.map((share) => share.right)].includes("edit");
          const isStale =
            !isSame && (!save.fits(versionOf(row.content)) || (isSharedToEdit && !save.isExact));
          if (isStale || (isDraft && !row.isDraft)) return { outcome: "stale", saved: toSaved(row) };
          // With PostgreSQL another server can have saved since the check above. Then start over.
          const savedAt = BigInt(save.at);
          const { count } = await transaction.debate.updateMany({
            where: { id, content: row.content, isDraft: row.isDraft },
            data: { ...columns, isDraft, updatedAt: savedAt },
          });
          if (count === 0) continue;
          // Drafts are saved while typed, and keep no versions.
          const before = row.isDraft
            ? null
            : {
                version: versionOf(row.content),
                content: row.content,
                savedAt: row.updatedAt,
                savedBy: row.owner.name,
              };
          const now = { version: versionOf(content), content, savedAt, savedBy: save.by };
          if (!isDraft) await keepVersions(transaction, id, before, now);
          return { outcome: "saved", saved: toSaved({ content, isDraft }) };
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
        if (count === 0) return null;
        await forgetAddresses(transaction, [id]);
        await audit(transaction, { at, kind: "deletion", what: "debate", actorId: ownerId });
        return "deleted";
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

/** With PostgreSQL another server may be storing the same; the second try finds it. */
const twice = <T>(store: () => Promise<T>): Promise<T> =>
  store().catch((error: { code?: unknown }) => {
    if (error.code === "P2002") return store();
    throw error;
  });

/** Whether there is a session that was opened with a debate. [H4] Rehearsals don't count. */
async function wasUsed(transaction: Transaction, debateId: string): Promise<boolean> {
  const where = { debateId, session: { simulated: null } };
  return (await transaction.frozenDebate.findFirst({ where })) !== null;
}

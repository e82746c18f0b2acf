import type { z } from "zod";
import { type Debate, storedDebate } from "#debate/content/debate.ts";
import type * as debates from "#debate/protocol/answers/debates.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** [D33] How many versions before the current one are kept of a debate. */
const VERSIONS = 50;

export type SavedVersion = z.infer<typeof debates.SavedVersion>;
type Content = { version: string; content: string; savedAt: bigint; savedBy: string };

/**
 * [D33] Keeps the saved version, and the one before if no save has kept it; drops the oldest. `before`: null if it was a draft.
 */
export async function keepVersions(
  transaction: Transaction,
  debateId: string,
  before: Content | null,
  now: Content,
): Promise<void> {
  const { debateVersion } = transaction;
  const at = ({ version }: Content) => ({ debateId_version: { debateId, version } });
  if (before) await debateVersion.upsert({ where: at(before), create: { debateId, ...before }, update: {} });
  // A debate that was changed back has its earlier version.
  const { savedAt, savedBy } = now;
  await debateVersion.upsert({ where: at(now), create: { debateId, ...now }, update: { savedAt, savedBy } });
  const old = await debateVersion.findMany({
    where: { debateId, version: { not: now.version } },
    orderBy: { savedAt: "desc" },
    skip: VERSIONS,
    select: { version: true },
  });
  if (old.length === 0) return;
  const versions = old.map(({ version }) => version);
  await debateVersion.deleteMany({ where: { debateId, version: { in: versions } } });
}

/** Debates as they were saved before. */
export function debateVersionStore({ reader }: Pick<Database, "reader">) {
  return {
    /** The newest first, with the current one if it was ever changed. */
    async of(debateId: string): Promise<SavedVersion[]> {
      const rows = await reader.debateVersion.findMany({
        where: { debateId },
        orderBy: { savedAt: "desc" },
        select: { version: true, savedAt: true, savedBy: true },
      });
      return rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: Number(savedAt) }));
    },

    /** [G7] Those of all debates of an instructor. */
    async ofOwner(ownerId: string): Promise<(SavedVersion & { debateId: string })[]> {
      const rows = await reader.debateVersion.findMany({
        where: { debate: { ownerId } },
        orderBy: [{ debateId: "asc" }, { savedAt: "desc" }],
        select: { debateId: true, version: true, savedAt: true, savedBy: true },
      });
      return rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: Number(savedAt) }));
    },

    async read(debateId: string, version: string): Promise<Debate | null> {
      const row = await reader.debateVersion.findUnique({
        where: { debateId_version: { debateId, version } },
      });
      return row && storedDebate(row.content);
    },
  };
}

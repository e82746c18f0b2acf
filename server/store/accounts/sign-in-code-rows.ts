import type { Database } from "#server/store/database.ts";

type New = { instructorId: string; signInId: string; codeHash: string; expiresAt: number };

export function signInCodeStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** Stores an instructor's code, which replaces the one before. */
    async replace({ expiresAt, ...code }: New): Promise<void> {
      const data = { ...code, expiresAt: BigInt(expiresAt) };
      const { instructorId } = code;
      await write((transaction) =>
        transaction.signInCode.upsert({ where: { instructorId }, create: data, update: data }),
      );
    },

    /** Uses up a code and returns whose it was. Of two requests at once, one succeeds. */
    async use(codeHash: string, now: number): Promise<string | null> {
      // Checked by a read first, so that wrong codes never hold up the write queue.
      const row = await reader.signInCode.findUnique({ where: { codeHash } });
      if (!row || Number(row.expiresAt) <= now) return null;
      const { count } = await write((transaction) =>
        transaction.signInCode.deleteMany({ where: { codeHash } }),
      );
      return count > 0 ? row.instructorId : null;
    },
  };
}

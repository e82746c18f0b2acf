import type { Database } from "#server/store/database.ts";

/** [Q43] A key pair of this server: the public half as JSON, the private one encrypted. */
export type StoredKey = { id: string; publicKey: string; sealed: string; createdAt: number };

const NEWEST_FIRST = { orderBy: [{ createdAt: "desc" as const }, { id: "asc" as const }] };

/** [Q43] The keys of this server, and [Q41] the links with which platforms may register. */
export function keyStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** The newest first. */
    async all(): Promise<StoredKey[]> {
      const rows = await reader.ltiKey.findMany(NEWEST_FIRST);
      return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: Number(createdAt) }));
    },

    /** Adds a key in place of those that are `over`, unless another server has added one after `newest`. */
    add({ createdAt, ...key }: StoredKey, newest: string | null, over: string[]): Promise<void> {
      return write(async (transaction) => {
        const [latest = null] = await transaction.ltiKey.findMany({ ...NEWEST_FIRST, take: 1 });
        if ((latest?.id ?? null) !== newest) return;
        await transaction.ltiKey.deleteMany({ where: { id: { in: over } } });
        await transaction.ltiKey.create({ data: { ...key, createdAt: BigInt(createdAt) } });
      });
    },

    /** [Q41] Allows one registration; times in milliseconds since the epoch. */
    async allow(hash: string, createdAt: number, expiresAt: number): Promise<void> {
      await write(async (transaction) => {
        await transaction.ltiRegistration.deleteMany({ where: { expiresAt: { lt: BigInt(createdAt) } } });
        await transaction.ltiRegistration.create({
          data: { tokenHash: hash, createdAt: BigInt(createdAt), expiresAt: BigInt(expiresAt) },
        });
      });
    },

    async isAllowed(hash: string, at: number): Promise<boolean> {
      return (await reader.ltiRegistration.count({ where: usable(hash, at) })) > 0;
    },

    /** False if it was used, or is too old. */
    spendAllowed(hash: string, at: number): Promise<boolean> {
      return write(async (transaction) => {
        const data = { usedAt: BigInt(at) };
        return (await transaction.ltiRegistration.updateMany({ where: usable(hash, at), data })).count > 0;
      });
    },

    /** The platform refused: the link may be used again. */
    async giveBack(hash: string): Promise<void> {
      const data = { usedAt: null };
      await write((transaction) =>
        transaction.ltiRegistration.updateMany({ where: { tokenHash: hash }, data }),
      );
    },
  };
}

const usable = (tokenHash: string, at: number) => ({
  tokenHash,
  usedAt: null,
  expiresAt: { gt: BigInt(at) },
});

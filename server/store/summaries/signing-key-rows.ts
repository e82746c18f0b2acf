import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";

/** [S27] A key pair: the public half as JSON, the private one encrypted. `id` tells by which secret. */
export type StoredSigningKey = { id: string; publicKey: string; sealed: string; createdAt: number };

/** [S27] The keys with which this server signs summaries: one, unless its secret was replaced. */
export function signingKeyStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    byId: (id: string) => reader.signingKey.findUnique({ where: { id } }),

    async publicKeys(): Promise<string[]> {
      const rows = await reader.signingKey.findMany({ select: { publicKey: true } });
      return rows.map(({ publicKey }) => publicKey);
    },

    /** Adds a key unless another server has added the one of this id. */
    async add({ createdAt, ...key }: StoredSigningKey): Promise<void> {
      const { id, publicKey, sealed } = key;
      await write((transaction) =>
        transaction.$executeRaw(Prisma.sql`
          INSERT INTO "signing_key" ("id", "publicKey", "sealed", "createdAt")
          VALUES (${id}, ${publicKey}, ${sealed}, ${BigInt(createdAt)}) ON CONFLICT DO NOTHING`),
      );
    },
  };
}

import type { Transaction } from "#server/store/database.ts";

/** Raises a session's version, in the transaction of the change. */
export async function bump(transaction: Transaction, sessionId: string): Promise<number> {
  // Raw, as it runs with everything that an arguing class stores.
  const [row] = await transaction.$queryRaw<{ version: number | bigint }[]>`
    UPDATE "session" SET "version" = "version" + 1 WHERE "id" = ${sessionId} RETURNING "version"`;
  if (!row) throw new Error(`there is no session ${sessionId}`);
  return Number(row.version);
}

import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { countDeleted } from "#server/store/instructor-rows.ts";

/** Instructors' accounts, except for signing in, which Better Auth does. */
export function accountStore({ reader, write }: Database) {
  return {
    /** [G7] Everything stored about an instructor except debates, sessions and the password. */
    async byId(id: string) {
      const row = await reader.instructor.findUniqueOrThrow({
        where: { id },
        include: {
          signIns: { orderBy: { createdAt: "asc" } },
          invitations: { orderBy: { createdAt: "asc" } },
          credentials: true,
        },
      });
      const { name, email, createdAt, signIns, invitations, credentials } = row;
      return {
        account: { id, name, email, createdAt, signsInBy: credentials.map(({ providerId }) => providerId) },
        signIns: signIns.map(({ createdAt, expiresAt, ipAddress, userAgent }) => ({
          createdAt,
          expiresAt,
          ipAddress,
          userAgent,
        })),
        invitations: invitations.map(({ note, createdAt, expiresAt, usedAt }) => ({
          note,
          createdAt: new Date(Number(createdAt)),
          expiresAt: new Date(Number(expiresAt)),
          usedAt: usedAt === null ? null : new Date(Number(usedAt)),
        })),
      };
    },

    /** The instructor who is signed in; null if the sign-in has ended. */
    signedIn: readTogether(async (ids) => {
      const rows = await reader.signIn.findMany({
        where: { id: { in: ids } },
        select: { id: true, userId: true },
      });
      return new Map(rows.map(({ id, userId }) => [id, userId]));
    }),

    /** The account with its sign-ins, debates and sessions. */
    async remove(id: string): Promise<void> {
      await write(async (transaction) => {
        const { count } = await transaction.instructor.deleteMany({ where: { id } });
        if (count > 0) await countDeleted(transaction);
      });
    },

    /** [G9] Deletes sign-ins that have ended, and proofs or sign-ins that were not completed in time. */
    async forgetExpired(now: number): Promise<void> {
      const where = { expiresAt: { lt: new Date(now) } };
      await write(async (transaction) => {
        await transaction.signIn.deleteMany({ where });
        await transaction.verification.deleteMany({ where });
        await transaction.signInCode.deleteMany({ where: { expiresAt: { lte: BigInt(now) } } });
      });
    },
  };
}

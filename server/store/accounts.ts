import { knownLanguage, type Language } from "#debate/rules/languages.ts";
import { readTogether } from "#server/store/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { forgetShares } from "#server/store/debate-shares.ts";
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
          helper: { select: { name: true } },
          helped: { select: { name: true, email: true } },
        },
      });
      const { name, email, createdAt, language, helper, helped, signIns, invitations, credentials } = row;
      const signsInBy = credentials.map(({ providerId }) => providerId);
      return {
        account: {
          id,
          name,
          email,
          createdAt,
          signsInBy,
          language,
          helpedBy: helper?.name ?? null,
          helps: helped,
        },
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

    /** [I15] What the account's page says besides how to sign in: `helped` are those with a password. */
    async profile(id: string) {
      const { language, helper, helped } = await reader.instructor.findUniqueOrThrow({
        where: { id },
        select: {
          language: true,
          helper: { select: { name: true } },
          helped: {
            where: { credentials: { some: { providerId: "credential" } } },
            select: { id: true, name: true, email: true },
            orderBy: { createdAt: "asc" },
          },
        },
      });
      return { language: toLanguage(language), helper: helper?.name ?? null, helped };
    },

    async languageOf(id: string): Promise<Language | null> {
      const row = await reader.instructor.findUnique({ where: { id }, select: { language: true } });
      return toLanguage(row?.language ?? null);
    },

    async change(id: string, data: { name?: string; language?: Language | null; helperId?: null }) {
      await write((transaction) => transaction.instructor.updateMany({ where: { id }, data }));
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
        await forgetShares(transaction, id);
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

/** Null also for a language that this version does not have. */
export function toLanguage(stored: string | null): Language | null {
  return knownLanguage(stored ?? undefined) ?? null;
}

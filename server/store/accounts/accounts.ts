import { knownLanguage, type Language } from "#debate/rules/languages.ts";
import { chosenRetention, countDeleted } from "#server/store/accounts/instructor-rows.ts";
import { forgetDevices } from "#server/store/accounts/managed-accounts.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { forgetShares } from "#server/store/debates/debate-shares.ts";

/** [I26] */
const ALLOWED = { helpAllowedAt: { not: null } };

/** Instructors' accounts, except for signing in, which Better Auth does. */
export function accountStore({ reader, write }: Database) {
  return {
    chosenRetention: () => chosenRetention({ reader }),

    /** [G7] Everything stored about an instructor except debates, sessions and the password. */
    async byId(id: string) {
      const row = await reader.instructor.findUniqueOrThrow({
        where: { id },
        include: {
          signIns: { orderBy: { createdAt: "asc" } },
          invitations: { orderBy: { createdAt: "asc" } },
          credentials: true,
          helper: { select: { name: true } },
          helped: { where: ALLOWED, select: { name: true, email: true } },
        },
      });
      const {
        name,
        email,
        createdAt,
        language,
        helper,
        helpAllowedAt,
        helped,
        signIns,
        invitations,
        credentials,
        twoFactorEnabled,
      } = row;
      const trusted = await reader.verification.findMany({
        where: { value: id, identifier: { startsWith: "trust-device-" } },
        select: { createdAt: true, expiresAt: true },
        orderBy: { createdAt: "asc" },
      });
      const signsInBy = credentials.map(({ providerId }) => providerId);
      return {
        account: {
          id,
          name,
          email,
          createdAt,
          signsInBy,
          secondFactor: twoFactorEnabled,
          language,
          invitedBy: helper?.name ?? null,
          helpedBy: helpAllowedAt === null ? null : (helper?.name ?? null),
          helps: helped,
        },
        signIns: signIns.map(({ createdAt, expiresAt, ipAddress, userAgent }) => ({
          createdAt,
          expiresAt,
          ipAddress,
          userAgent,
        })),
        trustedDevices: trusted,
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
      const { language, helper, helpAllowedAt, helped } = await reader.instructor.findUniqueOrThrow({
        where: { id },
        select: {
          language: true,
          helpAllowedAt: true,
          helper: { select: { name: true } },
          helped: {
            where: { ...ALLOWED, credentials: { some: { providerId: "credential" } } },
            select: { id: true, name: true, email: true },
            orderBy: { createdAt: "asc" },
          },
        },
      });
      const isAllowed = helpAllowedAt !== null;
      return { language: toLanguage(language), helper: helper && { ...helper, isAllowed }, helped };
    },

    async languageOf(id: string): Promise<Language | null> {
      const row = await reader.instructor.findUnique({ where: { id }, select: { language: true } });
      return toLanguage(row?.language ?? null);
    },

    async change(id: string, data: { name?: string; language?: Language | null; helpAllowedAt?: null }) {
      await write((transaction) => transaction.instructor.updateMany({ where: { id }, data }));
    },

    /** [I26] Allows the colleague who sent the invitation to help; false if there is none. */
    async allowHelp(id: string, now: number): Promise<boolean> {
      return write(async (transaction) => {
        const where = { id, helperId: { not: null } };
        const data = { helpAllowedAt: BigInt(now) };
        await transaction.instructor.updateMany({ where: { ...where, helpAllowedAt: null }, data });
        return (await transaction.instructor.count({ where })) > 0;
      });
    },

    /** The instructor who is signed in; null if the sign-in has ended. */
    signedIn: batchedRead(async (ids) => {
      const rows = await reader.signIn.findMany({
        where: { id: { in: ids }, user: { lockedAt: null } },
        select: { id: true, userId: true },
      });
      return new Map(rows.map(({ id, userId }) => [id, userId]));
    }),

    /** The account with its sign-ins, debates and sessions. */
    async remove(id: string, at: number, actorId = id): Promise<void> {
      await write(async (transaction) => {
        await forgetShares(transaction, id);
        const { count } = await transaction.instructor.deleteMany({ where: { id } });
        if (count === 0) return;
        await forgetDevices(transaction, id);
        await countDeleted(transaction);
        const aboutId = actorId === id ? {} : { aboutId: id };
        await audit(transaction, { at, kind: "deletion", what: "account", actorId, ...aboutId });
      });
    },

    /** [G9] Deletes expired sign-ins, and proofs or sign-ins that were not completed in time. */
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

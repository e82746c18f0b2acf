import type { Instructor } from "#debate/protocol/pages.ts";
import { audit, type NewAuditEntry } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";

const SETUP = { id: "setup" };

export type NewAccount = {
  id: string;
  name: string;
  email: string;
  /** Whether the address was verified by the server's configuration or the provider. */
  emailVerified: boolean;
  passwordHash: string;
};
/** What admits a new account: an invitation says who may help it [I15]. */
export type Admission = { helperId?: string };
/** The outcome for a new account; `closed` if nothing admits it any more. */
export type Enrolment = "stored" | "taken" | "closed";

/** How many accounts were ever deleted; null if an instructor exists. */
export async function deletedIfNone(
  client: Pick<Transaction, "instructor" | "setup">,
): Promise<number | null> {
  if ((await client.instructor.count()) > 0) return null;
  return (await client.setup.findUnique({ where: SETUP }))?.deleted ?? 0;
}

/** [G8] Counts a deleted account in the same transaction, which changes the setup link. */
export async function countDeleted(transaction: Pick<Transaction, "setup">): Promise<void> {
  const create = { ...SETUP, deleted: 1 };
  await transaction.setup.upsert({ where: SETUP, create, update: { deleted: { increment: 1 } } });
}

/** [T9] Stores what the first instructor chose, in the transaction that creates the account. */
export async function chooseRetention(
  transaction: Pick<Transaction, "setup" | "auditEntry">,
  retentionDays: number | null,
  by: Pick<NewAuditEntry, "at" | "actorId">,
): Promise<void> {
  const create = { ...SETUP, deleted: 0, retentionDays };
  await transaction.setup.upsert({ where: SETUP, create, update: { retentionDays } });
  await audit(transaction, {
    ...by,
    kind: "setting",
    what: "retention",
    detail: String(retentionDays ?? ""),
  });
}

/** [T9] Read each time, since another server on the database may have stored it. */
export async function chosenRetention({ reader }: Pick<Database, "reader">): Promise<number | undefined> {
  return (await reader.setup.findUnique({ where: SETUP }))?.retentionDays ?? undefined;
}

type SignInRow = Instructor & {
  signInId: string;
  expiresAt: Date;
  createdAt: Date;
  /** Since when this account needs a second factor that it does not have. */
  since: bigint | null;
};

/** How long sign-ins from before the second factor was required may go on, in milliseconds: a lesson may be running. */
const GRACE = 30 * 24 * 60 * 60 * 1_000;

/** [I39] */
const isLate = (createdAt: number, since: number): boolean =>
  createdAt >= since || Date.now() - since > GRACE;

export function instructorStore({ reader, write }: Pick<Database, "reader" | "write">) {
  const hasAddress = async (client: Pick<Transaction, "instructor">, email: string) =>
    (await client.instructor.count({ where: { email } })) > 0;

  return {
    deletedIfNone: (): Promise<number | null> => deletedIfNone(reader),
    /** The id of the oldest account; null without one. */
    async oldest(): Promise<string | null> {
      const orderBy = [{ createdAt: "asc" as const }, { id: "asc" as const }];
      return (await reader.instructor.findFirst({ orderBy, select: { id: true } }))?.id ?? null;
    },
    known: (email: string): Promise<boolean> => hasAddress(reader, email),

    /** A sign-in and whose it is, unless [I38] the account is locked; the time is in milliseconds since the epoch. */
    async bySignIn(token: string) {
      const [row] = await reader.$queryRaw<SignInRow[]>`
        SELECT s."id" AS "signInId", s."expiresAt", s."createdAt", i."id", i."name", i."email",
          CASE WHEN i."twoFactorEnabled" OR NOT EXISTS (
            SELECT 1 FROM "credential" c WHERE c."userId" = i."id" AND c."providerId" = 'credential'
          ) THEN NULL ELSE (SELECT u."secondFactorSince" FROM "setup" u WHERE u."id" = ${SETUP.id}) END AS "since"
        FROM "sign_in" s JOIN "instructor" i ON i."id" = s."userId"
        WHERE s."token" = ${token} AND i."lockedAt" IS NULL`;
      if (!row) return null;
      const { signInId, expiresAt, createdAt, since, ...instructor } = row;
      const needsSecondFactor = since !== null && isLate(createdAt.getTime(), Number(since));
      return { id: signInId, expiresAt: expiresAt.getTime(), instructor, needsSecondFactor };
    },

    hasSecondFactor: async (id: string): Promise<boolean> =>
      (await reader.instructor.count({ where: { id, twoFactorEnabled: true } })) > 0,

    async waysOf(userId: string): Promise<{ hasPassword: boolean; isConnected: boolean }> {
      const rows = await reader.credential.findMany({ where: { userId }, select: { providerId: true } });
      const has = (provider: string) => rows.some(({ providerId }) => providerId === provider);
      return { hasPassword: has("credential"), isConnected: has("oidc") };
    },

    /** Stores an account if `admit`, which runs in the same transaction, allows it. */
    enrol(
      { passwordHash: password, ...account }: NewAccount,
      admit: (transaction: Transaction) => Promise<Admission | null>,
    ): Promise<Enrolment> {
      const { id } = account;
      const store = async (transaction: Transaction): Promise<Enrolment> => {
        const admission = await admit(transaction);
        if (!admission) return "closed";
        if (await hasAddress(transaction, account.email)) return "taken";
        const credentials = { create: { id, accountId: id, providerId: "credential", password } };
        await transaction.instructor.create({ data: { ...account, ...admission, credentials } });
        return "stored";
      };
      // Two requests with one address and two invitations can race: the second try finds the first one's account.
      return write(store).catch((error: { code?: unknown }) => {
        if (error.code === "P2002") return write(store);
        throw error;
      });
    },
  };
}

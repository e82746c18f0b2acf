import type { InstructorsPage } from "#debate/protocol/pages.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";

const SETUP = { id: "setup" };

/** When it was done, and by whom. */
type By = { at: number; actorId: string };

/** [I38] Whether the owner of the server has locked this account. */
export const isLocked = async ({ reader }: Pick<Database, "reader">, id: string): Promise<boolean> =>
  (await reader.instructor.count({ where: { id, lockedAt: { not: null } } })) > 0;

/** [I36] Ends what stands between password and code: sign-ins that wait for a code, and trusted devices. */
export async function forgetDevices(
  transaction: Pick<Transaction, "verification">,
  instructorId: string,
): Promise<void> {
  await transaction.verification.deleteMany({ where: { value: instructorId } });
}

/** [I37] Takes an account's second factor away. */
export async function dropSecondFactor(
  transaction: Pick<Transaction, "verification" | "instructor" | "twoFactor">,
  id: string,
): Promise<boolean> {
  await transaction.twoFactor.deleteMany({ where: { userId: id } });
  await forgetDevices(transaction, id);
  const where = { id, twoFactorEnabled: true };
  return (await transaction.instructor.updateMany({ where, data: { twoFactorEnabled: false } })).count > 0;
}

/** What the owner of the server sees and does of all accounts. */
export function managedAccounts({ reader, write }: Pick<Database, "reader" | "write">) {
  /** Changes the account, if there is one; records what, where that changed anything. */
  const change = (
    id: string,
    by: By,
    what: string,
    changes: (transaction: Transaction) => Promise<boolean>,
  ): Promise<boolean> =>
    write(async (transaction) => {
      if ((await transaction.instructor.count({ where: { id } })) === 0) return false;
      if (await changes(transaction)) await audit(transaction, { ...by, kind: "setting", what, aboutId: id });
      return true;
    });

  return {
    /** [I42] All accounts, the oldest first, and nothing of what is in them. */
    async list(): Promise<InstructorsPage["instructors"]> {
      const rows = await reader.instructor.findMany({
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          ...{ id: true, name: true, email: true, createdAt: true, lockedAt: true, twoFactorEnabled: true },
          _count: { select: { sessions: { where: { simulated: null } } } },
        },
      });
      const newest = await reader.auditEntry.groupBy({
        by: ["actorId"],
        where: { kind: "sign-in" },
        _max: { at: true },
      });
      const signedIn = new Map(newest.map(({ actorId, _max }) => [actorId, Number(_max.at)]));
      return rows.map(({ id, name, email, createdAt, lockedAt, twoFactorEnabled, _count }, index) => ({
        ...{ id, name, email, since: createdAt.getTime(), lastSignIn: signedIn.get(id) ?? null },
        ...{ secondFactor: twoFactorEnabled, sessions: _count.sessions },
        ...{ lockedAt: lockedAt === null ? null : Number(lockedAt), isOwner: index === 0 },
      }));
    },

    exists: async (id: string): Promise<boolean> => (await reader.instructor.count({ where: { id } })) > 0,

    /** [I38] Ends all sign-ins, and whatever could become one. */
    lock: (id: string, by: By): Promise<boolean> =>
      change(id, by, "locked", async (transaction) => {
        const { count } = await transaction.instructor.updateMany({
          where: { id, lockedAt: null },
          data: { lockedAt: BigInt(by.at) },
        });
        await transaction.signInCode.deleteMany({ where: { instructorId: id } });
        await transaction.signIn.deleteMany({ where: { userId: id } });
        await forgetDevices(transaction, id);
        return count > 0;
      }),

    unlock: (id: string, by: By): Promise<boolean> =>
      change(id, by, "unlocked", async ({ instructor }) => {
        const where = { id, lockedAt: { not: null } };
        return (await instructor.updateMany({ where, data: { lockedAt: null } })).count > 0;
      }),

    /** [I37] */
    removeSecondFactor: (id: string, by: By): Promise<boolean> =>
      change(id, by, "second-factor-removed", (transaction) => dropSecondFactor(transaction, id)),

    needsSecondFactor: async (): Promise<boolean> =>
      ((await reader.setup.findUnique({ where: SETUP }))?.secondFactorSince ?? null) !== null,

    /** [I39] Requires a second factor of all, or no longer. The time is the machine's, as of the sign-ins that it is compared with. */
    async requireSecondFactor(isNeeded: boolean, by: By): Promise<void> {
      const secondFactorSince = isNeeded ? BigInt(Date.now()) : null;
      await write(async (transaction) => {
        await transaction.setup.upsert({ where: SETUP, create: { ...SETUP, deleted: 0 }, update: {} });
        const { count } = await transaction.setup.updateMany({
          where: { ...SETUP, secondFactorSince: isNeeded ? null : { not: null } },
          data: { secondFactorSince },
        });
        const what = isNeeded ? "second-factor-required" : "second-factor-optional";
        if (count > 0) await audit(transaction, { ...by, kind: "setting", what });
      });
    },

    /** [I36] After it was turned on, off, or its codes were made anew: ends all other sign-ins, too, but for new codes. */
    async changedSecondFactor(
      id: string,
      { signInId, what, at }: { signInId: string; what: "on" | "off" | "codes"; at: number },
    ): Promise<void> {
      await write(async (transaction) => {
        if (what !== "codes") {
          await transaction.signIn.deleteMany({ where: { userId: id, id: { not: signInId } } });
          await forgetDevices(transaction, id);
        }
        await audit(transaction, { at, kind: "setting", what: `second-factor-${what}`, actorId: id });
      });
    },

    forgetDevices: (id: string): Promise<void> => write((transaction) => forgetDevices(transaction, id)),
  };
}

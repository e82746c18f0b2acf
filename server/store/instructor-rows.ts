import type { Database, Transaction } from "#server/store/database.ts";

const SETUP = { id: "setup" };

export type NewAccount = {
  id: string;
  name: string;
  email: string;
  /** Whether the server's configuration, or its provider, has verified the address. */
  emailVerified: boolean;
  passwordHash: string;
};
/** What became of a new account: `closed` where nothing lets it in any more. */
export type Enrolment = "stored" | "taken" | "closed";

/** How many accounts were ever deleted; null while there is one. */
export async function deletedIfNone(
  client: Pick<Transaction, "instructor" | "setup">,
): Promise<number | null> {
  if ((await client.instructor.count()) > 0) return null;
  return (await client.setup.findUnique({ where: SETUP }))?.deleted ?? 0;
}

/** [G8] Counts an account that is deleted, in the same transaction: the setup's link is another one from then on. */
export async function countDeleted(transaction: Pick<Transaction, "setup">): Promise<void> {
  const create = { ...SETUP, deleted: 1 };
  await transaction.setup.upsert({ where: SETUP, create, update: { deleted: { increment: 1 } } });
}

export function instructorStore({ reader, write }: Pick<Database, "reader" | "write">) {
  const hasAddress = async (client: Pick<Transaction, "instructor">, email: string) =>
    (await client.instructor.count({ where: { email } })) > 0;

  return {
    deletedIfNone: (): Promise<number | null> => deletedIfNone(reader),
    known: (email: string): Promise<boolean> => hasAddress(reader, email),

    async waysOf(userId: string): Promise<{ hasPassword: boolean; isConnected: boolean }> {
      const rows = await reader.credential.findMany({ where: { userId }, select: { providerId: true } });
      const has = (provider: string) => rows.some(({ providerId }) => providerId === provider);
      return { hasPassword: has("credential"), isConnected: has("oidc") };
    },

    /** Stores an account if `admit`, asked in the same transaction, lets it in. */
    enrol(
      { passwordHash: password, ...account }: NewAccount,
      admit: (transaction: Transaction) => Promise<boolean>,
    ): Promise<Enrolment> {
      const { id } = account;
      const store = async (transaction: Transaction): Promise<Enrolment> => {
        if (!(await admit(transaction))) return "closed";
        if (await hasAddress(transaction, account.email)) return "taken";
        const credentials = { create: { id, accountId: id, providerId: "credential", password } };
        await transaction.instructor.create({ data: { ...account, credentials } });
        return "stored";
      };
      // Two at once with one address and two invitations: the other one was first, and is found the second time.
      return write(store).catch((error: { code?: unknown }) => {
        if (error.code === "P2002") return write(store);
        throw error;
      });
    },
  };
}

import { toLanguage } from "#server/store/accounts/accounts.ts";
import { dropSecondFactor, forgetDevices } from "#server/store/accounts/managed-accounts.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import type { Database } from "#server/store/database.ts";

const OWN = { providerId: "credential" };

type Replacement = {
  before: string;
  after: string;
  provesAddress: boolean;
  dropsSecondFactor: boolean;
  at: number;
};

export function passwordStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** [I38] An account that is not locked, by its id, also with a certain helper whom its owner allows to help [I26], or by its address; null if it has no password. */
    async of(where: { id: string; helperId?: string } | { email: string }) {
      const row = await reader.instructor.findUnique({
        where: { ...where, lockedAt: null, ...("helperId" in where && { helpAllowedAt: { not: null } }) },
        include: { credentials: { where: OWN, select: { password: true } } },
      });
      const hash = row?.credentials[0]?.password;
      if (!row || !hash) return null;
      const { id, name, email, language, helperId, helpAllowedAt } = row;
      return { id, name, email, language: toLanguage(language), helperId, helpAllowedAt, hash };
    },

    /**
     * [I13] Replaces exactly this hash and ends all sign-ins. Of two requests at once, one succeeds. [I16] With
     * `provesAddress`, the address is verified from then on and no colleague may help; [I37] with `dropsSecondFactor`, the
     * account has none.
     */
    replace(
      user: { id: string; helperId?: string | null; helpAllowedAt?: bigint | null },
      { before, after, provesAddress, dropsSecondFactor, at }: Replacement,
    ): Promise<boolean> {
      return write(async (transaction) => {
        const { count } = await transaction.credential.updateMany({
          where: { ...OWN, user, password: before },
          data: { password: after },
        });
        if (count === 0) return false;
        await transaction.signIn.deleteMany({ where: { userId: user.id } });
        await forgetDevices(transaction, user.id);
        if (dropsSecondFactor && (await dropSecondFactor(transaction, user.id)))
          await audit(transaction, {
            ...{ at, kind: "setting", what: "second-factor-removed", actorId: null, aboutId: user.id },
          });
        if (provesAddress)
          await transaction.instructor.updateMany({
            where: user,
            data: { emailVerified: true, helpAllowedAt: null },
          });
        return true;
      });
    },
  };
}

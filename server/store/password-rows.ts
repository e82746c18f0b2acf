import { toLanguage } from "#server/store/accounts.ts";
import type { Database } from "#server/store/database.ts";

const OWN = { providerId: "credential" };

export function passwordStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** An account by its id or address, with the hash of its password; null if it has none. */
    async of(where: { id: string } | { email: string }) {
      const row = await reader.instructor.findUnique({
        where,
        include: { credentials: { where: OWN, select: { password: true } } },
      });
      const hash = row?.credentials[0]?.password;
      if (!row || !hash) return null;
      const { id, name, email, language } = row;
      return { id, name, email, language: toLanguage(language), hash };
    },

    /** [I13] Replaces exactly this hash and ends all sign-ins. Of two requests at once, one succeeds. */
    replace(userId: string, { before, after }: { before: string; after: string }): Promise<boolean> {
      return write(async (transaction) => {
        const { count } = await transaction.credential.updateMany({
          where: { ...OWN, userId, password: before },
          data: { password: after },
        });
        if (count > 0) await transaction.signIn.deleteMany({ where: { userId } });
        return count > 0;
      });
    },
  };
}

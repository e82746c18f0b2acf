import type { Instructor, ResetPage } from "#debate/protocol/pages.ts";
import type { Language } from "#debate/rules/languages.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { RESET_VALID, readResetToken, resetToken } from "#server/identity/reset-token.mjs";
import { isSecret } from "#server/platform/is-secret.ts";
import type { Database } from "#server/store/database.ts";
import { passwordStore } from "#server/store/password-rows.ts";

type Options = { database: Database; secret: string; instructors: Instructors; clock: () => number };
export type Resets = ReturnType<typeof createResets>;

/** [I13] Links with which an instructor who forgot the password sets a new one. */
export function createResets({ database, secret, instructors, clock }: Options) {
  const passwords = passwordStore(database);

  /** The account that a token is for, with its password's hash; null unless the token is valid now. */
  async function opened(token: string) {
    const { instructorId, expiresAt } = readResetToken(token);
    if (!(clock() < expiresAt)) return null;
    const account = await passwords.of({ id: instructorId });
    if (!account) return null;
    const expected = resetToken(secret, { instructorId, passwordHash: account.hash, expiresAt });
    return isSecret(token, expected) ? account : null;
  }

  return {
    /** Makes a link's token; null if no such account has a password. */
    async make(whose: { id: string } | { email: string }) {
      const account = await passwords.of(whose);
      if (!account) return null;
      const { hash: passwordHash, ...instructor } = account;
      const expiresAt = clock() + RESET_VALID;
      const token = resetToken(secret, { instructorId: instructor.id, passwordHash, expiresAt });
      return { instructor, token, expiresAt };
    },

    /** Whose password a link sets, for its page. */
    async look(token: string): Promise<ResetPage["account"]> {
      const account = await opened(token);
      return account && { name: account.name, email: account.email };
    },

    /** [I13] Sets a new password, which ends the link and all sign-ins. */
    async use(token: string, password: string): Promise<Result<Instructor & { language: Language | null }>> {
      // Checked first, so that requests without a link can't make the server hash passwords.
      const account = await opened(token);
      if (!account) return refuse("forbidden", "token");
      const fault = passwordFault(password, account);
      if (fault) return refuse("malformed", `password: ${fault}`);
      const { hash: before, ...instructor } = account;
      const after = await instructors.hash(password);
      return (await passwords.replace(account.id, { before, after }))
        ? accept(instructor)
        : refuse("forbidden", "token");
    },
  };
}

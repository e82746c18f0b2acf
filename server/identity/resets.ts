import type { Instructor, ResetPage } from "#debate/protocol/pages.ts";
import type { Language } from "#debate/rules/languages.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { INSTRUCTOR_ID, RESET_VALID, readResetToken, resetToken } from "#server/identity/reset-token.mjs";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import type { Audit } from "#server/sessions/audit.ts";
import { passwordStore } from "#server/store/accounts/password-rows.ts";
import type { Database } from "#server/store/database.ts";

type Options = {
  database: Database;
  secret: string;
  instructors: Instructors;
  clock: () => number;
  audit: Audit;
};
export type Resets = ReturnType<typeof createResets>;

/** [I13] Links with which an instructor who forgot the password sets a new one. */
export function createResets({ database, secret, instructors, clock, audit }: Options) {
  const passwords = passwordStore(database);

  /** The account that a token is for, and who made the token; null unless it is valid now. */
  async function opened(token: string) {
    const said = readResetToken(token);
    if (!said || said.expiresAt <= clock()) return null;
    const account = await passwords.of({ id: said.instructorId });
    if (!account) return null;
    const { hash: passwordHash, helperId, helpAllowedAt } = account;
    const expected = resetToken(secret, { ...said, passwordHash, helperId, helpAllowedAt });
    return secretsMatch(token, expected) ? { account, by: said.by } : null;
  }

  return {
    /** Makes the token of a helper's or a mailed link; null if there is no such account with a password. */
    async make(whose: { id: string; helperId: string } | { email: string }) {
      if ("id" in whose && !INSTRUCTOR_ID.test(whose.id)) return null;
      const account = await passwords.of(whose);
      if (!account) return null;
      const { hash: passwordHash, helperId, helpAllowedAt, ...instructor } = account;
      const expiresAt = clock() + RESET_VALID;
      const by = "email" in whose ? "mail" : "helper";
      const consent = { helperId, helpAllowedAt };
      const held = { instructorId: instructor.id, passwordHash, expiresAt, by, ...consent } as const;
      const actorId = "email" in whose ? null : whose.helperId;
      await audit.write({ kind: "link", what: "made", detail: "password", actorId, aboutId: instructor.id });
      return { instructor, token: resetToken(secret, held), expiresAt };
    },

    /** Whose password a link sets, for its page. */
    async read(token: string): Promise<ResetPage["account"]> {
      const found = await opened(token);
      return found && { name: found.account.name, email: found.account.email };
    },

    /** [I13] Sets a new password, which ends the link and all sign-ins. */
    async use(token: string, password: string): Promise<Result<Instructor & { language: Language | null }>> {
      // Checked first, so that requests without a link can't make the server hash passwords.
      const found = await opened(token);
      if (!found) return refuse("forbidden", "token");
      const { hash: before, helperId, helpAllowedAt, ...instructor } = found.account;
      const fault = passwordFault(password, instructor);
      if (fault) return refuse("malformed", `password: ${fault}`);
      const after = await instructors.hash(password);
      // [I15] The helper may have lost the consent meanwhile.
      const whose = { id: instructor.id, ...(found.by === "helper" && { helperId, helpAllowedAt }) };
      const isReplaced = await passwords.replace(whose, {
        ...{ before, after, at: clock() },
        provesAddress: found.by === "mail",
        // [I37] The person who runs the server may help someone who lost the phone, too.
        dropsSecondFactor: found.by === "owner",
      });
      return isReplaced ? accept(instructor) : refuse("forbidden", "token");
    },
  };
}

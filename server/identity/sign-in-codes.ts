import { CODE_ALPHABET, codeFrom } from "#debate/rules/codes.ts";
import { SIGN_IN_CODE_LENGTH } from "#debate/rules/sign-in-codes.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import type { Ids } from "#server/sessions/dependencies.ts";
import { signInCodeStore } from "#server/store/accounts/sign-in-code-rows.ts";
import type { Database } from "#server/store/database.ts";

/** How long a code is valid, in milliseconds. */
const VALID = 10 * 60 * 1_000;

/** A code as people type it. */
export const drawCode = (draw: Ids["draw"]): string =>
  codeFrom(Array.from({ length: SIGN_IN_CODE_LENGTH }, () => draw(CODE_ALPHABET.length)));

type Options = { database: Database; secret: string; clock: () => number; ids: Ids };
export type SignInCodes = ReturnType<typeof createSignInCodes>;

/**
 * [I9] Codes with which a signed-in instructor signs in on another device, regardless of the limits on guesses [I4].
 * Attempts aren't counted, so there is no limit to use up; docs/decisions/0023 says why that is safe.
 */
export function createSignInCodes({ database, secret, clock, ids }: Options) {
  const store = signInCodeStore(database);
  // Keyed with the secret: a plain hash of so few characters could be reversed by anyone who reads the database.
  const hash = (code: string) => keyedHmac(secret).update(`sign-in-code:${code}`).digest("base64url");

  return {
    /** Creates a code and ends the previous one. It also ends with the sign-in that created it. */
    async make(instructorId: string, signInId: string): Promise<{ code: string; expiresAt: number }> {
      const code = drawCode(ids.draw);
      const expiresAt = clock() + VALID;
      await store.replace({ instructorId, signInId, codeHash: hash(code), expiresAt });
      return { code, expiresAt };
    },

    /** Uses up a code and returns whose it is; null if it is no one's. */
    use: (code: string): Promise<string | null> => store.use(hash(code), clock()),
  };
}

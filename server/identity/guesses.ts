import { createHash, randomBytes } from "node:crypto";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import type { Limits, Rule } from "#server/platform/limits.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";

const HOUR = 60 * 60;
/** Sign-in attempts from one address, for any account. */
const ADDRESS = { max: 30, window: 60 };
/** Wrong passwords for one account: from one address, from one known browser, and from all unknown browsers. */
const PAIR = { max: 10, window: HOUR };
const DEVICE = { max: 10, window: HOUR };
const ACCOUNT = { max: 300, window: HOUR };
/** [I44] Wrong codes for one account from all unknown browsers: a code has six digits, and its guesser knows the password. */
const CODES = { max: 30, window: HOUR };
/** A code is not accepted twice while it is valid. */
const USED_CODE = { max: 1, window: 120 };
/** Wrong current passwords of an instructor who changes it. */
const CHANGE = { max: 10, window: HOUR };
/** Attempts to use one link: an invitation, or one that sets a new password. */
const LINK = { max: 30, window: HOUR };
/** [I16] Mails asked for, from one address and for one account. */
const MAILS = { max: 30, window: HOUR };
const MAILS_TO_ACCOUNT = { max: 3, window: HOUR };

export const DEVICE_COOKIE = "resolved.device";
/** How long a browser is remembered, in seconds. */
export const DEVICE_AGE = 365 * 24 * 60 * 60;

type Count = { name: string; who: string; rule: Rule };
/** `wasNoGuess` uncounts an allowed attempt. */
export type Try = { allowed: true; wasNoGuess(): Promise<void> } | { allowed: false; retryAfter: number };
type SignIn = { email: string; address: string; device: string | undefined };

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");

export type Guesses = ReturnType<typeof createGuesses>;

/**
 * [I4] Limits password guesses. It takes dozens of addresses to lock someone out, and never locks out a browser that has
 * signed in to the account before, which a signed cookie identifies.
 */
export function createGuesses(limits: Limits, secret: string) {
  const sign = (email: string, nonce: string) =>
    keyedHmac(secret).update(`device:${nonce}:${email}`).digest("base64url");

  /** The id in the browser's cookie, if it has signed in to this account before. */
  function known(device: string | undefined, email: string): string | null {
    const [nonce = "", signature = ""] = (device ?? "").split(".");
    return nonce && secretsMatch(signature, sign(email, nonce)) ? nonce : null;
  }

  // Counted before the password is checked, because a thousand may be tried at once. An attempt refused by one limit
  // is not counted by the next, so that one address can't use up the limit of all.
  async function count(counts: Count[], temporary: Count[] = []): Promise<Try> {
    for (const { name, who, rule } of [...temporary, ...counts]) {
      const { allowed, retryAfter } = await limits.consume(name, who, rule);
      if (!allowed) return { allowed, retryAfter: retryAfter ?? rule.window };
    }
    return {
      allowed: true,
      async wasNoGuess() {
        await Promise.all(counts.map(({ name, who, rule }) => limits.giveBack(name, who, rule)));
      },
    };
  }

  return {
    /** The cookie value that makes the browser known for this account. */
    deviceFor(email: string): string {
      const nonce = randomBytes(16).toString("base64url");
      return `${nonce}.${sign(email.toLowerCase(), nonce)}`;
    },

    signIn({ email: typed, address, device }: SignIn): Promise<Try> {
      const email = typed.toLowerCase();
      const nonce = known(device, email);
      if (nonce !== null) return count([{ name: "device", who: nonce, rule: DEVICE }]);
      const account = hashOf(email);
      return count(
        [
          { name: "sign-in-pair", who: `${account}:${address}`, rule: PAIR },
          { name: "sign-in-account", who: account, rule: ACCOUNT },
        ],
        [{ name: "sign-in-address", who: address, rule: ADDRESS }],
      );
    },

    /** [I44] Codes of a second factor, after the password. */
    secondFactor({ email: typed, address, device }: SignIn): Promise<Try> {
      const email = typed.toLowerCase();
      const nonce = known(device, email);
      if (nonce !== null) return count([{ name: "code-device", who: nonce, rule: DEVICE }]);
      const account = hashOf(email);
      return count([
        { name: "code-pair", who: `${account}:${address}`, rule: PAIR },
        { name: "code-account", who: account, rule: CODES },
      ]);
    },

    /** [I35] Whether this code signs in for the first time: someone who saw it must not use it again. */
    isFresh: async (instructorId: string, code: string): Promise<boolean> =>
      (await limits.consume("used-code", hashOf(`${instructorId}:${code}`), USED_CODE)).allowed,

    /** [I10, I13] Each attempt makes the server hash a password. */
    link: (of: "invitation" | "reset", token: string, address: string): Promise<Try> =>
      count(
        [{ name: of, who: hashOf(token), rule: LINK }],
        [{ name: `${of}-address`, who: address, rule: ADDRESS }],
      ),

    /** [I16] Counted whether or not the address has an account. */
    mail: (email: string, address: string): Promise<Try> =>
      count(
        [{ name: "mail-account", who: hashOf(email.toLowerCase()), rule: MAILS_TO_ACCOUNT }],
        [{ name: "mail-address", who: address, rule: MAILS }],
      ),

    change: (instructorId: string): Promise<Try> =>
      count([{ name: "change-password", who: instructorId, rule: CHANGE }]),
  };
}

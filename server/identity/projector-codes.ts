import { CODE_LENGTH, codeFrom } from "#debate/rules/codes.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import type { ExpiringStore } from "#server/platform/expiring-store.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import type { Ids } from "#server/sessions/dependencies.ts";

/** How long a browser may show its code, in milliseconds. */
const VALID = 10 * 60 * 1_000;
/** How long a confirmation waits for that browser, in seconds. */
const WAITS = 20;
/** In milliseconds. */
const CHECK_EVERY = 150;
/** Stored in place of the session if the browser could not be let in. */
const FAILED = "";

type Options = { secret: string; clock: () => number; ids: Pick<Ids, "key">; confirmed: ExpiringStore };
export type ProjectorCodes = ReturnType<typeof createProjectorCodes>;

/**
 * [V28] Codes with which a classroom's computer becomes a session's projector. The code follows from a signed token of the waiting
 * browser, so waiting browsers take no memory. Only a host's confirmation is stored, until the browser takes it.
 */
export function createProjectorCodes({ secret, clock, ids, confirmed }: Options) {
  const mac = (use: string, held: string) => keyedHmac(secret).update(`projector-${use}:${held}`).digest();
  const codeOf = (held: string) => codeFrom([...mac("code", held).subarray(0, CODE_LENGTH)]);

  /** The code of a token that was issued here and is valid. */
  function read(token: string | undefined): { code: string; expiresAt: number } | null {
    const [key, end, signature, ...rest] = (token ?? "").split(".");
    if (!key || !end || !signature || rest.length > 0) return null;
    const held = `${key}.${end}`;
    if (!secretsMatch(signature, mac("token", held).toString("base64url"))) return null;
    return clock() < Number(end) ? { code: codeOf(held), expiresAt: Number(end) } : null;
  }

  return {
    read,

    issue(): { token: string; code: string; expiresAt: number } {
      const expiresAt = clock() + VALID;
      const held = `${ids.key()}.${expiresAt}`;
      const token = `${held}.${mac("token", held).toString("base64url")}`;
      return { token, code: codeOf(held), expiresAt };
    },

    /** Confirms a code; resolves to the outcome within `timeout` milliseconds. */
    async confirm(code: string, sessionId: string, timeout: number): Promise<"opened" | "failed" | "absent"> {
      await confirmed.put(code, sessionId, WAITS);
      let kept: string | null = sessionId;
      for (let waited = 0; kept && waited < timeout; waited += CHECK_EVERY) {
        await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY));
        kept = await confirmed.get(code);
      }
      if (kept !== null) kept = await confirmed.take(code);
      if (kept === null) return "opened";
      return kept === FAILED ? "failed" : "absent";
    },

    /** The session that a host confirmed for this code. */
    confirmedFor: async (code: string): Promise<string | null> => (await confirmed.get(code)) || null,

    /** Tells the host that the browser came, and could not be let in. */
    fail: (code: string): Promise<void> => confirmed.put(code, FAILED, WAITS),

    /** The session, once: a second request gets null. The host then reads that the projector has opened. */
    collect: async (code: string): Promise<string | null> => (await confirmed.take(code)) || null,
  };
}

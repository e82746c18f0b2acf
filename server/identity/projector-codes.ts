import { CODE_LENGTH, codeFrom } from "#debate/rules/codes.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import type { BriefStore } from "#server/platform/brief-store.ts";
import { isSecret } from "#server/platform/is-secret.ts";
import type { Ids } from "#server/sessions/dependencies.ts";

/** How long a browser may show its code, in milliseconds. */
const VALID = 10 * 60 * 1_000;
/** How long what a host confirmed waits for that browser, in seconds. */
const WAITS = 20;
/** How often is looked whether it has come, in milliseconds. */
const LOOK = 150;
/** Kept in place of the session once that browser has come and could not be let in. */
const FAILED = "";

type Options = { secret: string; clock: () => number; ids: Pick<Ids, "key">; confirmed: BriefStore };
export type ProjectorCodes = ReturnType<typeof createProjectorCodes>;

/**
 * [V28] Codes with which a classroom's computer becomes a session's projector. The waiting browser has a signed token, and its
 * code follows from the token: nothing is kept for who waits, so no number of them fills anything up. Only what a host confirmed is
 * kept, until the one browser whose token has that code takes it.
 */
export function createProjectorCodes({ secret, clock, ids, confirmed }: Options) {
  const mac = (use: string, held: string) => keyedHmac(secret).update(`projector-${use}:${held}`).digest();
  const codeOf = (held: string) => codeFrom([...mac("code", held).subarray(0, CODE_LENGTH)]);

  /** The code of a token that was issued here and is valid. */
  function read(token: string | undefined): { code: string; expiresAt: number } | null {
    const [key, end, signature, ...rest] = (token ?? "").split(".");
    if (!key || !end || !signature || rest.length > 0) return null;
    const held = `${key}.${end}`;
    if (!isSecret(signature, mac("token", held).toString("base64url"))) return null;
    return clock() < Number(end) ? { code: codeOf(held), expiresAt: Number(end) } : null;
  }

  return {
    read,

    /** A token for a browser that begins to wait. */
    issue(): { token: string; code: string; expiresAt: number } {
      const expiresAt = clock() + VALID;
      const held = `${ids.key()}.${expiresAt}`;
      const token = `${held}.${mac("token", held).toString("base64url")}`;
      return { token, code: codeOf(held), expiresAt };
    },

    /** Lets the browser that shows this code in; resolves to what became of it within `patience` milliseconds. */
    async confirm(
      code: string,
      sessionId: string,
      patience: number,
    ): Promise<"opened" | "failed" | "absent"> {
      await confirmed.put(code, sessionId, WAITS);
      let kept: string | null = sessionId;
      for (let waited = 0; kept && waited < patience; waited += LOOK) {
        await new Promise((resolve) => setTimeout(resolve, LOOK));
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

    /** The same session, for the first request that asks: a second one gets null. The host then reads that the projector has opened. */
    collect: async (code: string): Promise<string | null> => (await confirmed.take(code)) || null,
  };
}

import { createHash } from "node:crypto";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import { readCookie } from "#server/identity/tickets.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

/** [Q46] How long a browser may take from the platform's sign-in to the launch, in seconds. */
const WITHIN = 10 * 60;
/** Hints that are longer are not kept for a second window: the state travels in an address. */
const HINTS = 1_500;
const cookieName = (id: string) => `lti-${id}`;

/** What a platform sent to begin a launch, so that a new window can begin it again. */
export type LoginHints = {
  iss: string;
  client_id: string;
  login_hint: string;
  lti_message_hint?: string | undefined;
  target_link_uri?: string | undefined;
};
/** A launch on its way. */
export type Login = {
  id: string;
  platformId: string;
  nonce: string;
  /** The hash of what only the browser has. */
  browser: string;
  /** In milliseconds since the epoch. */
  until: number;
  hints: LoginHints | null;
  /** [Q48] The hash of the address that the platform leads to; null where it names none. */
  target: string | null;
  /** The frame in which the platform keeps data for us, where it offers that. */
  storage: string | null;
};

/** Short, because the state travels in an address. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** [Q46] Launches that were begun and are not stored: the state is signed, and its other half is in the browser. */
export function createLogins(secret: string, clock: () => number, ids: Pick<Ids, "uuid" | "key">) {
  const sign = (held: string) => keyedHmac(secret).update(`lti-login:${held}`).digest("base64url");

  return {
    begin({ id: platformId }: Platform, hints: LoginHints, storage: string | null) {
      const [id, proof] = [ids.uuid(), ids.key()];
      const isShort = JSON.stringify(hints).length <= HINTS;
      const login: Login = {
        ...{ id, platformId, nonce: ids.uuid(), browser: hashOf(proof), storage },
        until: clock() + WITHIN * 1_000,
        hints: isShort ? hints : null,
        target: hints.target_link_uri ? hashOf(hints.target_link_uri) : null,
      };
      const held = Buffer.from(JSON.stringify(login)).toString("base64url");
      const cookie = `${cookieName(id)}=${proof}; Max-Age=${WITHIN}; ${ATTRIBUTES}`;
      return { state: `${held}.${sign(held)}`, nonce: login.nonce, cookie, proof };
    },

    /** Null if this server made no such state. */
    read(state: string): Login | null {
      const [held = "", signature = "", ...rest] = state.split(".");
      if (rest.length > 0 || !secretsMatch(signature, sign(held))) return null;
      return JSON.parse(Buffer.from(held, "base64url").toString());
    },

    isOver: ({ until }: Login): boolean => until <= clock(),

    /** Whether the browser is the one that began; null if it shows nothing. `stored`: what the platform kept for us. */
    isBrowser(
      { id, browser }: Login,
      cookies: string | undefined,
      stored: string | undefined,
    ): boolean | null {
      const proof = readCookie(cookies, cookieName(id)) ?? stored;
      return proof === undefined ? null : secretsMatch(hashOf(proof), browser);
    },

    /** Takes back what the browser has. */
    end: ({ id }: Login): string => `${cookieName(id)}=; Max-Age=0; ${ATTRIBUTES}`,

    /** [Q46] The hash under which it is kept that a launch was used. */
    hashOf: ({ nonce }: Login): string => hashOf(nonce),
  };
}

/** In a frame of another site, browsers send a cookie only with these. */
const ATTRIBUTES = "Path=/lti; HttpOnly; Secure; SameSite=None; Partitioned";

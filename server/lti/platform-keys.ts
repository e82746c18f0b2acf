import type { JSONWebKeySet } from "jose";
import { jsonIn, type Outgoing } from "#server/platform/outgoing.ts";
import type { Limiting } from "#server/sessions/dependencies.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

/** How long a platform's keys are used before they are read again, in milliseconds. */
const KEYS_FOR = 10 * 60 * 1_000;
/** [Q48] How often they are read in a minute: anyone can send tokens of unknown keys. */
const READS = { max: 10, window: 60 };

type Kept = { keys: JSONWebKeySet; at: number };
export type PlatformKeys = ReturnType<typeof createPlatformKeys>;

/** Reads platforms' keys, and keeps them for some minutes. A class that launches at once reads them once. */
export function createPlatformKeys(outgoing: Outgoing, limits: Limiting, clock: () => number) {
  const kept = new Map<string, Kept>();
  const reading = new Map<string, Promise<Kept | undefined>>();

  async function read(jwksUri: string): Promise<Kept | undefined> {
    if (!(await limits.consume("lti-keys", jwksUri, READS)).allowed) return undefined;
    const answered = await outgoing.ask(jwksUri, { headers: { accept: "application/json" } });
    const found = answered.ok && answered.value.status === 200 ? jsonIn(answered.value) : null;
    const keys = found as JSONWebKeySet | null;
    if (!Array.isArray(keys?.keys)) return undefined;
    const fresh = { keys, at: clock() };
    kept.set(jwksUri, fresh);
    return fresh;
  }

  /** Null if none can be had. Those that are known serve while the platform doesn't answer. */
  return async function keysOf(
    { jwksUri }: Platform,
    kid: string | undefined,
  ): Promise<JSONWebKeySet | null> {
    const known = kept.get(jwksUri);
    const isFresh = known && clock() - known.at < KEYS_FOR;
    if (isFresh && (kid === undefined || known.keys.keys.some((key) => key?.kid === kid))) return known.keys;
    const asked = reading.get(jwksUri) ?? read(jwksUri).finally(() => reading.delete(jwksUri));
    reading.set(jwksUri, asked);
    return ((await asked) ?? known)?.keys ?? null;
  };
}

import type { Redis } from "#server/platform/redis.ts";

/** Beyond it the oldest are dropped. */
const MOST = 10_000;

export type ExpiringStore = ReturnType<typeof createExpiringStore>;

/** Keeps a few values for some seconds, in Redis for all servers; in this process without Redis or while it is down. */
export function createExpiringStore(redis: Redis | null, clock: () => number) {
  const own = new Map<string, { value: string; until: number }>();
  const shared = () => (redis?.isHere() ? redis.client : null);
  const named = (key: string) => `resolved:brief:${key}`;

  return {
    async put(key: string, value: string, seconds: number): Promise<void> {
      const client = shared();
      if (client) await client.set(named(key), value, { expiration: { type: "EX", value: seconds } });
      else {
        if (own.size >= MOST) own.delete(own.keys().next().value ?? "");
        own.set(key, { value, until: clock() + seconds * 1_000 });
      }
    },

    /** Returns a value once, even to two callers at the same time. */
    async take(key: string): Promise<string | null> {
      const kept = own.get(key);
      own.delete(key);
      if (kept) return kept.until > clock() ? kept.value : null;
      return (await shared()?.getDel(named(key))) ?? null;
    },

    async get(key: string): Promise<string | null> {
      const kept = own.get(key);
      if (kept) return kept.until > clock() ? kept.value : null;
      return (await shared()?.get(named(key))) ?? null;
    },
  };
}

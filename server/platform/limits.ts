import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import type { Redis } from "#server/platform/redis.ts";

/** At most `max` in `window` seconds. */
export type Rule = { max: number; window: number };
type Outcome = { allowed: boolean; retryAfter: number | null };
export type Limits = ReturnType<typeof createLimits>;

/** Rate limits, counted in Redis with the other servers; in this process without Redis or while it is down. */
export function createLimits(redis: Redis | null) {
  const limiters = new Map<string, RateLimiterAbstract>();

  function limiter(name: string, { max, window }: Rule): RateLimiterAbstract {
    const key = `${name}:${max}:${window}`;
    const known = limiters.get(key);
    if (known) return known;
    const options = { keyPrefix: `resolved:limit:${key}`, points: max, duration: window };
    const memory = new RateLimiterMemory(options);
    const made = redis
      ? new RateLimiterRedis({
          ...options,
          storeClient: redis.client,
          useRedisPackage: true,
          rejectIfRedisNotReady: true, // it uses `multi`, which would wait
          insuranceLimiter: memory,
        })
      : memory;
    limiters.set(key, made);
    return made;
  }

  return {
    /** Counts one use for this key and returns whether it is allowed. */
    async consume(name: string, who: string, rule: Rule): Promise<Outcome> {
      try {
        await limiter(name, rule).consume(who);
        return { allowed: true, retryAfter: null };
      } catch (reason) {
        if (reason instanceof Error) throw reason;
        const { msBeforeNext } = reason as { msBeforeNext: number };
        return { allowed: false, retryAfter: Math.ceil(msBeforeNext / 1_000) };
      }
    },
    counted,
    /** Whether the limit is reached. */
    exceeded: async (name: string, who: string, rule: Rule): Promise<boolean> =>
      (await counted(name, who, rule)) >= rule.max,
    /** Uncounts one use. */
    async giveBack(name: string, who: string, rule: Rule): Promise<void> {
      await limiter(name, rule).reward(who, 1);
    },
  };

  /** The count so far, without adding to it. */
  async function counted(name: string, who: string, rule: Rule): Promise<number> {
    return (await limiter(name, rule).get(who))?.consumedPoints ?? 0;
  }
}

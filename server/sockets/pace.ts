/** How often a seat may speak, and through how many sockets. */

/** What a seat may send at once, and where it is cut off, in seconds of its rate. */
const AT_ONCE = 5;
const CUT_OFF = 10;
/** For so long a seat that was cut off is not let in again, in milliseconds. */
const SHUT = 10_000;
/** [L2] Several tabs and devices, and those that a phone lost and nobody has missed yet. */
const SOCKETS = 20;

export type Paces = ReturnType<typeof createPaces>;

/** How many messages a seat is ahead of its rate, and since when; times are milliseconds of `performance.now()`. */
type Pace = { ahead: number; at: number; shutUntil: number; sockets: number };

export function createPaces(perSecond: number) {
  const paces = new Map<string, Pace>();

  function forgetWhereIdle(seat: string, now: number): void {
    const pace = paces.get(seat);
    if (!pace || pace.sockets > 0) return;
    const rest = Math.max(pace.at + (pace.ahead / perSecond) * 1_000, pace.shutUntil) - now;
    if (rest <= 0) paces.delete(seat);
    else setTimeout(() => forgetWhereIdle(seat, performance.now()), rest + 1).unref();
  }

  return {
    /** [L1, L2] After how many seconds a seat may open another socket; 0 is now. */
    wait(seat: string, now = performance.now()): number {
      const pace = paces.get(seat);
      if (!pace) return 0;
      if (pace.shutUntil > now) return Math.ceil((pace.shutUntil - now) / 1_000);
      return pace.sockets < SOCKETS ? 0 : SHUT / 1_000;
    },

    /** Another socket of a seat. */
    enter(seat: string) {
      const pace = paces.get(seat) ?? { ahead: 0, at: 0, shutUntil: 0, sockets: 0 };
      paces.set(seat, pace);
      pace.sockets += 1;
      return {
        /**
         * [L1] Counts one more message, which costs as much as so many. It is heard now, or after so many seconds;
         * where they have no end, the seat is cut off. One that is not heard costs as much as any other.
         */
        hear(cost = 1, now = performance.now()): number {
          const ahead = Math.max(0, pace.ahead - ((now - pace.at) / 1_000) * perSecond);
          const isHeard = ahead + cost <= AT_ONCE * perSecond;
          pace.ahead = ahead + (isHeard ? cost : 1);
          pace.at = now;
          if (isHeard) return 0;
          if (pace.ahead <= CUT_OFF * perSecond) return Math.ceil((ahead + cost) / perSecond - AT_ONCE);
          pace.shutUntil = now + SHUT;
          return Number.POSITIVE_INFINITY;
        },
        leave(now = performance.now()): void {
          pace.sockets -= 1;
          forgetWhereIdle(seat, now);
        },
      };
    },
  };
}

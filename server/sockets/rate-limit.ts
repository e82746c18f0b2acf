/** How often a seat may speak, and through how many sockets. */

/** What a seat may send at once, and where it is cut off, in seconds of its rate. */
const AT_ONCE = 5;
const CUT_OFF = 10;
/** [L10] So many frames a seat may send for each of its messages, and at most so many seconds of that at once. */
const FRAMES_A_MESSAGE = 2;
const FRAMES_AT_ONCE = 5;
/** [L10] What a connection may send before it is known whose it is; phones send four. */
const FRAMES_OF_STRANGER = 100;
/** For so long a seat that was cut off is not let in again, in milliseconds. */
const SHUT = 10_000;
/** [L2] Several tabs and devices, and lost connections that have not timed out yet. */
const SOCKETS = 20;

export type Paces = ReturnType<typeof createPaces>;

/** How much was sent ahead of a rate, and when that was counted; times are milliseconds of `performance.now()`. */
class Ahead {
  readonly #perSecond: number;
  #ahead = 0;
  #at = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** How many seconds of the rate so many more would make. */
  seconds(now: number, more: number): number {
    return (this.#left(now) + more) / this.#perSecond;
  }

  /** Counts so many more. Answers with how many seconds of the rate that makes. */
  add(now: number, more = 1): number {
    this.#ahead = this.#left(now) + more;
    this.#at = now;
    return this.#ahead / this.#perSecond;
  }

  #left(now: number): number {
    return Math.max(0, this.#ahead - ((now - this.#at) / 1_000) * this.#perSecond);
  }

  /** When nothing of it is left. */
  get over(): number {
    return this.#at + (this.#ahead / this.#perSecond) * 1_000;
  }
}

type Pace = { messages: Ahead; frames: Ahead; shutUntil: number; sockets: number };

export function createPaces(perSecond: number) {
  const paces = new Map<string, Pace>();

  function forgetWhereIdle(seat: string, now: number): void {
    const pace = paces.get(seat);
    if (!pace || pace.sockets > 0) return;
    const rest = Math.max(pace.messages.over, pace.frames.over, pace.shutUntil) - now;
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
      const pace = paces.get(seat) ?? {
        messages: new Ahead(perSecond),
        frames: new Ahead(perSecond * FRAMES_A_MESSAGE),
        shutUntil: 0,
        sockets: 0,
      };
      paces.set(seat, pace);
      pace.sockets += 1;
      return {
        /**
         * [L1] Counts one more message, which costs as much as so many. It is heard now, or after so many seconds;
         * where they have no end, the seat is cut off. One that is not heard costs as much as any other.
         */
        hear(cost = 1, now = performance.now()): number {
          const wanted = pace.messages.seconds(now, cost);
          const isHeard = wanted <= AT_ONCE;
          const seconds = pace.messages.add(now, isHeard ? cost : 1);
          if (isHeard) return 0;
          if (seconds <= CUT_OFF) return Math.ceil(wanted - AT_ONCE);
          pace.shutUntil = now + SHUT;
          return Number.POSITIVE_INFINITY;
        },
        /** [L10] Counts one more frame, of whatever kind. Where it is too many, the seat is cut off. */
        mayGoOn(now = performance.now()): boolean {
          if (pace.frames.add(now) <= FRAMES_AT_ONCE) return true;
          pace.shutUntil = now + SHUT;
          return false;
        },
        leave(now = performance.now()): void {
          pace.sockets -= 1;
          forgetWhereIdle(seat, now);
        },
      };
    },
  };
}

/** [L10] Counts the frames of a connection that has not said yet whose it is, and says whether it may go on. */
export function strangerFrames(): () => boolean {
  let left = FRAMES_OF_STRANGER;
  return () => {
    left -= 1;
    return left >= 0;
  };
}

/** How often a seat may speak, and through how many sockets. */

/** What a seat may send at once, and where it is cut off, in seconds of its rate. */
const AT_ONCE = 5;
const CUT_OFF = 10;
/** [L10] So many frames a seat may send for each of its messages, and at most so many seconds of that at once. */
const FRAMES_A_MESSAGE = 2;
const FRAMES_AT_ONCE = 5;
/** For so long a seat that was cut off is not let in again, in milliseconds. */
const SHUT = 10_000;
/** [L2] Several tabs and devices, and connections that a phone lost but that have not timed out yet. */
const SOCKETS = 20;

/** How much a seat is ahead of its rates, and since when; times are milliseconds of `performance.now()`. */
export class Pace {
  readonly #perSecond: number;
  #messages = 0;
  #frames = 0;
  #at = 0;
  shutUntil = 0;
  sockets = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /**
   * [L1] Counts one more message at its cost. Returns after how many seconds it may be sent again: 0 where it is handled now,
   * Infinity where the seat is cut off. A message that is refused costs 1.
   */
  hear(cost = 1, now = performance.now()): number {
    this.#catchUp(now);
    const wanted = this.#messages + cost;
    const isHeard = wanted <= AT_ONCE * this.#perSecond;
    this.#messages += isHeard ? cost : 1;
    if (isHeard) return 0;
    if (this.#messages <= CUT_OFF * this.#perSecond) return Math.ceil(wanted / this.#perSecond - AT_ONCE);
    this.shutUntil = now + SHUT;
    return Number.POSITIVE_INFINITY;
  }

  /** [L10] Counts one more frame, of whatever kind. Where it is too many, the seat is cut off. */
  mayGoOn(now = performance.now()): boolean {
    this.#catchUp(now);
    this.#frames += 1;
    if (this.#frames <= FRAMES_AT_ONCE * FRAMES_A_MESSAGE * this.#perSecond) return true;
    this.shutUntil = now + SHUT;
    return false;
  }

  /** When it is ahead of nothing any more. */
  get idleAt(): number {
    const ahead = Math.max(this.#messages, this.#frames / FRAMES_A_MESSAGE);
    return Math.max(this.#at + (ahead / this.#perSecond) * 1_000, this.shutUntil);
  }

  #catchUp(now: number): void {
    const messages = ((now - this.#at) / 1_000) * this.#perSecond;
    this.#messages = Math.max(0, this.#messages - messages);
    this.#frames = Math.max(0, this.#frames - messages * FRAMES_A_MESSAGE);
    this.#at = now;
  }
}

export function createPaces(perSecond: number) {
  const paces = new Map<string, Pace>();

  function forgetWhereIdle(seat: string, now: number): void {
    const pace = paces.get(seat);
    if (!pace || pace.sockets > 0) return;
    const rest = pace.idleAt - now;
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

    /** Another socket of a seat, which shares the pace of all of them. */
    enter(seat: string): Pace {
      const pace = paces.get(seat) ?? new Pace(perSecond);
      paces.set(seat, pace);
      pace.sockets += 1;
      return pace;
    },

    leave(seat: string, now = performance.now()): void {
      const pace = paces.get(seat);
      if (pace) pace.sockets -= 1;
      forgetWhereIdle(seat, now);
    },
  };
}

/** How often a seat may speak, and through how many sockets. */

/** Burst, and the point of disconnection, in seconds of a seat's rate. */
const AT_ONCE = 5;
const CUT_OFF = 10;
/** [L10] Frames for each message that a seat may send, and the burst of frames in seconds. */
const FRAMES_A_MESSAGE = 2;
const FRAMES_AT_ONCE = 5;
/** How long a disconnected seat is kept out, in milliseconds. */
const BLOCKED_FOR = 10_000;
/** [L2] Several tabs and devices, and connections that a phone lost but that have not timed out yet. */
const SOCKETS = 20;

/** A leaky bucket for a seat's messages and frames. Times are milliseconds of `performance.now()`. */
export class SeatRate {
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
   * [L1] Counts a message at its cost, or at 1 if it is refused. Returns after how many seconds it may be sent again: 0 if it is
   * handled now, Infinity if the seat is disconnected.
   */
  countMessage(cost = 1, now = performance.now()): number {
    this.#catchUp(now);
    const wanted = this.#messages + cost;
    const isAllowed = wanted <= AT_ONCE * this.#perSecond;
    this.#messages += isAllowed ? cost : 1;
    if (isAllowed) return 0;
    if (this.#messages <= CUT_OFF * this.#perSecond) return Math.ceil(wanted / this.#perSecond - AT_ONCE);
    this.shutUntil = now + BLOCKED_FOR;
    return Number.POSITIVE_INFINITY;
  }

  /** [L10] Counts a frame of any kind. False if the seat is disconnected. */
  countFrame(now = performance.now()): boolean {
    this.#catchUp(now);
    this.#frames += 1;
    if (this.#frames <= FRAMES_AT_ONCE * FRAMES_A_MESSAGE * this.#perSecond) return true;
    this.shutUntil = now + BLOCKED_FOR;
    return false;
  }

  /** When the buckets are empty. */
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

export function createSeatRates(perSecond: number) {
  const rates = new Map<string, SeatRate>();

  function forgetWhereIdle(seat: string, now: number): void {
    const rate = rates.get(seat);
    if (!rate || rate.sockets > 0) return;
    const rest = rate.idleAt - now;
    if (rest <= 0) rates.delete(seat);
    else setTimeout(() => forgetWhereIdle(seat, performance.now()), rest + 1).unref();
  }

  return {
    /** [L1, L2] Seconds until a seat may open another socket; 0 is now. */
    wait(seat: string, now = performance.now()): number {
      const rate = rates.get(seat);
      if (!rate) return 0;
      if (rate.shutUntil > now) return Math.ceil((rate.shutUntil - now) / 1_000);
      return rate.sockets < SOCKETS ? 0 : BLOCKED_FOR / 1_000;
    },

    /** All sockets of a seat share one rate. */
    enter(seat: string): SeatRate {
      const rate = rates.get(seat) ?? new SeatRate(perSecond);
      rates.set(seat, rate);
      rate.sockets += 1;
      return rate;
    },

    leave(seat: string, now = performance.now()): void {
      const rate = rates.get(seat);
      if (rate) rate.sockets -= 1;
      forgetWhereIdle(seat, now);
    },
  };
}

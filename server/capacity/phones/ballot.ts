import { changeByte, clientFrame } from "#server/capacity/phones/frames.ts";

const ZERO = 0x30;
const NINE = 0x39;
/** The Socket.IO number under which every ballot is acknowledged: a student has only one on its way. */
export const BALLOT_ID = 0;

/**
 * A student's ballot, serialized once: each cast only raises its counter in place. CPU
 * spent here would be missing for the server, and would limit what can be measured.
 */
export class Ballot {
  readonly frame: Buffer;
  readonly #length: number;
  readonly #lastDigit: number;
  readonly #confirmation: Buffer;
  readonly #counter: Buffer;

  constructor(round: string, choice: string) {
    // Starts at the time, so that it is higher than another generator's counter for the same seat.
    const counter = String(Date.now());
    const text = `42${BALLOT_ID}${JSON.stringify(["ballot:cast", { round, choice, seq: Number(counter) }])}`;
    this.frame = clientFrame(text);
    this.#length = text.length;
    this.#lastDigit = text.indexOf(counter) + counter.length - 1;
    this.#counter = Buffer.from(counter);
    this.#confirmation = Buffer.from(`[{"ok":true,"seq":${counter}`);
  }

  raise(): void {
    const last = this.#counter.length - 1;
    for (let at = last; at >= 0; at -= 1) {
      const digit = this.#counter[at] === NINE ? ZERO : (this.#counter[at] ?? ZERO) + 1;
      this.#counter[at] = digit;
      this.#confirmation[this.#confirmation.length - 1 - last + at] = digit;
      changeByte(this.frame, this.#length, this.#lastDigit - last + at, digit);
      if (digit !== ZERO) return;
    }
  }

  /** Whether an acknowledgement says that exactly this ballot is stored. */
  isConfirmedBy(bytes: Buffer, start: number, end: number): boolean {
    const { length } = this.#confirmation;
    return end - start > length && bytes.compare(this.#confirmation, 0, length, start, start + length) === 0;
  }
}

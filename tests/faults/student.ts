import { io, type Socket } from "socket.io-client";
import { connecting } from "#app/live/live-socket.ts";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Cast } from "#tests/faults/voters.ts";
import type { Seat } from "#tests/support/requests.ts";

/** As in app/live/live.ts: how long an answer is waited for. */
const ACKNOWLEDGE_WITHIN = 8_000;

/** A student on the client library of the phone, who sends a ballot until it is stored, as the phone's outbox does. */
export class Student {
  readonly participantId: string;
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  #seq = 0;
  #settled: Promise<void> = Promise.resolve();
  acknowledged: Cast | undefined;
  pending: Cast | undefined;
  connections = 0;
  /** How many ballots were stored, and why others were not: codes, and `no answer` where none came in time. */
  stored = 0;
  readonly refusals = new Set<string>();
  /** How long each answer took, in milliseconds, all attempts together. */
  readonly times: number[] = [];

  constructor(url: string, code: string, { participantId, ticket }: Seat) {
    this.participantId = participantId;
    this.#socket = io(url, {
      auth: { code, ticket },
      forceNew: true,
      // Browsers send cookies automatically; a proxy distinguishes phones by them.
      extraHeaders: { cookie: `seat-${code}=${ticket}` },
      ...connecting(),
    });
    this.#socket.on("connect", () => {
      this.connections += 1;
    });
  }

  connected(): Promise<void> {
    if (this.#socket.connected) return Promise.resolve();
    return new Promise((resolve) => this.#socket.once("connect", () => resolve()));
  }

  leave(): void {
    this.#socket.disconnect();
  }

  /** Casts a new ballot, unless an older one still waits. */
  async vote(choice: Choice): Promise<void> {
    if (this.pending) return;
    this.#seq += 1;
    this.pending = { seq: this.#seq, choice };
    this.#settled = this.#deliver(this.pending);
    return this.#settled;
  }

  /** Resolves when nothing waits. */
  settled(): Promise<void> {
    return this.#settled;
  }

  async #deliver(cast: Cast): Promise<void> {
    const started = performance.now();
    while (!(await this.#isStored(cast)) && this.#socket.active);
    this.times.push(performance.now() - started);
    this.acknowledged = cast;
    this.pending = undefined;
    this.stored += 1;
  }

  async #isStored(cast: Cast): Promise<boolean> {
    await this.connected();
    try {
      const ballot = { round: "before" as const, ...cast };
      const answer = await this.#socket.timeout(ACKNOWLEDGE_WITHIN).emitWithAck("ballot:cast", ballot);
      if (!answer.ok) this.refusals.add(answer.code);
      return answer.ok;
    } catch {
      this.refusals.add("no answer");
      return false;
    }
  }
}

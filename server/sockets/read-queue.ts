import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/** For so long connections are heard before the event loop has its next turn, in milliseconds. */
const SLICE = 4;
/** How much of one connection is heard before the next one has its turn, in bytes. */
const TURN = 4 * 1024;
/** [L10] No more is read from a connection while more than this of it waits to be heard, in bytes. */
const MOST_UNHEARD = 64 * 1024;
const { emit } = EventEmitter.prototype;

/** What the sockets of a server have had to do, for its metrics. */
export type Traffic = {
  /** WebSocket frames and packets of long polling that were heard so far, whatever they held. */
  framesHeard: number;
  /** What was read and is not handled yet, in bytes. */
  unheardBytes: number;
};

/**
 * Hears connections in turns. Whatever has arrived, from however many connections, is read in one turn of the event
 * loop; were it handled there too, nothing else would have its turn before the last of thousands was heard.
 */
export class ReadQueue {
  readonly traffic: Traffic;
  /** Those with something to be heard, in the order of their turns. */
  readonly #waiting = new Set<Inbox>();
  #isScheduled = false;

  constructor(traffic: Traffic) {
    this.traffic = traffic;
  }

  add(inbox: Inbox): void {
    this.#waiting.add(inbox);
    this.#schedule();
  }

  #schedule(): void {
    if (!this.#isScheduled) setImmediate(() => this.#hearSlice());
    this.#isScheduled = true;
  }

  #hearSlice(): void {
    this.#isScheduled = false;
    const end = performance.now() + SLICE;
    for (const inbox of this.#waiting) {
      if (performance.now() > end) {
        this.#schedule();
        return;
      }
      // Whoever has more goes to the end of the line, which this loop still reaches.
      this.#waiting.delete(inbox);
      if (inbox.hearTurn()) this.#waiting.add(inbox);
    }
  }
}

/** What was read from one connection and is not heard yet. */
export class Inbox {
  readonly #queue: ReadQueue;
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  /** The socket's end, which is told only when all before it was heard. */
  #ending: (() => void)[] | undefined;
  #unheard = 0;
  #isPaused = false;

  constructor(queue: ReadQueue, socket: Socket) {
    this.#queue = queue;
    this.#socket = socket;
    // Relied upon: net.Socket tells what it read, and its end, by `emit` (Node 20 to 24), and ws 8 hears of both by listeners.
    socket.emit = (event: string | symbol, ...parameters: unknown[]): boolean => {
      if (event === "data") this.#add(parameters[0] as Buffer);
      else if (event === "end" || event === "close") this.#end(event, parameters);
      else return emit.call(socket, event, ...parameters);
      return true;
    };
  }

  /** Hears the next piece, and answers whether there is more. */
  hearTurn(): boolean {
    const chunk = this.#chunks.shift();
    if (chunk) {
      const piece = chunk.length > TURN ? chunk.subarray(0, TURN) : chunk;
      if (chunk.length > TURN) this.#chunks.unshift(chunk.subarray(TURN));
      this.#count(-piece.length);
      emit.call(this.#socket, "data", piece);
      if (this.#isPaused && this.#unheard <= MOST_UNHEARD) {
        this.#isPaused = false;
        this.#socket.resume();
      }
    }
    if (this.#chunks.length > 0) return true;
    for (const tell of this.#ending ?? []) tell();
    this.#ending = undefined;
    return false;
  }

  /** Whoever is cut off is heard no more, also of what was read already. */
  forget(): void {
    this.#chunks = [];
    this.#count(-this.#unheard);
  }

  #add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#count(chunk.length);
    this.#queue.add(this);
    if (this.#unheard <= MOST_UNHEARD || this.#isPaused) return;
    this.#isPaused = true;
    this.#socket.pause();
  }

  #end(event: string, parameters: unknown[]): void {
    // What a paused socket holds itself; ws would read all of it at once.
    const isHeld = event === "close" && this.#socket.readableLength > 0;
    const held = isHeld ? (this.#socket.read() as Buffer | null) : null;
    if (held) this.#add(held);
    this.#ending ??= [];
    this.#ending.push(() => emit.call(this.#socket, event, ...parameters));
    this.#queue.add(this);
  }

  #count(bytes: number): void {
    this.#unheard += bytes;
    this.#queue.traffic.unheardBytes += bytes;
  }
}

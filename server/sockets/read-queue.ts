import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/** How long to handle input before yielding to the event loop, in milliseconds. */
const SLICE = 4;
/** How much input of one connection is handled before the next one gets its turn, in bytes. */
const TURN = 4 * 1024;
/** [L10] Reading from a connection pauses while more than this much of its input is unhandled, in bytes. */
const MOST_UNHEARD = 64 * 1024;
const { emit } = EventEmitter.prototype;

/** What the sockets of a server have had to do, for its metrics. */
export type Traffic = {
  /** WebSocket frames and long-polling packets received so far, whatever they contained. */
  framesHeard: number;
  /** Input that was read but not handled yet, in bytes. */
  unheardBytes: number;
};

/**
 * Handles the input of connections in turns. Node reads whatever has arrived, on any number of connections, in one turn
 * of the event loop. Handling it there too would block everything else until thousands of connections were done.
 */
export class ReadQueue {
  readonly traffic: Traffic;
  /** Connections with unhandled input, in the order of their turns. */
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
      // A connection with more input goes to the end of the queue, which this loop still reaches.
      this.#waiting.delete(inbox);
      if (inbox.hearTurn()) this.#waiting.add(inbox);
    }
  }
}

/** The unhandled input of one connection. */
export class Inbox {
  readonly #queue: ReadQueue;
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  /** The socket's end events, emitted only once all input before them was handled. */
  #ending: (() => void)[] | undefined;
  #unheard = 0;
  #isPaused = false;

  constructor(queue: ReadQueue, socket: Socket) {
    this.#queue = queue;
    this.#socket = socket;
    // Relies on net.Socket passing data and its end to `emit` (Node 20 to 24), and on ws 8 listening for both.
    socket.emit = (event: string | symbol, ...parameters: unknown[]): boolean => {
      if (event === "data") this.#add(parameters[0] as Buffer);
      else if (event === "end" || event === "close") this.#end(event, parameters);
      else return emit.call(socket, event, ...parameters);
      return true;
    };
  }

  /** Handles the next piece of input and returns whether there is more. */
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

  /** Drops the unhandled input of a connection that is cut off. */
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
    // Before its close, or where ws has ended it, there is nothing to do for an end. Node makes an error for each that is too many.
    if (event === "close") this.#ending = [];
    this.#ending ??= [];
    this.#ending.push(() => {
      if (event === "close" || !this.#socket.writableEnded) emit.call(this.#socket, event, ...parameters);
    });
    this.#queue.add(this);
  }

  #count(bytes: number): void {
    this.#unheard += bytes;
    this.#queue.traffic.unheardBytes += bytes;
  }
}

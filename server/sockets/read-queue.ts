import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/** How long messages are handled before the event loop runs other work, in milliseconds. */
const SLICE = 4;
/** How much of one connection is handled before the next one's turn, in bytes. */
const TURN = 4 * 1024;
/** [L10] A connection with more unhandled bytes than this is not read further. */
const MOST_UNHEARD = 64 * 1024;

/** What the sockets of a server have had to do, for its metrics. */
export type Traffic = {
  /** WebSocket frames and long-polling packets received so far, of any kind. */
  framesHeard: number;
  /** What was read and is not handled yet, in bytes. */
  unheardBytes: number;
};

export type ReadQueue = ReturnType<typeof createReadQueue>;

/**
 * Hears connections in turns. Whatever has arrived, from however many connections, is read in one turn of the event
 * loop; were it handled there too, nothing else would have its turn before the last of thousands was heard.
 */
export function createReadQueue(traffic: Traffic) {
  /** Connections with unhandled bytes, in turn order. Calling one handles its turn and says whether there is more. */
  const waiting = new Set<() => boolean>();
  let isScheduled = false;

  function schedule(): void {
    if (!isScheduled) setImmediate(hearSlice);
    isScheduled = true;
  }

  function hearSlice(): void {
    isScheduled = false;
    const end = performance.now() + SLICE;
    for (const hearTurn of waiting) {
      if (performance.now() > end) {
        schedule();
        return;
      }
      // A connection with more goes to the end of the queue, which this loop still reaches.
      waiting.delete(hearTurn);
      if (hearTurn()) waiting.add(hearTurn);
    }
  }

  return {
    /** Handles a connection in turns from now on. Returns a function that drops its unhandled bytes. */
    take(socket: Socket): () => void {
      const { emit } = EventEmitter.prototype;
      let chunks: Buffer[] = [];
      /** The socket's end, emitted only after everything before it was handled. */
      let ending: (() => void)[] = [];
      let unheard = 0;
      let isPaused = false;

      const count = (bytes: number): void => {
        unheard += bytes;
        traffic.unheardBytes += bytes;
      };

      const add = (chunk: Buffer): void => {
        chunks.push(chunk);
        count(chunk.length);
        if (unheard <= MOST_UNHEARD || isPaused) return;
        isPaused = true;
        socket.pause();
      };

      const hearTurn = (): boolean => {
        const [chunk] = chunks;
        if (chunk) {
          if (chunk.length > TURN) chunks[0] = chunk.subarray(TURN);
          else chunks.shift();
          const piece = chunk.length > TURN ? chunk.subarray(0, TURN) : chunk;
          count(-piece.length);
          emit.call(socket, "data", piece);
          if (isPaused && unheard <= MOST_UNHEARD) {
            isPaused = false;
            socket.resume();
          }
        }
        if (chunks.length > 0) return true;
        const told = ending;
        ending = [];
        for (const tell of told) tell();
        return false;
      };

      // Relied upon: net.Socket tells what it read, and its end, by `emit` (Node 20 to 24), and ws 8 hears of both by listeners.
      socket.emit = (event: string | symbol, ...told: unknown[]): boolean => {
        if (event === "data") add(told[0] as Buffer);
        else if (event === "end" || event === "close") {
          // What a paused socket holds itself; ws would read all of it at once.
          const held =
            event === "close" && socket.readableLength > 0 ? (socket.read() as Buffer | null) : null;
          if (held) add(held);
          ending.push(() => emit.call(socket, event, ...told));
        } else return emit.call(socket, event, ...told);
        waiting.add(hearTurn);
        schedule();
        return true;
      };

      return () => {
        chunks = [];
        count(-unheard);
      };
    },
  };
}

import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/** For so long connections are heard before the event loop has its next turn, in milliseconds. */
const SLICE = 4;
/** How much of one connection is heard before the next one has its turn, in bytes. */
const TURN = 4 * 1024;
/** [L10] No more is read from a connection while more than this of it waits to be heard, in bytes. */
const MOST_UNHEARD = 64 * 1024;

/** What the sockets of a server have had to do, for its metrics. */
export type Traffic = {
  /** WebSocket frames and packets of long polling that were heard so far, whatever they held. */
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
  /** Connections with something to be heard, in the order of their turns; each hears itself and says whether there is more. */
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
      // Whoever has more goes to the end of the line, which this loop still reaches.
      waiting.delete(hearTurn);
      if (hearTurn()) waiting.add(hearTurn);
    }
  }

  return {
    /** Hears a connection in turns from now on. Answers with a function that forgets what of it is still unheard. */
    take(socket: Socket): () => void {
      const { emit } = EventEmitter.prototype;
      let chunks: Buffer[] = [];
      /** The socket's end, which is told only when all before it was heard. */
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

import type { Socket } from "socket.io";
import type { Sockets } from "#server/live/cluster.ts";
import type { Pace } from "#server/sockets/rate-limit.ts";

/** [L10] What a connection may send before it is known whose it is; phones send four. */
const FRAMES_OF_STRANGER = 100;
/** The first letters of Socket.IO's packets (protocol 5). */
const [CONNECT, ACK, BINARY_ACK] = ["0", "3", "6"];

/** `framesHeard`: WebSocket frames and long-polling packets received so far, whatever they contained. */
export type Traffic = { framesHeard: number };
type Connection = Socket["conn"];

/** [L10] What one connection may still send, through whichever transport. */
export class FrameLimit {
  readonly #connection: Connection;
  #left = FRAMES_OF_STRANGER;
  /** The pace of the connection's seat, as soon as the seat is known. */
  pace: Pace | undefined;
  /** Ends the seat's other connections. */
  cutOff: (() => void) | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Counts one more frame. Where it is too many, the connection is ended. */
  count(): void {
    this.#left -= 1;
    if (this.pace ? this.pace.mayGoOn() : this.#left >= 0) return;
    this.end();
    this.cutOff?.();
  }

  end(): void {
    this.#connection.close(true);
  }
}

export type LimitOf = (connection: Connection) => FrameLimit;

/**
 * [L10] Ends connections that send too much of whatever it is, and those that say what no client of ours says: a second
 * CONNECT, and the answer to a question, because the server asks none.
 */
export function limitFrames(io: Sockets, traffic: Traffic): LimitOf {
  const limits = new WeakMap<Connection, FrameLimit>();
  const limitOf = (connection: Connection): FrameLimit => {
    const limit = limits.get(connection) ?? new FrameLimit(connection);
    limits.set(connection, limit);
    return limit;
  };

  io.engine.on("connection", (connection: Connection) => {
    const limit = limitOf(connection);
    const count = (): void => {
      traffic.framesHeard += 1;
      limit.count();
    };
    let hasConnected = false;
    connection.on("packet", ({ type, data }: { type: string; data?: unknown }) => {
      count();
      if (type !== "message" || typeof data !== "string") return;
      const kind = data[0];
      if (kind === ACK || kind === BINARY_ACK || (kind === CONNECT && hasConnected)) limit.end();
      hasConnected ||= kind === CONNECT;
    });
    // A WebSocket asks, as often as it likes, whether the connection may change over to it.
    connection.on("upgrading", count);
  });

  return limitOf;
}

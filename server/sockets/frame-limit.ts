import type { Socket } from "socket.io";
import type { Sockets } from "#server/live/cluster.ts";
import type { SeatRate } from "#server/sockets/rate-limit.ts";

/** [L10] For a connection that is not yet identified; phones send four. */
const FRAMES_BEFORE_IDENTIFIED = 100;
/** The first letters of Socket.IO's packets (protocol 5). */
const [CONNECT, ACK, BINARY_ACK] = ["0", "3", "6"];

/** `framesReceived`: WebSocket frames and long-polling packets received so far, whatever they contained. */
export type Traffic = { framesReceived: number };
type Connection = Socket["conn"];

/** [L10] The frames that one connection may still send, by either transport. */
export class FrameLimit {
  readonly #connection: Connection;
  #left = FRAMES_BEFORE_IDENTIFIED;
  /** The rate of the connection's seat, as soon as the seat is known. */
  rate: SeatRate | undefined;
  /** Ends the seat's other connections. */
  cutOff: (() => void) | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Counts one more frame. Where it is too many, the connection is ended. */
  count(): void {
    this.#left -= 1;
    if (this.rate ? this.rate.countFrame() : this.#left >= 0) return;
    this.end();
    this.cutOff?.();
  }

  end(): void {
    this.#connection.close(true);
  }
}

export type LimitOf = (connection: Connection) => FrameLimit;

/**
 * [L10] Ends connections that send too many frames of any kind, and those that send what our clients never do: a second CONNECT, or an
 * acknowledgement, as the server asks for none.
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
      traffic.framesReceived += 1;
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
    // A WebSocket may probe for an upgrade as often as it likes.
    connection.on("upgrading", count);
  });

  return limitOf;
}

import type { Socket } from "socket.io";
import type { WebSocket } from "ws";
import type { Sockets } from "#server/live/cluster.ts";
import type { Pace } from "#server/sockets/rate-limit.ts";
import type { Traffic } from "#server/sockets/read-queue.ts";

/** [L10] What a connection may send before it is known whose it is; phones send four. */
const FRAMES_OF_STRANGER = 100;
/** The first letters of Socket.IO's packets (protocol 5). */
const [CONNECT, ACK, BINARY_ACK] = ["0", "3", "6"];

type Connection = Socket["conn"];

/** [L10] What one connection may still send, through whichever transport. */
export class FrameLimit {
  readonly #traffic: Traffic;
  #left = FRAMES_OF_STRANGER;
  #isOver = false;
  /** None while a WebSocket only asks whether a connection may change over to it. */
  connection: Connection | undefined;
  /** The pace of the connection's seat, as soon as the seat is known. */
  pace: Pace | undefined;
  /** Ends the seat's other connections. */
  cutOff: (() => void) | undefined;

  constructor(traffic: Traffic) {
    this.#traffic = traffic;
  }

  /** Counts one more frame. Where it is too many, the connection is ended. */
  mayGoOn(): boolean {
    this.#traffic.framesHeard += 1;
    if (this.#isOver) return false;
    this.#left -= 1;
    if (this.pace ? this.pace.mayGoOn() : this.#left >= 0) return true;
    this.end();
    this.cutOff?.();
    return false;
  }

  end(): void {
    this.#isOver = true;
    this.connection?.close(true);
    // A WebSocket that is closed as one should would wait for the other end.
    (this.connection?.transport as { socket?: WebSocket } | undefined)?.socket?.terminate();
  }
}

export type LimitOf = (connection: Connection) => FrameLimit;

/**
 * [L10] Ends connections that send too much of whatever it is, and those that say what no client of ours says: a second
 * CONNECT, and the answer to a question, because the server asks none. Relies on Engine.IO 6 emitting
 * `packet` before it handles one, and handling nothing more on a connection that is closed then.
 */
export function limitFrames(io: Sockets, traffic: Traffic): LimitOf {
  const limits = new WeakMap<Connection, FrameLimit>();
  const socketOf = (transport: unknown) => (transport as { socket?: { limit?: FrameLimit } }).socket;
  const limitOf = (connection: Connection): FrameLimit => {
    const limit = limits.get(connection) ?? socketOf(connection.transport)?.limit ?? new FrameLimit(traffic);
    limits.set(connection, limit);
    return limit;
  };

  io.engine.on("connection", (connection: Connection) => {
    const limit = limitOf(connection);
    limit.connection = connection;
    let hasConnected = false;
    connection.on("packet", ({ type, data }: { type: string; data?: unknown }) => {
      // A WebSocket counts its own frames, including those for which Engine.IO emits nothing.
      if (connection.transport.name === "polling" && !limit.mayGoOn()) return;
      if (type !== "message" || typeof data !== "string") return;
      const kind = data[0];
      if (kind === ACK || kind === BINARY_ACK || (kind === CONNECT && hasConnected)) limit.end();
      hasConnected ||= kind === CONNECT;
    });
    if (connection.transport.name === "polling")
      connection.on("upgrade", (transport: unknown) => {
        const socket = socketOf(transport);
        if (socket) socket.limit = limit;
      });
  });

  return limitOf;
}

import type { Sockets } from "#server/live/cluster.ts";
import { strangerFrames } from "#server/sockets/rate-limit.ts";
import type { Traffic } from "#server/sockets/read-queue.ts";
import type { RoomSocket } from "#server/sockets/web-socket.ts";

/** The first letters of Socket.IO's packets (protocol 5). */
const [CONNECT, ACK, BINARY_ACK] = ["0", "3", "6"];

/** Lets a connection, of which it is known now whose it is, go on for as long as `mayGoOn` says at every frame. */
export type LetIn = (connection: object, mayGoOn: () => boolean) => void;

/**
 * [L10] Ends connections that send too much of whatever it is, and those that say what no client of ours says: a second
 * CONNECT, and the answer to a question, because the server asks none. Relied upon: Engine.IO 6 tells of each packet by
 * `packet` before it handles it, and whatever is closed then handles nothing more.
 */
export function limitFrames(io: Sockets, traffic: Traffic): LetIn {
  const letIn = new WeakMap<object, (mayGoOn: () => boolean) => void>();

  io.engine.on("connection", (connection) => {
    let mayGoOn = strangerFrames();
    let hasConnected = false;
    letIn.set(connection, (asked) => {
      mayGoOn = asked;
    });

    function end(): void {
      connection.close(true);
      // A WebSocket that is closed as one should would wait for the other end.
      webSocketOf(connection.transport)?.terminate();
    }
    const count = (): boolean => {
      const mayStay = mayGoOn();
      if (!mayStay) end();
      return mayStay;
    };
    const watch = (transport: object): void => {
      const socket = webSocketOf(transport);
      if (socket) socket.mayGoOn = count;
    };
    watch(connection.transport);
    connection.on("upgrade", watch);

    connection.on("packet", ({ type, data }: { type: string; data?: unknown }) => {
      if (connection.transport.name === "polling") {
        traffic.framesHeard += 1;
        if (!count()) return;
      }
      if (type !== "message") return;
      const kind = typeof data === "string" ? data[0] : undefined;
      if (kind === ACK || kind === BINARY_ACK || (kind === CONNECT && hasConnected)) end();
      hasConnected ||= kind === CONNECT;
    });
  });

  return (connection, mayGoOn) => letIn.get(connection)?.(mayGoOn);
}

const webSocketOf = (transport: object) => (transport as { socket?: RoomSocket }).socket;

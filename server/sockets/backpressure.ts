import type { Socket, Server as SocketServer } from "socket.io";
import type { Sockets } from "#server/live/cluster.ts";
import { webSocketOf } from "#server/sockets/web-socket.ts";

/** How much may wait behind the packets being sent to a connection, in bytes. */
const MOST = 2 ** 20;
/** What a packet takes in memory besides its text. */
const PACKET = 256;

/**
 * [L8] Ends connections that do not read what they are sent. Only packets waiting behind those being sent count,
 * so one long answer never cuts a client off. A client that is cut off reconnects and gets the newest state in one answer.
 */
export function endUnread(io: Sockets, most = MOST): void {
  io.engine.on("connection", (connection) => {
    let waiting = 0;
    connection.on("packetCreate", ({ data = "" }) => {
      if (waiting > most) end();
      waiting += PACKET + data.length;
    });
    connection.on("flush", () => {
      waiting = 0;
    });

    function end(): void {
      if (!hangUp(connection)) connection.close(true);
    }
  });
}

/** [O11] Closes all connections, and answers with what ends those of clients that don't answer. */
export function closeConnections(io: SocketServer): () => void {
  // Engine.IO hides its list, which no longer has the connections whose close is under way.
  const { clients } = io.engine as unknown as { clients: Record<string, Socket["conn"]> };
  const closing = Object.values(clients);
  // Below Socket.IO: a client that Socket.IO disconnects does not reconnect automatically.
  io.engine.close();
  return () => closing.forEach(hangUp);
}

/** Ends a WebSocket at once: properly closed it would wait for its client. False if it is none. */
function hangUp(connection: Socket["conn"]): boolean {
  const socket = webSocketOf(connection);
  socket?.terminate();
  return socket !== undefined;
}

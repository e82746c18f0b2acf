import type { Sockets } from "#server/live/cluster.ts";

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
      if (waiting > most) connection.close(true);
      waiting += PACKET + data.length;
    });
    connection.on("flush", () => {
      waiting = 0;
    });
  });
}

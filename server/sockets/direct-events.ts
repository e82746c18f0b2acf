import type { Socket } from "socket.io";
import { webSocketOf } from "#server/sockets/web-socket.ts";

/** The first letters of Socket.IO's packets (protocol 5), and of the Engine.IO message that holds one. */
const [EVENT, ACK, MESSAGE] = ["2", "3", "4"];
/** An event: the number of its acknowledgement, if it asks for one, and its name with what was sent, as JSON. */
const EVENT_PACKET = /^2(\d{0,15})(?=\[)/u;

/**
 * Passes events from Engine.IO straight to `hear`, and acknowledgements straight to the WebSocket. Socket.IO's layers between
 * them take a fifth of the event loop's time for a vote. Relies on Socket.IO 4 alone listening to `data`. It still gets every packet
 * but a plain event of the root namespace. `hear` is given the name, what was sent and the acknowledgement, if one is asked for.
 */
export function hearDirectly(socket: Socket, hear: (event: unknown[]) => void): void {
  const { conn } = socket;
  const others = conn.listeners("data");
  // A version that listened otherwise would hear every event a second time. An error here would end the server.
  if (others.length !== 1) return void conn.close(true);
  conn.removeAllListeners("data");
  conn.on("data", (data: unknown) => {
    const event = socket.connected && typeof data === "string" ? eventOf(data) : null;
    if (!event) return others[0]?.(data);
    const { id, parts } = event;
    if (id !== "") parts.push((answer: object) => acknowledge(conn, id, answer));
    hear(parts);
  });
}

/** Null where Socket.IO decides, also about what it refuses. */
function eventOf(packet: string): { id: string; parts: unknown[] } | null {
  if (packet[0] !== EVENT) return null;
  const id = EVENT_PACKET.exec(packet)?.[1];
  if (id === undefined) return null;
  try {
    const parts = JSON.parse(packet.slice(1 + id.length)) as unknown[];
    const isNamed = typeof parts[0] === "string" || typeof parts[0] === "number";
    return isNamed ? { id, parts } : null;
  } catch {
    return null;
  }
}

/** Where anything waits to be sent, the answer waits behind it in Engine.IO, which counts what is not read [L8]. */
function acknowledge(conn: Socket["conn"], id: string, answer: object): void {
  const packet = `${ACK}${id}[${JSON.stringify(answer)}]`;
  const isSent = conn.transport.writable && webSocketOf(conn)?.sendAtOnce(MESSAGE + packet);
  if (!isSent) conn.write(packet);
}

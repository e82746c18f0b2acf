import type { ManagerOptions, Socket, SocketOptions } from "socket.io-client";
import { loadWithRetries } from "#app/shared/loading/load-with-retries.ts";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";

/** Who the page is; a ticket only where a script has it, else the cookie says it. */
export type Identity = {
  code: string;
  as: "student" | "host" | "screen";
  key?: string;
  ticket?: string;
};

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

let library: Promise<typeof import("socket.io-client")> | null = null;
function socketIo() {
  library ??= loadWithRetries(() => import("socket.io-client"));
  return library;
}

// While the page hydrates, or waits for someone to join: by the time that it connects, Socket.IO is there.
if (typeof window !== "undefined") void socketIo();

/** A socket that is not connected yet. Socket.IO is not among the scripts that a page loads first. */
export async function makeSocket(auth: () => object, as: Identity["as"]): Promise<LiveSocket> {
  const { io } = await socketIo();
  const socket: LiveSocket = io({ autoConnect: false, auth: (send) => send(auth()), ...connecting() });
  if (as !== "student")
    socket.io.on("reconnect_attempt", (attempt) => Object.assign(socket.io.opts, afterFailed(attempt)));
  return socket;
}

/**
 * [W12] How a page reaches its server: by WebSocket, and by long polling where a network refuses those. A network that
 * swallows them says nothing, so after `timeout` the next attempt begins with the other transport.
 */
export const connecting = () =>
  ({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: 8_000,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000, // a server that is back must not wait for its class
  }) satisfies Partial<ManagerOptions & SocketOptions>;

/**
 * [W12] Chromium delays each WebSocket of a page by up to five seconds once some have failed. After two failed attempts staff
 * begin with long polling alone, and change to a WebSocket when they are connected. Phones don't: there are a thousand of them,
 * and a connection by long polling takes more requests.
 */
const afterFailed = (attempt: number) =>
  attempt > 2
    ? { transports: ["polling", "websocket"], tryAllTransports: false }
    : { tryAllTransports: true };

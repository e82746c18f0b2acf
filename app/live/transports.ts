import type { ManagerOptions, SocketOptions } from "socket.io-client";

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
export const afterFailed = (attempt: number) =>
  attempt > 2
    ? { transports: ["polling", "websocket"], tryAllTransports: false }
    : { tryAllTransports: true };

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

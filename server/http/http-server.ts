import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";

/** [L6] Timeouts of requests, in milliseconds. */
const TIMEOUTS = {
  // Headers arrive in one piece or, from a dead zone, not at all.
  headersTimeout: 10_000,
  // Longer than a proxy keeps a connection. Otherwise it would send requests into connections that are closing.
  keepAliveTimeout: 65_000,
  // How often timeouts are checked.
  connectionsCheckingInterval: 2_000,
};
/** [L8] How long a client may leave its answer unread, in milliseconds. */
const READ_WITHIN = 30_000;
/** Browsers send about twenty headers. */
const HEADERS = 100;

/** [L6] Creates a server with timeouts: a whole request must arrive within `requestTimeout` milliseconds. */
export function createHttpServer(requestTimeout: number, listener: RequestListener): Server {
  const server = createServer({ ...TIMEOUTS, requestTimeout }, listener);
  server.maxHeadersCount = HEADERS;
  return server;
}

/** [L8] Closes the connection once its client has read nothing for `within` milliseconds, which frees the unsent data. */
export function closeIfUnread(response: ServerResponse, within = READ_WITHIN): void {
  response.setTimeout(within, () => response.destroy());
}

/** [L8] For an answer sent whole. The system takes most at once, and these need no timer. */
export function closeIfLeftUnread(response: ServerResponse): void {
  if (response.writableLength > 0) closeIfUnread(response);
}

/**
 * [O11] Stops accepting connections, and resolves once all answers were sent, and read as far as the system's buffers hold.
 * Node's own `close` gives up those that were written and not read, and goes on answering on connections that were in use.
 */
export function createFinish(server: Server): () => Promise<void> {
  const unsent = new Set<ServerResponse>();
  let finished: (() => void) | undefined;
  // Before any listener answers.
  server.prependListener("request", (_request, response) => {
    if (!server.listening) response.setHeader("connection", "close");
    unsent.add(response);
    response.once("close", () => {
      unsent.delete(response);
      if (unsent.size === 0) finished?.();
    });
  });
  return () =>
    new Promise((resolve) => {
      NetServer.prototype.close.call(server);
      finished = resolve;
      if (unsent.size === 0) resolve();
    });
}

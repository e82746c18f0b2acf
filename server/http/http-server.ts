import { createServer, type RequestListener, type Server } from "node:http";

/** [L6] How long what comes may take, in milliseconds. */
const TIMEOUTS = {
  // Headers come in one piece or, from a dead zone, not at all.
  headersTimeout: 10_000,
  // Longer than a proxy keeps a connection, which else sends a request into one that is just closed.
  keepAliveTimeout: 65_000,
  // How often it is looked who took too long.
  connectionsCheckingInterval: 2_000,
};
/** Browsers send some twenty. */
const HEADERS = 100;

/** [L6] A server with timeouts: all of a request must arrive within so many milliseconds. */
export function createHttpServer(requestTimeout: number, listener: RequestListener): Server {
  const server = createServer({ ...TIMEOUTS, requestTimeout }, listener);
  server.maxHeadersCount = HEADERS;
  return server;
}

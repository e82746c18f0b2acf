import { createServer, type RequestListener, type Server } from "node:http";

/** [L6] Timeouts of requests, in milliseconds. */
const TIMEOUTS = {
  // Headers arrive in one piece or, from a dead zone, not at all.
  headersTimeout: 10_000,
  // Longer than a proxy keeps a connection. Otherwise it would send requests into connections that are closing.
  keepAliveTimeout: 65_000,
  // How often timeouts are checked.
  connectionsCheckingInterval: 2_000,
};
/** Browsers send about twenty headers. */
const HEADERS = 100;

/** [L6] Creates a server with timeouts: a whole request must arrive within `requestTimeout` milliseconds. */
export function createHttpServer(requestTimeout: number, listener: RequestListener): Server {
  const server = createServer({ ...TIMEOUTS, requestTimeout }, listener);
  server.maxHeadersCount = HEADERS;
  return server;
}

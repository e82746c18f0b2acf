import { createServer, type RequestListener, type Server } from "node:http";

/** [L6] How long a request may take to arrive, in milliseconds. Nginx in front waits as long (deploy/nginx.conf). */
const PATIENCE = {
  // Headers come in one piece or, from a dead zone, not at all.
  headersTimeout: 10_000,
  // A newsletter of 4 MB through a slow line.
  requestTimeout: 60_000,
  // Longer than a proxy keeps a connection, which else sends a request into one that is just closed.
  keepAliveTimeout: 65_000,
  // How often it is looked who took too long.
  connectionsCheckingInterval: 2_000,
};
/** Browsers send some twenty. */
const HEADERS = 100;

/** A server that does not wait for whoever does not go on. */
export function patient(listener: RequestListener): Server {
  const server = createServer(PATIENCE, listener);
  server.maxHeadersCount = HEADERS;
  return server;
}

import type { IncomingHttpHeaders } from "node:http";

/** Headers for one connection only (RFC 9110, 7.6.1), like all that start with `proxy-`. */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);

/** [O9] The headers to forward. */
export function endToEndHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const isHopByHop = hopByHop(headers.connection);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isHopByHop(name)));
}

/** `headers`: name, value, name, value. */
export function rawEndToEndHeaders(headers: readonly string[]): string[] {
  const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), at] as const] : []));
  const named = pairs.filter(([name]) => name === "connection").map(([, at]) => headers[at + 1]);
  const isHopByHop = hopByHop(named.join());
  return pairs.flatMap(([name, at]) => (isHopByHop(name) ? [] : headers.slice(at, at + 2)));
}

function hopByHop(connection = ""): (name: string) => boolean {
  const named = new Set(connection.split(",").map((name) => name.trim().toLowerCase()));
  return (name) => HOP_BY_HOP.has(name) || name.startsWith("proxy-") || named.has(name);
}

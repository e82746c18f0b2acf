import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** This machine, as URLs name it. */
export const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** A header that only this server sets: the address a request comes from. */
export const ADDRESS = "x-resolved-address";

/** Sets the header on an incoming request, in place of what a client sent. */
export function markAddress(request: IncomingMessage, trustProxy: boolean): void {
  const forwarded = trustProxy
    ? request.headers["x-forwarded-for"]?.toString().split(",").at(-1)?.trim()
    : "";
  const address = forwarded || request.socket.remoteAddress || "unknown";
  if (request.headers[ADDRESS] !== undefined)
    request.rawHeaders = request.rawHeaders.flatMap((name, index, all) =>
      index % 2 === 0 && name.toLowerCase() !== ADDRESS ? [name, all[index + 1] ?? ""] : [],
    );
  request.headers[ADDRESS] = address;
  request.rawHeaders.push(ADDRESS, address);
}

/** The client's network address. */
export const addressOf = (headers: Pick<Headers, "get">): string => headers.get(ADDRESS) ?? "unknown";

/** The key for rate limits. For IPv6 the first half of the address, because one network owns the rest. */
export function neighbourhood(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = [], tail] = address.split("::").map((part) => part.split(":").filter(Boolean));
  const groups = tail ? [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail] : head;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";
import { LOOPBACK_HOSTS } from "#server/platform/address.ts";

type Named = Pick<Headers, "get">;
export type Addressing = {
  publicUrl: string | undefined;
  trustProxy: boolean;
  /**
   * The addresses of this server, the best one for others first. Read each time, because a laptop changes networks.
   */
  printed: () => readonly string[];
};

export const LOOPBACK_ADDRESS = /^(127\.|::1$|::ffff:127\.)/u;

/** Hosts that stand for all addresses of the machine. */
export const EVERYWHERE = ["0.0.0.0", "::"];

export const httpAddress = (host: string, port: number): string =>
  `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;

/** The origins of a server: its public hosts, and those of its own machine. */
export function printedAddresses(port: number, hosts: readonly string[]): string[] {
  return [...hosts, ...LOOPBACK_HOSTS]
    .map((host) => httpAddress(host, port))
    .filter((address) => URL.canParse(address)) // browsers accept no IPv6 address with a zone
    .map((address) => new URL(address).origin);
}

/** [O8] The base of all links, never taken from an unchecked Host header. */
export function originOf(headers: Named, { publicUrl, trustProxy, printed }: Addressing): string {
  if (publicUrl) return publicUrl;
  const asked = askedOrigin(headers, trustProxy);
  const own = printed();
  const isForwarded = asked !== null && forwarded(headers, "x-forwarded-host", trustProxy) !== "";
  const opened = isForwarded ? asked : own.find((address) => address === asked);
  const [best = "http://localhost"] = own;
  return opened === undefined ? best : onNetwork(opened, best);
}

/** [Q46] The origin that a browser opened, which its cookies are of: a launch comes back to it. */
export function openedOrigin(headers: Named, addressing: Addressing): string {
  const { publicUrl, trustProxy, printed } = addressing;
  const asked = askedOrigin(headers, trustProxy);
  return (
    (!publicUrl && asked !== null && printed().includes(asked) && asked) || originOf(headers, addressing)
  );
}

/** [I28] Others can't open a link to localhost. */
function onNetwork(opened: string, best: string): string {
  const url = new URL(opened);
  const { hostname } = new URL(best);
  if (LOOPBACK_HOSTS.includes(url.hostname) && !LOOPBACK_HOSTS.includes(hostname)) url.hostname = hostname;
  return url.origin;
}

/** [O3, O4] Whether the browser uses TLS. */
export function isSecure(headers: Named, { publicUrl, trustProxy }: Addressing): boolean {
  if (publicUrl === undefined && !trustProxy) return false;
  return (publicUrl ?? askedOrigin(headers, trustProxy))?.startsWith("https:") ?? false;
}

/** [W1] Node accepts headers of 16 KB, and a host of that length takes long to parse. */
const HOST_LENGTH = 300;

/**
 * [O7] Whether a write or an upgrade may come from the page that its headers name. Programs other than browsers name
 * none, and have no cookie of ours.
 */
export function isOwnOrigin(headers: Named, { publicUrl, trustProxy }: Addressing): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin === null) return site !== "cross-site";
  // A page whose referrer policy is no-referrer hides its origin, too. A sandboxed frame is cross-site.
  if (origin === "null") return site === "same-origin";
  return origin === (publicUrl ?? askedOrigin(headers, trustProxy));
}

type Request = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } };

/** [O8] Whether a request is for a host other than that of PUBLIC_URL. */
export function isMisdirected(request: Request, { publicUrl, trustProxy }: Addressing): boolean {
  if (!publicUrl) return false;
  const { headers, socket } = request; // not before: Node makes the headers only where they are read
  const host = hostOf(named(headers), trustProxy);
  const wanted = new URL(publicUrl);
  const asked = parsedOrigin(wanted.protocol, host);
  // Some proxies omit the port.
  if (asked?.origin === publicUrl || host.toLowerCase() === wanted.hostname) return false;
  // Allow this machine, or a proxy on it that doesn't forward the browser's host.
  return !(
    LOOPBACK_HOSTS.includes(asked?.hostname ?? "") && LOOPBACK_ADDRESS.test(socket.remoteAddress ?? "")
  );
}

/** The origin that the browser sees, as far as we can tell; null if the Host header is invalid. */
function askedOrigin(headers: Named, trustProxy: boolean): string | null {
  // Some proxies send `wss` or `ws` for WebSockets.
  const isTls = /^(https|wss)$/iu.test(forwarded(headers, "x-forwarded-proto", trustProxy));
  return parsedOrigin(isTls ? "https:" : "http:", hostOf(headers, trustProxy))?.origin ?? null;
}

function hostOf(headers: Named, trustProxy: boolean): string {
  const host = forwarded(headers, "x-forwarded-host", trustProxy);
  if (!host) return headers.get("host") ?? "";
  const port = forwarded(headers, "x-forwarded-port", trustProxy);
  return /:\d+$/u.test(host) || !/^\d{1,5}$/u.test(port) ? host : `${host}:${port}`;
}

/** The forwarded value from the proxy nearest to the browser; empty if proxies aren't trusted. */
function forwarded(headers: Named, name: string, trustProxy: boolean): string {
  return (trustProxy && headers.get(name)?.split(",")[0]?.trim()) || "";
}

function parsedOrigin(protocol: string, host: string): URL | null {
  const isHost = host.length <= HOST_LENGTH && /^[\w.-]+(:\d*)?$|^\[[\da-f:.]+\](:\d*)?$/iu.test(host);
  return isHost && URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`) : null;
}

export function named(headers: IncomingHttpHeaders): Named {
  return { get: (name) => headers[name]?.toString() ?? null };
}

export function toHeaders(headers: IncomingHttpHeaders): Headers {
  const copy = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) copy.set(name, Array.isArray(value) ? value.join(", ") : value);
  return copy;
}

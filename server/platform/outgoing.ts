import { lookup } from "node:dns";
import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { accept, type Result, refuse } from "#debate/rules/result.ts";

/** What a platform answered. */
export type Answer = { status: number; reason: string; headers: IncomingHttpHeaders; text: string };
export type Asking = {
  method?: "GET" | "POST" | "PUT";
  headers?: Record<string, string>;
  body?: string;
  /** For what must not be done twice: it is asked once. */
  isOnce?: boolean;
  /** The most bytes of the answer. */
  bytes?: number;
};
export type Outgoing = ReturnType<typeof createOutgoing>;

type Options = { isInsecure: boolean; pauses?: readonly number[]; within?: number };

/** [Q42] How long an answer may take, in milliseconds, and how many bytes it may usually have. */
const WITHIN = 10_000;
const BYTES = 1024 * 1024;
/** [Q42] The pauses before the second and the third try, in milliseconds. */
const PAUSES = [500, 2_000];

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

/** Whether an address is of this machine or of its own network. IPv4 addresses within IPv6 count as what they are. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

class PrivateAddress extends Error {}

const publicOnly: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) callback(error ?? new Error("no address"), "", 4);
    else if (addresses.some(({ address }) => isPrivateAddress(address)))
      callback(new PrivateAddress("a private address"), "", 4);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });

/**
 * [Q42] [D46] Requests to other servers: by https to public addresses, without following redirects. One that does not answer, is out of
 * order or too busy is asked three times.
 */
export function createOutgoing({ isInsecure, pauses = PAUSES, within = WITHIN }: Options) {
  function mayAsk(address: string): Result<URL> {
    if (!URL.canParse(address)) return refuse("malformed", "no address");
    const url = new URL(address);
    if (url.username || url.password) return refuse("malformed", "an address with a password");
    if (isInsecure && /^https?:$/u.test(url.protocol)) return accept(url);
    if (url.protocol !== "https:") return refuse("malformed", "an address without https");
    const host = url.hostname.replace(/^\[|\]$/gu, "");
    // A host that is an address is not looked up.
    return isIP(host) && isPrivateAddress(host) ? refuse("malformed", "a private address") : accept(url);
  }

  return {
    mayAsk,

    async ask(address: string, asking: Asking = {}): Promise<Result<Answer>> {
      const url = mayAsk(address);
      if (!url.ok) return url;
      for (let attempt = 0; ; attempt += 1) {
        const answered = await askOnce(url.value, asking, { isInsecure, within }).then(
          accept,
          (error: Error) =>
            error instanceof PrivateAddress
              ? refuse("malformed", "a private address")
              : refuse("busy", error.message),
        );
        const mayChange = answered.ok
          ? answered.value.status >= 500 || answered.value.status === 429
          : answered.code === "busy";
        const wait = asking.isOnce ? undefined : pauses[attempt];
        if (!mayChange || wait === undefined) return answered;
        await pause(wait);
      }
    },
  };
}

function askOnce(
  url: URL,
  { method = "GET", headers = {}, body, bytes = BYTES }: Asking,
  { isInsecure, within }: Required<Pick<Options, "isInsecure" | "within">>,
) {
  return new Promise<Answer>((resolve, reject) => {
    const request = url.protocol === "http:" ? requestHttp : requestHttps;
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const asked = request(url, {
      method,
      headers: { ...headers, ...length },
      signal: AbortSignal.timeout(within),
      ...(!isInsecure && { lookup: publicOnly }),
    });
    asked.on("error", reject);
    asked.on("response", (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on("error", reject);
      response.on("data", (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size > bytes) asked.destroy(new Error("the answer is too long"));
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? "",
          headers: response.headers,
          text: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    asked.end(body);
  });
}

/** The JSON of an answer, whatever type it says it has; null where it is none. */
export function jsonIn({ text }: Pick<Answer, "text">): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Release } from "#debate/protocol/answers/health.ts";
import { isNamedBy } from "#server/http/etag.ts";
import { headersWithoutPage } from "#server/http/guard.ts";
import { closeIfLeftUnread } from "#server/http/http-server.ts";
import { type Addressing, isMisdirected, isSecure } from "#server/http/origin.ts";

/** An answer that never changes; its headers as Node writes them, with HSTS and without. */
export type FixedAnswer = { body: Buffer; etag: string | undefined; secure: Headers; insecure: Headers };
/** For 200 and for 304. */
type Headers = { whole: string[]; unchanged: string[] };
/** A file, plain and compressed. */
export type StoredFile = { plain: FixedAnswer; br?: FixedAnswer; gzip?: FixedAnswer };

/** Headers that a 304 leaves out. */
const OF_BODY = ["content-type", "content-length", "content-encoding"];

/** `headers` stand in place of those that every answer has. */
export function fixedAnswer(body: Buffer, headers: Record<string, string>): FixedAnswer {
  const own = Object.entries({ ...headers, "content-length": String(body.length) });
  const headersOf = (isSecure: boolean): Headers => {
    const all = [...own, ...headersWithoutPage(isSecure).filter(([name]) => !(name in headers))];
    return {
      whole: all.flat(),
      unchanged: all.filter(([name]) => !OF_BODY.includes(name)).flat(),
    };
  };
  return { body, etag: headers.etag, secure: headersOf(true), insecure: headersOf(false) };
}

export const FIXED_ROUTES = [{ method: "GET", path: "/healthz" }];

/**
 * [W11] Answers static files and health checks before anything else reads a request. Returns whether it has answered.
 * Ignores `Range`, as HTTP allows.
 */
export function createFixedAnswers(
  files: ReadonlyMap<string, StoredFile>,
  { addressing, release }: { addressing: Addressing; release: Release },
) {
  const health = fixedAnswer(Buffer.from(JSON.stringify({ ok: true, ...release })), {
    "content-type": "application/json",
    "cache-control": "no-store",
  });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url = "" } = request;
    if (method !== "GET" && method !== "HEAD") return false;
    const path = pathOf(url);
    const answer =
      path === "/healthz" ? health : chosen(files.get(path), headerOf(request, "accept-encoding"));
    // [O8] Load balancers may ask by any address whether the server runs.
    if (!answer || (answer !== health && isMisdirected(request, addressing))) return false;
    const headers = { get: (name: string) => headerOf(request, name) ?? null };
    const { whole, unchanged } = answer[isSecure(headers, addressing) ? "secure" : "insecure"];
    const isKnown = answer.etag !== undefined && isNamedBy(headerOf(request, "if-none-match"), answer.etag);
    if (isKnown) response.writeHead(304, unchanged).end();
    else response.writeHead(200, whole).end(method === "HEAD" ? undefined : answer.body);
    closeIfLeftUnread(response);
    return true;
  };
}

/** Cheaper than `headers`, for which Node parses all of them. */
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  const at = rawHeaders.findIndex((given, index) => index % 2 === 0 && isNamed(given, name));
  return at < 0 ? undefined : rawHeaders[at + 1];
}

function isNamed(given: string, name: string): boolean {
  return given.length === name.length && given.toLowerCase() === name;
}

function pathOf(url: string): string {
  const query = url.indexOf("?");
  const path = query < 0 ? url : url.slice(0, query);
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const ACCEPTS = {
  br: /(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))(?=[\s,;]|$)/iu,
  gzip: /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))(?=[\s,;]|$)/iu,
};

/** The smallest form that the client accepts. */
function chosen(file: StoredFile | undefined, asked = ""): FixedAnswer | undefined {
  if (!file) return undefined;
  if (file.br && ACCEPTS.br.test(asked)) return file.br;
  if (file.gzip && ACCEPTS.gzip.test(asked)) return file.gzip;
  return file.plain;
}

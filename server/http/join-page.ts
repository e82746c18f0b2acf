import { get, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Refusal } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { toHeaders } from "#server/http/origin.ts";
import { decodeLoosely } from "#server/identity/tickets.ts";
import { sessionByCode } from "#server/sessions/identify.ts";
import type { Parts } from "#server/sessions/parts.ts";

/** What answers the requests for pages. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

/** Why whoever asks finds no session by a code; null where they find one. */
type Asking = (code: string, request: IncomingMessage) => Promise<Refusal | null>;

/** Asks as whoever sent the request. */
export function askForSession(parts: Pick<Parts, "store" | "limits">, caller: Caller): Asking {
  return async (typed, { headers }) => {
    const session = await sessionByCode(parts, decodeLoosely(typed), caller.visitor(toHeaders(headers)));
    return session.ok ? null : session.code;
  };
}

type Made = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** How long one made page serves everybody, in milliseconds. */
const SHARED_FOR = 1_000;
const PAGES_KEPT = 500;
const EVERYWHERE = ["0.0.0.0", "::"];
/** On a request that must be made anew; whoever else sends it gets what everybody got before there was this. */
const ANEW = "x-resolved-anew";

/**
 * A class that joins at once asks for the same page three hundred times, and making it is the dearest part of
 * joining. Whoever has no seat yet sees the same, so it is made once a second for all of them. [L3] It is made for a
 * session that there is, in the name of whoever asks: a wrong code costs no page.
 */
export function shareJoinPage(pages: Pages, at: () => AddressInfo, refusalOf: Asking): Pages {
  const kept = new Map<string, { madeAt: number; made: Promise<Made> }>();

  function shared({ url = "", headers }: IncomingMessage): Promise<Made> {
    const encoding = /\bgzip\b/u.test(headers["accept-encoding"] ?? "") ? "gzip" : "identity";
    const key = `${encoding} ${headers.host} ${url}`;
    const known = kept.get(key);
    const now = performance.now();
    if (known && now - known.madeAt < SHARED_FOR) return known.made;
    if (kept.size >= PAGES_KEPT) kept.clear();
    const forwardedHost = headers["x-forwarded-host"]?.toString();
    const made = make(at(), url, {
      host: headers.host ?? "localhost",
      ...(forwardedHost !== undefined && { "x-forwarded-host": forwardedHost }),
      "accept-encoding": encoding,
    });
    kept.set(key, { madeAt: now, made });
    made.catch(() => kept.delete(key));
    return made;
  }

  return (request, response) => {
    if (!isForAnybody(request)) return pages(request, response);
    answer(request, response).catch(() => pages(request, response));
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const code = request.url?.slice("/s/".length) ?? "";
    const refused = await refusalOf(code, request);
    if (refused) {
      const location = `/join?refused=${refused}&code=${code.slice(0, 100)}`;
      response.writeHead(303, { location, "cache-control": "no-store" }).end();
      return;
    }
    const { status, headers, body } = await shared(request);
    const { "transfer-encoding": _chunked, connection: _connection, ...rest } = headers;
    response.writeHead(status, { ...rest, "content-length": body.length }).end(body);
  }
}

function isForAnybody({ method, url = "", headers }: IncomingMessage): boolean {
  const isPage = headers.rsc === undefined && headers[ANEW] === undefined;
  return method === "GET" && isPage && /^\/s\/[^/?]+$/u.test(url) && !headers.cookie?.includes("seat-");
}

function make({ address, port }: AddressInfo, path: string, headers: Record<string, string>): Promise<Made> {
  return new Promise((resolve, reject) => {
    const request = get(
      {
        host: EVERYWHERE.includes(address) ? "127.0.0.1" : address,
        port,
        path,
        headers: { ...headers, [ANEW]: "1" },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 500,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    request.on("error", reject);
  });
}

import { randomBytes } from "node:crypto";
import { get, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readCode } from "#debate/rules/codes.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { endToEnd } from "#server/http/end-to-end.ts";
import { toHeaders } from "#server/http/origin.ts";
import { decodeLoosely } from "#server/identity/tickets.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { sessionByCode } from "#server/sessions/identify.ts";

/** What answers the requests for pages. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

/** A session as a typed code finds it. `shows`: everything that its page shows to a visitor without a seat. */
type Found = { code: string; hasSeat: boolean; shows: string };
type Find = (typed: string, request: IncomingMessage) => Promise<Result<Found>>;

/** Finds a session on behalf of the client. */
export function findSession(parts: Pick<Dependencies, "store" | "limits">, caller: Caller): Find {
  return async (typed, request) => {
    const headers = toHeaders(request.headers);
    const session = await sessionByCode(parts, decodeLoosely(typed), caller.visitor(headers));
    if (!session.ok) return session;
    const { id, code, phase, settings } = session.value;
    const shows = JSON.stringify([id, phase, isJoinable(session.value), settings]);
    // A cookie that was not signed here, or is of another session, is no seat: anyone can write one.
    return accept({ code, hasSeat: caller.seatId(headers, code) !== null, shows });
  };
}

type Made = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Kept = { page?: Made; madeAt: number; making?: Promise<Made> | undefined };

/** After how long a shared page is made again, in milliseconds. */
const FRESH_FOR = 1_000;
/** How long the last one is served while the next is made, in milliseconds. */
const KEPT_FOR = 60_000;
const PAGES_KEPT = 500;
const EVERYWHERE = ["0.0.0.0", "::"];
/** On a request that makes a shared page. */
const MAKING = "x-resolved-making";
/** Pages that look the same to everyone; one of them only to those who are not signed in. */
const SAME_FOR_ALL = ["/", "/join", "/privacy"];
const SIGN_IN = "/sign-in";

type Options = {
  /** Where this server listens. */
  at: () => AddressInfo;
  /** The host in its public address, where that was set. */
  host: string | undefined;
  find: Find;
  now?: () => number;
};

/**
 * [L14] Pages that look the same to everybody without a seat are made once for all of them, once a second; while one is made, the
 * last one is served. A session's page is kept for what it shows, so that nobody reads "open" after the door was closed. It
 * is made for a session that exists, in the name of whoever asks: a wrong code costs no page. [L3]
 */
export function createSharedPages({ at, host, find, now = () => performance.now() }: Options) {
  const key = randomBytes(18).toString("base64url");
  const makings = new WeakSet<IncomingMessage>();
  const kept = new Map<string, Kept>();

  return {
    /** Whether this request makes a shared page. */
    isMaking: (request: IncomingMessage): boolean => makings.has(request),

    serve(pages: Pages): Pages {
      return (request, response) => {
        const isMaking = request.headers[MAKING] === key;
        delete request.headers[MAKING];
        if (isMaking) makings.add(request);
        if (isMaking || request.method !== "GET" || request.headers.rsc !== undefined)
          return pages(request, response);
        answer(request, response, pages).catch(() => pages(request, response));
      };
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse, pages: Pages): Promise<void> {
    const { url = "", headers } = request;
    const isSignedIn = headers.cookie?.includes("resolved.");
    if (SAME_FOR_ALL.includes(url) || (url === SIGN_IN && !isSignedIn))
      return send(response, await shared(url, request));
    const [, entered] = /^\/join\?code=([^&]*)$/u.exec(url) ?? [];
    const code = entered === undefined ? null : readCode(decodeLoosely(entered.replaceAll("+", " ")));
    if (code !== null) return redirect(response, `/s/${code}`);
    const [, typed] = /^\/s\/([^/?]+)$/u.exec(url) ?? [];
    if (typed === undefined) return pages(request, response);
    const found = await find(typed, request);
    if (!found.ok) return redirect(response, `/join?refused=${found.code}&code=${typed.slice(0, 100)}`);
    const { hasSeat, shows } = found.value;
    if (hasSeat) return pages(request, response);
    const path = `/s/${found.value.code}`;
    // One spelling, so that a page is made once for all of them.
    if (url !== path) return redirect(response, path);
    const isStillSo = async () => {
      const again = await find(typed, request);
      return again.ok && again.value.shows === shows;
    };
    send(response, await shared(path, request, { shows, isStillSo }));
  }

  async function shared(
    path: string,
    { headers }: IncomingMessage,
    { shows = "", isStillSo = async () => true } = {},
  ): Promise<Made> {
    const encoding = /\bgzip\b/u.test(headers["accept-encoding"] ?? "") ? "gzip" : "identity";
    const name = `${encoding} ${path} ${shows}`;
    const one: Kept = kept.get(name) ?? { madeAt: Number.NEGATIVE_INFINITY };
    const age = now() - one.madeAt;
    if (one.page && age < FRESH_FOR) return one.page;
    one.making ??= makeAgain(one, path, encoding, isStillSo);
    kept.set(name, one);
    for (const [oldest] of kept) if (kept.size > PAGES_KEPT) kept.delete(oldest);
    if (one.page && age < KEPT_FOR) return one.page;
    return one.making;
  }

  function makeAgain(one: Kept, path: string, encoding: string, isStillSo: () => Promise<boolean>) {
    const startedAt = now();
    const { port, address } = at();
    const from = { host: EVERYWHERE.includes(address) ? "127.0.0.1" : address, port, path };
    const making = make(from, {
      host: host ?? `127.0.0.1:${port}`,
      "accept-encoding": encoding,
      [MAKING]: key,
    })
      .then(async (made) => {
        // What changed meanwhile may be in it: then it is not kept as the page of what was before.
        if (made.status < 500 && (await isStillSo())) Object.assign(one, { page: made, madeAt: startedAt });
        return made;
      })
      .finally(() => {
        one.making = undefined;
      });
    making.catch(() => undefined); // Those who wait for it hear of it.
    return making;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "no-store" }).end();
}

function send(response: ServerResponse, { status, headers, body }: Made): void {
  const { date: _date, ...others } = endToEnd(headers);
  response.writeHead(status, { ...others, "content-length": body.length }).end(body);
}

type From = { host: string; port: number; path: string };

function make(from: From, headers: Record<string, string>): Promise<Made> {
  return new Promise((resolve, reject) => {
    const request = get({ ...from, headers }, (response) => {
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
    });
    request.on("error", reject);
  });
}

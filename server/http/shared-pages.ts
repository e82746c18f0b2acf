import { randomBytes } from "node:crypto";
import { get, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readCode } from "#debate/rules/codes.ts";
import type { Language } from "#debate/rules/languages.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { endToEndHeaders } from "#server/http/end-to-end-headers.ts";
import { closeIfLeftUnread } from "#server/http/http-server.ts";
import { EVERYWHERE } from "#server/http/origin.ts";
import { decodeLoosely } from "#server/identity/tickets.ts";
import { languageOf } from "#server/platform/language.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { sessionByCode } from "#server/sessions/identify.ts";

/** Handles requests for pages. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

/** `shows`: everything that the session's page shows to a visitor without a seat. */
type Found = { code: string; hasSeat: boolean; shows: string };
type Find = (typed: string, request: IncomingMessage) => Promise<Result<Found>>;

/** Counts as a request of the client [L3]. */
export function findSession(parts: Pick<Dependencies, "store" | "limits">, caller: Caller): Find {
  return async (typed, request) => {
    const visitor = caller.visitorOf(request.headers);
    const session = await sessionByCode(parts, decodeLoosely(typed), visitor);
    if (!session.ok) return session;
    const { id, code, phase, settings } = session.value;
    const shows = JSON.stringify([id, phase, isJoinable(session.value), settings]);
    // A cookie counts only if it was signed here for this session.
    return accept({ code, hasSeat: visitor.seatId(session.value) !== null, shows });
  };
}

type RenderedPage = { status: number; headers: OutgoingHttpHeaders; body: Buffer };
type Kept = { page?: RenderedPage; madeAt: number; rendering?: Promise<RenderedPage> | undefined };

/**
 * After how many milliseconds a shared page is rendered again. A session's page is cached by all that it shows, so rendering it
 * again only changes its nonce, and a class that joins within a minute would pay for sixty pages.
 */
const FRESH_FOR = { page: 1_000, session: 30_000 };
/** How long the old page is served while the next one is rendered, in milliseconds. */
const KEPT_FOR = 60_000;
const PAGES_KEPT = 500;
/** Marks a request that renders a shared page. */
const RENDERING_HEADER = "x-resolved-rendering";
/** Pages that look the same to everyone, one of them only to visitors who are not signed in. */
const SAME_FOR_ALL = ["/", "/accessibility", "/help", "/join", "/privacy", "/s/offline"];
/** Where an installed app starts; its worker opens it without a network [W15]. */
const START = "/s/start";
/** Tells the service worker to wait for the network (public/sw.js) [W15]. */
const WAIT_PARAMETER = /(?<=^\/s\/[^?]+)\?wait=1$/u;
const SIGN_IN = "/sign-in";

type Form = { encoding: string; language: Language };

type Options = {
  /** The address this server listens on. */
  at: () => AddressInfo;
  /** The host of the public URL, if there is one. */
  host: string | undefined;
  find: Find;
  now?: () => number;
};

/**
 * [L14] Renders pages that look the same to everyone without a seat once a second, and serves the old one meanwhile.
 * A session's page is cached by what it shows, so that no one reads "open" after joining was closed. It is rendered
 * only for a session that exists, on behalf of the visitor: a wrong code costs no page. [L3]
 */
export function createSharedPages({ at, host, find, now = () => performance.now() }: Options) {
  const key = randomBytes(18).toString("base64url");
  const renderings = new WeakSet<IncomingMessage>();
  const kept = new Map<string, Kept>();

  return {
    /** Whether this request renders a shared page. */
    isRendering: (request: IncomingMessage): boolean => renderings.has(request),

    serve(pages: Pages): Pages {
      return (request, response) => {
        const isRendering = request.headers[RENDERING_HEADER] === key;
        delete request.headers[RENDERING_HEADER];
        if (isRendering) renderings.add(request);
        if (isRendering || request.method !== "GET" || request.headers.rsc !== undefined)
          return pages(request, response);
        answer(request, response, pages).catch(() => pages(request, response));
      };
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse, pages: Pages): Promise<void> {
    const { headers } = request;
    const url = (request.url ?? "").replace(WAIT_PARAMETER, "");
    const isSignedIn = headers.cookie?.includes("resolved.");
    if (SAME_FOR_ALL.includes(url) || (url === SIGN_IN && !isSignedIn))
      return send(response, await shared(url, request));
    if (url === START) return redirect(response, "/");
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
    // One spelling of each code.
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
  ): Promise<RenderedPage> {
    const encoding = /\bgzip\b/u.test(headers["accept-encoding"] ?? "") ? "gzip" : "identity";
    const language = languageOf(headers);
    const name = `${encoding} ${language} ${path} ${shows}`;
    const one: Kept = kept.get(name) ?? { madeAt: Number.NEGATIVE_INFINITY };
    const age = now() - one.madeAt;
    if (one.page && age < (shows === "" ? FRESH_FOR.page : FRESH_FOR.session)) return one.page;
    one.rendering ??= makeAgain(one, path, { encoding, language }, isStillSo);
    kept.set(name, one);
    for (const [oldest] of kept) if (kept.size > PAGES_KEPT) kept.delete(oldest);
    if (one.page && age < KEPT_FOR) return one.page;
    return one.rendering;
  }

  function makeAgain(
    one: Kept,
    path: string,
    { encoding, language }: Form,
    isStillSo: () => Promise<boolean>,
  ) {
    const startedAt = now();
    const { port, address } = at();
    const from = { host: EVERYWHERE.includes(address) ? "127.0.0.1" : address, port, path };
    const rendering = make(from, {
      host: host ?? `127.0.0.1:${port}`,
      "accept-encoding": encoding,
      "accept-language": language,
      [RENDERING_HEADER]: key,
    })
      .then(async (made) => {
        // If the session changed while the page was rendered, the page is not cached for the state before.
        if (made.status < 500 && (await isStillSo())) Object.assign(one, { page: made, madeAt: startedAt });
        return made;
      })
      .finally(() => {
        one.rendering = undefined;
      });
    rendering.catch(() => undefined); // the requests that wait for it handle the error
    return rendering;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "no-store" }).end();
  closeIfLeftUnread(response);
}

function send(response: ServerResponse, { status, headers, body }: RenderedPage): void {
  response.writeHead(status, headers).end(body);
  closeIfLeftUnread(response);
}

type From = { host: string; port: number; path: string };

function make(from: From, headers: Record<string, string>): Promise<RenderedPage> {
  return new Promise((resolve, reject) => {
    const request = get({ ...from, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { date: _date, ...others } = endToEndHeaders(response.headers);
        const body = Buffer.concat(chunks);
        const headers = { ...others, "content-length": body.length };
        resolve({ status: response.statusCode ?? 500, headers, body });
      });
    });
    request.on("error", reject);
  });
}

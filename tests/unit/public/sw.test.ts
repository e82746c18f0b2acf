import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test, vi } from "vitest";

const SOURCE = readFileSync("public/sw.js", "utf8");
const HERE = "https://debate.example";
const SHELL = "/s/offline";
const SCRIPT = "/_next/static/chunks/a%5Bcode%5D.js";
const HTML = `<html lang="en" class="x"><script src="${SCRIPT}"></script><script src="/_next/static/old-browsers.js" noModule=""></script></html>`;

type Handler = (event: object) => void;
type Get = { method?: string; mode?: string };

/** A browser with one service worker a version, a server, and the caches that they share. */
function browser(html = HTML) {
  const caches = new Map<string, Map<string, Response>>();
  const asked: string[] = [];
  const isUp = { now: true };
  /** How long the server takes to answer, in milliseconds. */
  const takes = { now: 0 };
  const pathOf = (request: string | { url: string }) =>
    typeof request === "string" ? request : new URL(request.url).pathname;
  const matchIn = (cache: Map<string, Response> | undefined, request: string | { url: string }) =>
    cache?.get(pathOf(request))?.clone();
  const fetch = async (request: string | { url: string }) => {
    if (!isUp.now) throw new TypeError("no network");
    asked.push(pathOf(request));
    if (takes.now > 0) await new Promise((resolve) => setTimeout(resolve, takes.now));
    return new Response(pathOf(request) === SHELL ? html : `from the server: ${pathOf(request)}`);
  };
  const open = async (name: string) => {
    const cache = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, cache);
    return {
      match: async (request: string) => matchIn(cache, request),
      put: async (request: string | { url: string }, answer: Response) => cache.set(pathOf(request), answer),
      add: async (path: string) => cache.set(path, await fetch(path)),
    };
  };
  const storage = {
    open,
    match: async (request: string | { url: string }) =>
      [...caches.values()].map((cache) => matchIn(cache, request)).find(Boolean),
    keys: async () => [...caches.keys()],
    delete: async (name: string) => caches.delete(name),
  };
  return {
    caches,
    asked,
    isUp,
    takes,
    /** A worker, and how it takes an event: what it answers, once all that it waits for is done. */
    worker(version?: string) {
      const handlers = new Map<string, Handler>();
      const done: string[] = [];
      const self = {
        VERSION: version,
        location: { origin: HERE },
        addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
        skipWaiting: () => done.push("skipWaiting"),
        clients: { claim: async () => done.push("claim") },
        registration: { unregister: async () => done.push("unregister") },
      };
      runInNewContext(SOURCE, { self, caches: storage, fetch, URL, Promise, setTimeout });
      const take = async (name: string, given: object = {}): Promise<Response | undefined> => {
        const waited: unknown[] = [];
        let answered: Promise<Response> | undefined;
        handlers.get(name)?.({
          ...given,
          waitUntil: (promise: unknown) => waited.push(promise),
          respondWith: (promise: Promise<Response>) => {
            answered = promise;
          },
        });
        await Promise.all(waited);
        return answered;
      };
      const get = (path: string, { method = "GET", mode = "no-cors" }: Get = {}) =>
        take("fetch", { request: { method, mode, url: new URL(path, HERE).href } });
      return { done, take, get };
    },
  };
}

test("[W16] the worker answers for a session's page and built files, and leaves everything else to the network", async () => {
  const { worker, asked } = browser();
  const { take, get } = worker("one");
  await take("install");
  asked.length = 0;
  const page = { mode: "navigate" };
  const others: [path: string, how?: Get][] = [
    ...["/", "/join", "/host/4K7M2Q", "/screen/4K7M2Q", "/results/4K7M2Q", "/account", "/dashboard"].map(
      (path): [string, Get] => [path, page],
    ),
    ["/s/4K7M2Q/card", page],
    ["/s/4K7M2Q", { method: "POST", mode: "navigate" }],
    ["/s/4K7M2Q?_rsc=1", { mode: "cors" }],
    ["/api/sessions/4K7M2Q/mine"],
    ["/api/sessions/4K7M2Q/debate"],
    ["/api/sessions/4K7M2Q/join", { method: "POST" }],
    ["/socket.io/?EIO=4"],
    ["/icon.svg"],
    ["https://elsewhere.example/s/4K7M2Q", page],
    ["https://elsewhere.example/_next/static/chunks/a.js"],
  ];
  for (const [path, how] of others) expect([path, await get(path, how)]).toEqual([path, undefined]);
  expect(await get("/s/4K7M2Q", page)).toBeDefined();
  expect(await get(SCRIPT)).toBeDefined();
});

test("[W16] a page comes from the server while it answers, is never kept, and without a network the shell takes its place", async () => {
  const { worker, caches, isUp } = browser();
  const { take, get } = worker("one");
  await take("install");
  const page = () => get("/s/4K7M2Q", { mode: "navigate" });
  expect(await (await page())?.text()).toBe("from the server: /s/4K7M2Q");
  isUp.now = false;
  expect(await (await page())?.text()).toBe(HTML);
  expect(await (await get(SCRIPT))?.text()).toBe(`from the server: ${SCRIPT}`);
  expect([...(caches.get("resolved-one")?.keys() ?? [])].sort()).toEqual([SCRIPT, SHELL]);
});

test("[W15] a page has 11 s, longer than the server takes; a shell that has nothing to show waits for it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { worker, isUp, takes } = browser();
  const { take, get } = worker("one");
  await take("install");
  const shown = async (path: string, seconds: number) => {
    takes.now = seconds * 1_000;
    const page = get(path, { mode: "navigate" });
    await vi.advanceTimersByTimeAsync(60_000);
    return (await page)?.text();
  };
  expect(await shown("/s/4K7M2Q", 10)).toBe("from the server: /s/4K7M2Q");
  expect(await shown("/s/4K7M2Q", 12)).toBe(HTML);
  expect(await shown("/s/4K7M2Q?wait=1", 50)).toBe("from the server: /s/4K7M2Q");
  isUp.now = false;
  expect(await shown("/s/4K7M2Q?wait=1", 0)).toBe(HTML);
});

test("[W16] of what a page says it has loaded, only built files are kept, and the shell in the page's language", async () => {
  const { worker, caches, asked } = browser();
  const { take } = worker("one");
  await take("install");
  asked.length = 0;
  const later = "/_next/static/chunks/later.js";
  const parts = [
    later,
    SCRIPT,
    "/api/account",
    "/results/4K7M2Q",
    "https://elsewhere.example/_next/static/a.js",
  ];
  await take("message", { data: { parts, language: "en" } });
  expect(asked).toEqual([later]);
  await take("message", { data: { parts, language: "ja" } });
  expect(asked).toEqual([later, SHELL]);
  expect([...(caches.get("resolved-one")?.keys() ?? [])].sort()).toEqual([later, SCRIPT, SHELL].sort());
});

test("[W18] a new version leaves the old one's parts until it takes over, keeps those that both share, and one without a version removes everything", async () => {
  const { worker, caches, asked, isUp } = browser();
  const old = worker("one");
  await old.take("install");
  await old.take("activate");
  caches.get("resolved-one")?.set("/_next/static/old.js", new Response("old"));
  caches.set("another program's", new Map());
  const next = worker("two");
  await next.take("install");
  expect(next.done).toEqual([]);
  isUp.now = false;
  expect(await (await old.get("/_next/static/old.js"))?.text()).toBe("old");
  await next.take("activate");
  expect([...caches.keys()]).toEqual(["another program's", "resolved-two"]);
  expect(next.done).toEqual(["claim"]);
  // What both builds share was asked for once, and stays.
  expect(asked.filter((path) => path === SCRIPT)).toHaveLength(1);
  expect(await (await next.get(SCRIPT))?.text()).toBe(`from the server: ${SCRIPT}`);

  const off = worker();
  await off.take("install");
  await off.take("activate");
  expect(off.done).toEqual(["skipWaiting", "unregister"]);
  expect([...caches.keys()]).toEqual(["another program's"]);
  expect(await off.get("/s/4K7M2Q", { mode: "navigate" })).toBeUndefined();
});

test("[W18] a version is not installed from a network that answers with a page of its own", async () => {
  const { worker, caches } = browser("<p>Sign in to the school's network</p>");
  await expect(worker("one").take("install")).rejects.toThrow("did not send its page");
  expect(caches.size).toBe(0);
});

import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { accept, refuse } from "#debate/rules/result.ts";
import { createSharedPages, type Pages } from "#server/http/shared-pages.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** A page process that counts what it makes. While `held` is true, what it is asked for waits in `asked`. */
function countingPages() {
  const asked: { url: string; answer: (status?: number) => void }[] = [];
  const state = { made: 0, held: false, asked };
  const pages: Pages = ({ url = "", headers }, response: ServerResponse) => {
    state.made += 1;
    const number = state.made;
    const answer = (status = 200) =>
      response.writeHead(status, { "x-made": number }).end(`${url} ${headers.host}`);
    if (state.held) asked.push({ url, answer });
    else answer();
  };
  return { state, pages };
}

const numberOf = (response: Response) => Number(response.headers.get("x-made"));

/** Answers once the page process was asked for so many pages. */
const untilMade = (state: { made: number }, count: number) =>
  expect.poll(() => state.made, { interval: 5 }).toBe(count);

async function startShared(shows: () => string = () => "open") {
  const { state, pages } = countingPages();
  let now = 0;
  const shared = createSharedPages({
    now: () => now,
    at: () => server.address() as AddressInfo,
    host: "school.example",
    find: async (typed) =>
      typed.startsWith("WRXNG")
        ? refuse("not-found")
        : accept({ code: typed.toUpperCase(), hasSeat: false, shows: shows() }),
  });
  const server = createServer(shared.serve(pages)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    pass(milliseconds: number): void {
      now += milliseconds;
    },
    ask: (path: string, headers: Record<string, string> = {}) =>
      fetch(url + path, { headers, redirect: "manual" }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("[E1] a shared page is rendered once for each language, and no one is served another's", async () => {
  await using shared = await startShared();
  const ask = async (headers: Record<string, string>) => numberOf(await shared.ask("/join", headers));
  expect(await ask({ "accept-language": "ja" })).toBe(1);
  expect(await ask({ "accept-language": "en-US" })).toBe(2);
  expect(await ask({ "accept-language": "fr" })).toBe(2);
  expect(await ask({ "accept-language": "en", cookie: "a=b; language=ja; c=d" })).toBe(1);
  expect(await ask({ "accept-language": "ja-JP", cookie: "language=en" })).toBe(2);
});

test("[L14] pages that are the same for everyone are rendered once for a hundred requests, whatever their cookies", async () => {
  await using shared = await startShared();
  for (const [count, path] of [
    "/",
    "/help",
    "/join",
    "/privacy",
    "/accessibility",
    "/s/offline",
    "/sign-in",
    "/s/ABC234",
  ].entries()) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => shared.ask(path, { cookie: "seat-X=1" })),
    );
    expect([path, new Set(answers.map(numberOf))]).toEqual([path, new Set([count + 1])]);
    // The host is this server's, not what the first one said.
    expect(await answers[99]?.text()).toBe(`${path} school.example`);
  }
});

test("[L3, L14] wrong codes and other spellings redirect without rendering, and each different page is rendered once", async () => {
  await using shared = await startShared();
  const leads = async (path: string) => {
    const { status, headers } = await shared.ask(path);
    return [status, headers.get("location")];
  };
  expect(await leads("/s/WRXNG1")).toEqual([303, "/join?refused=not-found&code=WRXNG1"]);
  expect(await leads("/s/start")).toEqual([303, "/"]);
  expect(await leads("/s/abc234")).toEqual([303, "/s/ABC234"]);
  expect(await leads("/join?code=abc-234")).toEqual([303, "/s/ABC234"]);
  expect(await leads("/join?code=+abc%20234")).toEqual([303, "/s/ABC234"]);
  expect(shared.state.made).toBe(0);
  for (const [index, [path, headers]] of [
    ["/s/ABC234?refused=closed", {}],
    ["/s/ABC234", { rsc: "1" }],
    ["/s/ABC234", {}],
    ["/s/XYZ789", {}],
    ["/join?code=not+a+code", {}],
    ["/sign-in", { cookie: "resolved.session_token=x" }],
    ["/join", { "x-resolved-making": "a guess" }],
    ["/join", {}],
  ].entries() as IterableIterator<[number, [string, Record<string, string>]]>)
    expect([path, numberOf(await shared.ask(path, headers))]).toEqual([path, Math.min(index + 1, 7)]);
});

test("[L14] while the next page is rendered everyone gets the last one, for a minute, even if rendering fails or hangs", async () => {
  await using shared = await startShared();
  const { state } = shared;
  const answers = async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => shared.ask("/join")));
    return [...new Set(asked.map(numberOf))];
  };
  expect(await answers()).toEqual([1]);
  state.held = true;
  shared.pass(1_000);
  expect(await answers()).toEqual([1]);
  await untilMade(state, 2);
  shared.pass(10_000);
  expect(await answers()).toEqual([1]);
  expect(state.made).toBe(2);
  // One that failed is made again by the next who asks.
  state.asked.pop()?.answer(503);
  await expect.poll(async () => [await answers(), state.made]).toEqual([[1], 3]);
  state.asked.pop()?.answer();
  await expect.poll(answers).toEqual([3]);
  // A page older than a minute is not shown.
  shared.pass(60_000);
  const late = answers();
  await untilMade(state, 4);
  state.asked.pop()?.answer();
  expect(await late).toEqual([4]);
});

test("[L14] a cached page is not shown once its content changed, and not cached if that happened during rendering", async () => {
  let shows = "open";
  await using shared = await startShared(() => shows);
  const { state } = shared;
  expect(numberOf(await shared.ask("/s/ABC234"))).toBe(1);
  shows = "locked";
  expect(numberOf(await shared.ask("/s/ABC234"))).toBe(2);
  shows = "open";
  expect(numberOf(await shared.ask("/s/ABC234"))).toBe(1);
  // It may show the state from before or after the change, so it is not cached.
  shows = "closed";
  state.held = true;
  const asked = shared.ask("/s/ABC234");
  await untilMade(state, 3);
  shows = "open";
  state.asked.pop()?.answer();
  expect(numberOf(await asked)).toBe(3);
  shows = "closed";
  state.held = false;
  expect(numberOf(await shared.ask("/s/ABC234"))).toBe(4);
});

test("[L14] a real session's page: a forged cookie renders none, a seat has its own, and a phase change shows at once", async () => {
  const { state, pages } = countingPages();
  await using server = await startServer({ pages });
  const { code } = server.session;
  const page = async (cookie = "") => numberOf(await server.request(`/s/${code}`, { headers: { cookie } }));
  const tickets = Array.from({ length: 100 }, (_, n) => `${n}.9999999999999.signed-by-nobody`);
  await Promise.all(tickets.map((ticket) => page(`seat-${code}=${ticket}; seat-ABC234=${ticket}`)));
  expect(state.made).toBeLessThan(10); // one a second
  const { ticket } = await server.join();
  const own = await Promise.all(Array.from({ length: 20 }, () => page(`seat-${code}=${ticket}`)));
  expect(new Set(own).size).toBe(20);
  const host = await server.connect("host");
  const before = state.made;
  await moveTo(host, "before");
  expect(await page()).toBeGreaterThan(before);
  const open = state.made;
  await host.send("host:lock", { locked: true });
  expect(await page()).toBeGreaterThan(open);
  await server.asHost("", { method: "DELETE" });
  expect((await server.request(`/s/${code}`)).status).toBe(303);
});

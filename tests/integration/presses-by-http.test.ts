import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";
import { expect, test, vi } from "vitest";
import { press } from "#app/shared/press.ts";
import { startProxy } from "#tests/faults/proxy.ts";
import { createDice } from "#tests/support/chance.ts";
import { stored } from "#tests/support/host-messages.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { STAGED } from "#tests/support/reveal.ts";
import { startServer } from "#tests/support/server.ts";

/** Each request that a host presses while a lesson runs; the last one deletes the session. */
async function room(clock: () => number) {
  const server = await startServer({ settings: STAGED, clock });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), reason: "Because." });
  await moveTo(host, "rebuttal");
  const posted = rebuttal();
  expect(await ada.send("rebuttal:post", posted)).toMatchObject(OK);
  await moveTo(host, "results");
  const { words } = (await (await server.asHost("/words")).json()) as { words: { id: string }[] };
  const { version } = (await host.sync()).session;
  const slip = { id: randomUUID(), before: "for", after: "against" };
  const presses: [method: "POST" | "DELETE", path: string, body?: object][] = [
    ["POST", "/step", { step: "guess", version }],
    ["POST", "/links/results"],
    ["DELETE", "/links/screen"],
    ["POST", "/paper", { slips: [slip], change: false }],
    ["DELETE", `/paper/${slip.id}`],
    ["POST", "/picks", { reason: words[0]?.id, on: true }],
    ["POST", "/passes", { count: 3, known: 0 }],
    ["POST", "/projectors", { code: "AAAAAA" }],
    ["DELETE", `/participants/${ada.participantId}`],
    ["DELETE", `/rebuttals/${posted.id}`],
    ["DELETE", ""],
  ];
  return { server, host, presses, at: `/api/sessions/${server.session.code}` };
}

test("[W23] no request that a network holds back past its time is carried out, and neither is one whose body is", async () => {
  let now = Date.now();
  const { server, presses, at } = await room(() => now);
  await using _server = server;
  await using link = await startProxy(server.url, createDice());
  const before = await stored(server);
  const told = (await (await fetch(`${server.url}/api/time`)).json()) as { now: number };
  expect(told).toEqual({ now });
  const headers = { cookie: server.cookie, origin: link.url, "x-until": String(now + 2_000) };
  link.set({ stalls: true });
  const json = { "content-type": "application/json" };
  const answers = presses.map(([method, path, body]) =>
    fetch(link.url + at + path, {
      method,
      headers: { ...headers, ...(body && json) },
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
  const { port } = new URL(server.url);
  const body = JSON.stringify({ count: 3, known: 0 });
  const slow = net.connect(Number(port), "127.0.0.1");
  const lines = { ...headers, ...json, origin: server.url, host: `127.0.0.1:${port}`, connection: "close" };
  const head = Object.entries({ ...lines, "content-length": body.length }).map((line) => line.join(": "));
  slow.write(`POST ${at}/passes HTTP/1.1\r\n${head.join("\r\n")}\r\n\r\n${body.slice(0, 5)}`);
  // Once the server has answered someone else, it has the head.
  expect(await (await server.request("/api/time")).json()).toEqual({ now });
  now += 2_001;
  slow.write(body.slice(5));
  link.set({});
  for (const [n, answer] of (await Promise.all(answers)).entries())
    expect(await answer.json(), presses[n]?.join(" ")).toMatchObject({ error: { code: "late" } });
  expect(String(await slow.setEncoding("utf8").take(1).toArray())).toContain("HTTP/1.1 409");
  expect(await stored(server)).toEqual(before);
  expect((await (await server.asHost("/passes")).json()) as object).toEqual({ passes: [] });
});

test("[W23] a press by HTTP that can't leave, or whose answer is lost, is reported in three seconds and can be pressed again", async () => {
  const { server, host, at } = await room(Date.now);
  await using _server = server;
  await using link = await startProxy(server.url, createDice());
  let afterTime: () => void = () => undefined;
  const headersOf = (init: RequestInit) => ({ ...init.headers, cookie: server.cookie, origin: link.url });
  const { fetch: real } = globalThis;
  using _stubbed = { [Symbol.dispose]: () => vi.unstubAllGlobals() };
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const answer = await real(link.url + path, { ...init, headers: headersOf(init) });
    if (path === "/api/time") afterTime();
    return answer;
  });
  const { version } = (await host.sync()).session;
  const step = () => press("POST", `${at}/step`, { step: "guess", version });
  const shown = async () => (await host.sync()).session.step;
  link.set({ stalls: true });
  expect(await step()).toEqual({ ok: false, code: "late" });
  link.set({});
  // The time is told, and then nothing leaves any more.
  afterTime = () => link.set({ stalls: true });
  expect(await step()).toEqual({ ok: false, code: "late" });
  afterTime = () => undefined;
  link.set({});
  expect(await shown()).toBe("covered");
  afterTime = () => link.set({ stalls: "answers" });
  expect(await step()).toEqual({ ok: false, code: "late" });
  afterTime = () => undefined;
  link.set({});
  expect(await shown()).toBe("guess");
  expect(await step()).toMatchObject({ ok: false, code: "stale" });
  expect(
    await press("POST", `${at}/step`, { step: "before", version: (await host.sync()).session.version }),
  ).toMatchObject({
    ok: true,
  });
});

test("[W23] every request by which a page of a running lesson changes something is sent as a press", () => {
  const files = ["activities", "host", "screen", "results"].flatMap((folder) =>
    readdirSync(`app/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => `app/${folder}/${name}`),
  );
  const asking = files.filter((file) =>
    /\bask(<[^(]*>)?\(\s*"(?!GET")[A-Z]+"/u.test(readFileSync(file, "utf8")),
  );
  // [Q60] Grades are sent once the lesson is over. [Q21] Marks are kept on the device until they are saved. The computer of a projector
  // that isn't connected yet asks for a code.
  expect(asking).toEqual([
    "app/host/course/grades-request.ts",
    "app/host/marks/marks-store.ts",
    "app/screen/WaitingProjector.tsx",
  ]);
});

import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom } from "#debate/rules/codes.ts";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const GUESSES = 300;
/** How many are tried at least: ten times as many as an address may. */
const TRIED = 3_000;
const guess = () => codeFrom(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_ALPHABET.length)));

function* guesses(count: number, headers?: (n: number) => Record<string, string>): Generator<string> {
  for (let n = 0; n < count; n += 1) yield asking(`/api/sessions/${guess()}`, headers?.(n));
}

const from = (address: string) => ({ "x-forwarded-for": address });

/** Guesses from an address until its guesses are refused. */
const exhaust = (server: TestServer, address: string) =>
  pipelined(
    server.url,
    guesses(GUESSES, () => from(address)),
  );

test(`[L3] ${TRIED} guesses against 50 open sessions find none and are refused early, while a classmate joins and votes`, async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "before");
  await Promise.all(Array.from({ length: 49 }, () => server.open()));
  let areIn = false;
  let asked = 0;
  // At least so many, and on until the classmates have voted.
  function* guessesUntilAllAreIn(): Generator<string> {
    for (; asked < TRIED || !areIn; asked += 1) yield* guesses(1);
  }
  const guessing = pipelined(server.url, guessesUntilAllAreIn());
  // The same address throughout: the guesser sits in the class.
  for (let classmate = 0; classmate < 5; classmate += 1) {
    const student = await server.connect("student");
    expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  }
  areIn = true;
  const statuses = await guessing;
  expect(statuses.get(200)).toBeUndefined();
  expect(statuses.get(404)).toBeLessThanOrEqual(GUESSES);
  expect(statuses.get(429)).toBe(asked - (statuses.get(404) ?? 0));
  expect((await host.sync()).session.joined).toBe(5);
});

describe("an address that guessed too many codes", () => {
  const SCHOOL = "192.0.2.7";
  const card = (server: TestServer, code: string, headers: Record<string, string>) =>
    server.request(`/api/sessions/${code}`, { headers });
  const join = (server: TestServer, code: string, headers: Record<string, string>) =>
    server.request(`/api/sessions/${code}/join`, { json: {}, headers });

  test("[L3] finds no new session, even with a right code, and is told when to retry; other addresses find them", async () => {
    await using server = await startServer({ trustProxy: true });
    const { code } = server.session;
    await exhaust(server, SCHOOL);
    const refused = await card(server, code, from(SCHOOL));
    expect([refused.status, (await refused.json()).error.code]).toEqual([429, "too-many"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await join(server, code, from(SCHOOL))).status).toBe(429);
    const headers = from(SCHOOL);
    const screen = server.connect("screen", { key: "no key of this session" }, { headers });
    await expect(screen).rejects.toMatchObject({ code: "too-many" });
    expect((await join(server, code, from("192.0.2.8"))).status).toBe(201);
  });

  test("[L4] lets in anyone with a seat, a link or the host's cookie, and the address knows the session from then on", async () => {
    await using server = await startServer({ trustProxy: true });
    const [{ code }, second] = [server.session, await server.open()];
    const seat = await server.join();
    await exhaust(server, SCHOOL);
    const cookie = `seat-${code}=${seat.ticket}`;
    expect((await card(server, code, { ...from(SCHOOL), cookie })).status).toBe(200);
    expect((await card(server, second.code, { ...from(SCHOOL), cookie })).status).toBe(429);
    expect((await join(server, code, from(SCHOOL))).status).toBe(429);
    const student = await server.connect("student", { ticket: seat.ticket }, { headers: from(SCHOOL) });
    expect(await student.sync()).toMatchObject(OK);
    expect((await join(server, code, from(SCHOOL))).status).toBe(201);
    expect((await join(server, second.code, from(SCHOOL))).status).toBe(429);
    await server.connect("host", { code: second.code }, { headers: from(SCHOOL), cookie: server.cookie });
    expect((await join(server, second.code, from(SCHOOL))).status).toBe(201);
    await exhaust(server, "192.0.2.9");
    await server.connect("screen", {}, { headers: from("192.0.2.9") });
    expect((await join(server, code, from("192.0.2.9"))).status).toBe(201);
  });

  test("[L3] is the whole /64 in IPv6, and a forged seat makes no exception", async () => {
    await using server = await startServer({ trustProxy: true });
    const { code } = server.session;
    const inOneNetwork = (n: number) => from(`2001:db8:1:2:${(n % 60_000).toString(16)}::1`);
    await pipelined(server.url, guesses(GUESSES, inOneNetwork));
    expect((await card(server, code, inOneNetwork(7))).status).toBe(429);
    expect((await card(server, code, from("2001:db8:1:3::1"))).status).toBe(200);
    const cookie = `seat-${code}=00000000-0000-4000-8000-000000000000.${"A".repeat(43)}`;
    expect((await card(server, code, { ...inOneNetwork(8), cookie })).status).toBe(429);
  });
});

test("[L3] while 120 addresses guess, each other address may mistype ten times, and right codes work", async () => {
  await using server = await startServer({ trustProxy: true });
  const { code } = server.session;
  const spread = (n: number) => from(`198.51.${Math.floor(n / 100)}.7`);
  const statuses = await pipelined(server.url, guesses(12_000, spread));
  expect(statuses.get(200)).toBeUndefined();
  const ask = (typed: string) => server.request(`/api/sessions/${typed}`, { headers: from("203.0.113.9") });
  for (let wrong = 0; wrong < 9; wrong += 1) expect((await ask(guess())).status).toBe(404);
  expect((await ask(code)).status).toBe(200);
  expect((await ask(guess())).status).toBe(404);
  expect((await ask(code)).status).toBe(429);
});

test("[L3] guesses through the student's page count for the guesser, and lock no one else out", async () => {
  let pages = 0;
  await using server = await startServer({
    trustProxy: true,
    pages: (_request, response) => {
      pages += 1;
      response.end("a page");
    },
  });
  const { code } = server.session;
  const ask = async (typed: string, address: string) => {
    const response = await fetch(`${server.url}/s/${typed}`, { headers: from(address), redirect: "manual" });
    return [response.status, response.headers.get("location")];
  };
  for (let n = 0; n < GUESSES; n += 1) expect((await ask(guess(), "192.0.2.7"))[0]).toBe(303);
  expect(await ask(code, "192.0.2.7")).toEqual([303, `/join?refused=too-many&code=${code}`]);
  expect(pages).toBe(0);
  expect(await ask(code, "192.0.2.8")).toEqual([200, null]);
  expect(pages).toBe(1);
});

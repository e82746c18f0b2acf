import { randomUUID } from "node:crypto";
import { describe, expect, type Mock, test, vi } from "vitest";
import { LINKS, type Link } from "#debate/rules/rights.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { cookiesOf, keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const NOBODY = { cookie: undefined };
const FORBIDDEN = { code: "forbidden" };

async function make(server: TestServer, link: Link): Promise<string> {
  const made = await server.asHost(`/links/${link}`, { method: "POST" });
  expect(made.status).toBe(201);
  return keyIn((await made.json()).url);
}

const takeBack = (server: TestServer, link: Link) => server.asHost(`/links/${link}`, { method: "DELETE" });
const assist = (server: TestServer, key: string) => server.connect("host", { key }, NOBODY);
const ended = ({ socket }: Client) => new Promise((resolve) => socket.once("disconnect", resolve));

test("[A1] only the host makes links and takes them back", async () => {
  await using server = await startServer();
  const colleague = await server.colleague();
  const assistant = await make(server, "assistant");
  for (const method of ["POST", "DELETE"])
    for (const link of LINKS) {
      const ask = (suffix: string, headers = {}) => server.asStranger(suffix, { method, headers });
      expect((await ask(`/links/${link}`)).status).toBe(401);
      expect((await ask(`/links/${link}?key=${assistant}`)).status).toBe(401);
      expect((await ask(`/links/${link}`, { cookie: colleague })).status).toBe(403);
    }
  for (const link of ["host", "constructor", ""])
    expect((await server.asHost(`/links/${link}`, { method: "POST" })).status).toBe(404);
  await assist(server, assistant);
});

test("[A2] a key opens its own link of its own session and nothing else", async () => {
  await using server = await startServer();
  const other = await server.open();
  const made = await server.asInstructor(`/api/sessions/${other.code}/links/assistant`, {
    method: "POST",
  });
  const otherKey = keyIn((await made.json()).url);
  // Before there is a link, nothing opens it.
  for (const key of ["", "null", otherKey])
    await expect(assist(server, key)).rejects.toMatchObject(FORBIDDEN);
  const keys = { screen: "", assistant: "", results: "" };
  for (const link of LINKS) keys[link] = await make(server, link);
  expect(new Set(Object.values(keys)).size).toBe(3);
  for (const key of Object.values(keys)) expect(key.length).toBeGreaterThanOrEqual(22);

  const { pageApi } = server.app;
  const pages = {
    assistant: (key: string) => pageApi.host(new Headers(), server.session.code, key),
    screen: (key: string) => pageApi.screen(new Headers(), server.session.code, key),
  };
  for (const [as, link] of [
    ["host", "assistant"],
    ["screen", "screen"],
  ] as const) {
    const wrong = [
      ...LINKS.filter((each) => each !== link).map((each) => keys[each]),
      otherKey,
      `${keys[link]}x`,
    ];
    for (const key of [...wrong, ""]) {
      await expect(server.connect(as, { key }, NOBODY)).rejects.toMatchObject(FORBIDDEN);
      expect(await pages[link](key)).toMatchObject({ ok: false, ...FORBIDDEN });
    }
    expect((await (await server.connect(as, { key: keys[link] }, NOBODY)).sync()).session.phase).toBe(
      "lobby",
    );
    expect(await pages[link](keys[link])).toMatchObject({ ok: true });
  }
  // The host's page has the links, an assistant's has none.
  const host = await pageApi.host(new Headers({ cookie: server.cookie }), server.session.code);
  expect(host).toMatchObject({
    value: { role: "host", links: { results: `/results/${server.session.code}?key=${keys.results}` } },
  });
  const assistant = await pages.assistant(keys.assistant);
  expect(assistant).toMatchObject({ value: { role: "assistant", links: {} } });
  for (const key of Object.values(keys)) expect(JSON.stringify(assistant)).not.toContain(key);
});

describe("[A3] an assistant", () => {
  test("sees no real name, not who has voted, and no tally before the wall shows it", async () => {
    await using server = await startServer({
      settings: { identity: "pseudonym", moderation: "before" },
    });
    const host = await server.connect("host");
    const assistant = await assist(server, await make(server, "assistant"));
    const { ticket } = await server.join("Ada Lovelace");
    const ada = await server.connect("student", { ticket });
    await moveTo(host, "before");
    await ada.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal");
    const posted = rebuttal();
    await ada.send("rebuttal:post", posted);
    await host.hearsRoster(
      ({ seats }) => seats[0]?.realName === "Ada Lovelace" && seats[0].voted?.length === 1,
    );
    await host.sees(({ tally }) => tally?.before?.for === 1);
    // Assistants decide about waiting rebuttals, so they read them.
    expect(await assistant.sees(({ queue }) => queue === 1)).not.toHaveProperty("tally");
    await assistant.hearsRoster(({ connected }) => connected === 1);
    const synced = await assistant.sync();
    expect(synced.session).not.toHaveProperty("tally");
    expect(synced.rebuttals).toMatchObject([{ id: posted.id, status: "pending", reports: [] }]);
    expect(synced.roster?.seats).toEqual([
      { participantId: ada.participantId, name: expect.any(String), connected: true },
    ]);
    expect(JSON.stringify([assistant.heard, assistant.answers])).not.toContain("Lovelace");
    await host.send("host:reveal", { on: true });
    await assistant.sees(({ tally }) => tally?.before?.for === 1);
  });
});

describe("[A4] a link that was replaced or revoked", () => {
  test.each(["screen", "assistant"] as const)(
    "%s: only those who used the old key are disconnected",
    async (link) => {
      await using server = await startServer();
      const as = link === "screen" ? "screen" : "host";
      const host = await server.connect("host");
      const byCookie = await server.connect("screen", { key: "" }, { cookie: server.cookie });
      const enter = (key: string) => server.connect(as, { key }, NOBODY);
      const first = await make(server, link);
      const one = await enter(first);
      const oneEnds = ended(one);
      const second = await make(server, link);
      expect(await oneEnds).toBe("io server disconnect");
      await expect(enter(first)).rejects.toMatchObject(FORBIDDEN);
      const two = await enter(second);
      const twoEnds = ended(two);
      expect((await takeBack(server, link)).status).toBe(204);
      expect(await twoEnds).toBe("io server disconnect");
      for (const key of [first, second, ""]) await expect(enter(key)).rejects.toMatchObject(FORBIDDEN);
      expect((await takeBack(server, link)).status).toBe(204);
      await server.restart();
      await expect(enter(second)).rejects.toMatchObject(FORBIDDEN);
      for (const client of [host, byCookie]) {
        await client.connected();
        expect((await client.sync()).session.phase).toBe("lobby");
      }
    },
  );

  test("lets no one in if the key was replaced while it was checked", async () => {
    await using server = await startServer();
    const key = await make(server, "assistant");
    const read = server.database.rows;
    const reading = vi.spyOn(server.database, "rows") as unknown as Mock;
    reading.mockImplementationOnce(async (asked) => {
      const rows = await read(asked);
      await takeBack(server, "assistant");
      return rows;
    });
    const assistant = await assist(server, key);
    if (assistant.socket.connected) await ended(assistant);
    expect(reading).toHaveBeenCalled();
  });
});

test("[A5] results are public from results on, or limited to the class and holders of their link", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const { ticket } = await server.join();
  const banned = await server.join();
  await host.send("host:remove", { participantIds: [banned.participantId] });
  const elsewhere = await server.open();
  const stranger = await server.join(undefined, elsewhere.code);
  const { code, urls } = server.session;
  const seat = (held: { ticket: string }, of = code) => ({ cookie: `seat-${of}=${held.ticket}` });
  const key = await make(server, "results");
  const old = keyIn(elsewhere.urls.screen);
  const asking: [who: string, suffix: string, headers: Record<string, string>, kept: number][] = [
    ["the host", "", { cookie: server.cookie }, 200],
    ["the host for the class", "?as=class", { cookie: server.cookie }, 200],
    ["a seat", "", seat({ ticket }), 200],
    ["the link", `?key=${key}`, {}, 200],
    ["the screen", new URL(urls.screen).search, {}, 200],
    ["the code alone", "", {}, 403],
    ["the code alone, for the class", "?as=class", {}, 403],
    ["a colleague", "", { cookie: await server.colleague() }, 403],
    ["a seat that was taken away", "", seat(banned), 403],
    ["a seat of another session", "", seat(stranger), 403],
    ["a key of another session", `?key=${old}`, {}, 403],
  ];
  const statusOf = async (suffix: string, headers: Record<string, string>) =>
    (await server.asStranger(`/results${suffix}`, { headers })).status;

  await host.send("host:results", { kept: true });
  // No key opens them early, and what the host shows to the class does not come early either.
  for (const [who, suffix, headers] of asking)
    expect(await statusOf(suffix, headers), who).toBe(who === "the host" ? 200 : 403);
  await moveTo(host, "closed");
  expect((await host.sync()).session.resultsKept).toBe(true);
  for (const [who, suffix, headers, kept] of asking) expect(await statusOf(suffix, headers), who).toBe(kept);

  const { pageApi } = server.app;
  const read = (headers: Record<string, string>, shown?: string) =>
    pageApi.results(new Headers(headers), code, shown);
  expect(await read({})).toMatchObject({ ok: false, ...FORBIDDEN });
  expect(await read({}, key)).toMatchObject({ ok: true, value: { isHost: false } });
  await takeBack(server, "results");
  expect(await read({}, key)).toMatchObject({ ok: false, ...FORBIDDEN });
  expect(await read(seat({ ticket }))).toMatchObject({ ok: true });

  await host.send("host:results", { kept: false });
  for (const [who, suffix, headers] of asking) expect(await statusOf(suffix, headers), who).toBe(200);
});

test("[A4] when one control room makes, renews or turns off a link, the host's others are told, and no one else", async () => {
  await using server = await startServer();
  const assistant = await server.connect("host", { key: await make(server, "assistant") }, NOBODY);
  const [first, second] = [await server.connect("host"), await server.connect("host")];
  const screen = await server.connect("screen");
  const at = (page: string, key: string) => `/${page}/${server.session.code}?key=${key}`;
  for (const _ of ["made", "renewed"]) {
    const results = at("results", await make(server, "results"));
    for (const host of [first, second]) await host.sees(({ links }) => links?.results === results);
  }
  expect((await second.sync()).session.links?.screen).toBe(at("screen", keyIn(server.session.urls.screen)));
  await takeBack(server, "results");
  await second.sees(({ links }) => links !== undefined && !links.results);
  for (const other of [assistant, screen]) {
    expect((await other.sync()).session).not.toHaveProperty("links");
    expect(other.heard.filter(({ payload }) => JSON.stringify(payload).includes("key="))).toEqual([]);
  }
});

test("[A5][P6] joining late does not open results that are limited to the class", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const ada = await server.asStranger("/join", { json: {} });
  const joins = async (headers = {}) =>
    (await server.asStranger("/join", { json: { name: "Eve" }, headers })).status;
  const joinable = async () => (await (await server.asStranger("")).json()).joinable;
  await host.send("host:results", { kept: true });
  expect([await joins(), await joinable()]).toEqual([201, true]);
  await moveTo(host, "results");
  expect([await joins(), await joinable()]).toEqual([409, false]);
  expect(await joins({ cookie: cookiesOf(ada) })).toBe(200);
  // Also if joining was closed only after the check.
  const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
  const seat = { id: randomUUID(), sessionId, name: "Eve", realName: null, claimHash: null, at: 1 };
  expect(await createStore(server.database).participants.seat(seat)).toBe("shut");
  await host.send("host:results", { kept: false });
  expect([await joins(), await joinable()]).toEqual([201, true]);
});

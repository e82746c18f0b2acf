import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Counted } from "#debate/counting/results.ts";
import { createStore } from "#server/store/store.ts";
import { startTwoServers } from "#tests/cluster/two-servers.ts";
import type { Client } from "#tests/support/client.ts";
import { type Redis, startRedis } from "#tests/support/engines.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { keyIn, postJson } from "#tests/support/requests.ts";
import { STAGED, showStep } from "#tests/support/reveal.ts";

let redis: Redis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

const twoServers = (options?: Parameters<typeof startTwoServers>[1]) => startTwoServers(redis.url, options);

describe("two servers", () => {
  test("a lesson with the host on one and phones and screen on both is one lesson", async () => {
    await using servers = await twoServers();
    const [here, there] = [servers.first.url, servers.second.url];
    const host = await servers.host(here);
    const screen = await servers.screen(there);
    const [ada, grace] = [await servers.student(there), await servers.student(here)];

    await moveTo(host, "before");
    await Promise.all([ada, grace, screen].map((client) => client.sees(({ phase }) => phase === "before")));
    expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    await host.sees(({ turnout }) => turnout.voted === 1);
    expect(await grace.send("ballot:cast", ballot("against"))).toMatchObject(OK);
    await screen.sees(({ turnout }) => turnout.voted === 2);

    await moveTo(host, "rebuttal");
    const posted = rebuttal();
    await ada.sees(({ phase }) => phase === "rebuttal");
    expect(await ada.send("rebuttal:post", posted)).toMatchObject(OK);
    await grace.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === posted.id));
    expect(await grace.send("rebuttal:endorse", { rebuttalId: posted.id, on: true })).toMatchObject(OK);
    expect(await host.send("host:wall", { show: { rebuttalId: posted.id } })).toMatchObject(OK);
    await screen.sees(({ wall }) => JSON.stringify(wall)?.includes(posted.id) === true);

    await moveTo(host, "results");
    await Promise.all([ada, grace].map((client) => client.sees(({ phase }) => phase === "results")));
    const versions = ada.heard.flatMap(({ name, payload }) =>
      name === "session" ? [(payload as { version: number }).version] : [],
    );
    expect(versions).toEqual([...versions].sort((one, other) => one - other));
  });

  test("[L15] results that one server cached are counted again after the other one stored a change", async () => {
    await using servers = await twoServers();
    const [here, there] = [servers.first.url, servers.second.url];
    const host = await servers.host(there);
    const [ada, grace] = [await servers.student(there), await servers.student(there)];
    const read = async (url: string) => {
      const headers = { cookie: servers.first.cookie };
      const response = await fetch(`${url}/api/sessions/${servers.first.session.code}/results`, { headers });
      return (await response.json()) as Counted;
    };
    await moveTo(host, "rebuttal");
    const { id } = rebuttal();
    await ada.send("rebuttal:post", rebuttal({ id }));
    await moveTo(host, "after");
    await ada.send("ballot:cast", ballot("for", "after"));
    await moveTo(host, "results");
    const counted = await read(here);
    expect(counted.rounds.at(-1)).toMatchObject({ for: 1, against: 0 });

    expect(await grace.send("rebuttal:seen", { ids: [id] })).toMatchObject(OK);
    await moveTo(host, "after");
    await grace.send("ballot:cast", ballot("against", "after"));
    await moveTo(host, "results");
    expect((await read(here)).rounds.at(-1)).toMatchObject({ for: 1, against: 1 });
    expect(await read(here)).toEqual(await read(there));
    expect((await servers.first.asHost("", { method: "DELETE" })).status).toBe(204);
    expect(await read(there)).toMatchObject({ error: { code: "not-found" } });
  });

  test("[V14] [V15] a step reaches phones on both, with the guesses of both, and of two at once one is stale", async () => {
    await using servers = await twoServers({ settings: STAGED });
    const [here, there] = [servers.first.url, servers.second.url];
    const [host, phone] = [await servers.host(here), await servers.host(there)];
    const [ada, grace] = [await servers.student(here), await servers.student(there)];
    for (const round of ["before", "after"] as const) {
      await moveTo(host, round);
      for (const student of [ada, grace]) await student.send("ballot:cast", ballot("for", round));
    }
    await moveTo(host, "results");
    await showStep(host, "guess");
    await Promise.all([ada, grace].map((student) => student.hearsResult(({ step }) => step === "guess")));
    expect(await ada.send("guess:cast", { share: 20 })).toMatchObject(OK);
    expect(await grace.send("guess:cast", { share: 60 })).toMatchObject(OK);
    for (const each of [host, phone]) await each.sees(({ guessed }) => guessed === 2);

    const { version } = (await host.sync()).session;
    const answers = await Promise.all(
      [host, phone].map((each) => each.send("host:step", { step: "flow", version })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const told = await ada.hearsResult(({ step }) => step === "flow");
    expect(told.guess).toMatchObject({ n: 2, mean: 40, truth: 100 });
    expect(await grace.hearsResult(({ step }) => step === "flow")).toEqual(told);
  });

  test("[H3] of rehearsals that a host opens on both at once, one is left", async () => {
    await using servers = await twoServers();
    const { first, second } = servers;
    const open = (url: string) =>
      postJson(`${url}/api/sessions`, { debateId: "japan-russia-card", simulated: 5 }, first.cookie);
    for (const _ of Array(5)) {
      const statuses = (await Promise.all([first, second].map(({ url }) => open(url)))).map(
        ({ status }) => status,
      );
      expect(statuses).toContain(201);
      expect(await createStore(first.database).sessions.rehearsals({})).toHaveLength(1);
    }
  });

  test("both servers count the people connected, and removing or deleting on one works on both", async () => {
    await using servers = await twoServers();
    const host = await servers.host(servers.first.url);
    const seat = await servers.first.join();
    const ada = await servers.student(servers.second.url, seat);
    const grace = await servers.student(servers.first.url);
    await host.hearsRoster(({ connected }) => connected === 2);
    host.heard.splice(0);
    ada.socket.disconnect();
    await host.hearsRoster(({ connected }) => connected === 1);
    host.heard.splice(0);
    ada.socket.connect();
    await host.hearsRoster(({ connected }) => connected === 2);

    expect(await host.send("host:remove", { participantIds: [seat.participantId] })).toMatchObject(OK);
    await ada.hears("removed");
    await servers.first.asHost("", { method: "DELETE" });
    await grace.hears("gone");
  });

  test("[A4] a link revoked on one server ends on the other, even when Redis was down", async () => {
    await using servers = await twoServers();
    const ended = ({ socket }: Client) => new Promise((resolve) => socket.once("disconnect", resolve));
    const change = (method: string) => servers.first.asHost("/links/assistant", { method });
    const assist = async () => {
      const { url } = await (await change("POST")).json();
      return servers.enter(servers.second.url, { as: "host", key: keyIn(url) });
    };
    const assistant = await assist();
    const end = ended(assistant);
    await change("DELETE");
    expect(await end).toBe("io server disconnect");

    const another = await assist();
    const anotherEnd = ended(another);
    await redis.stop();
    try {
      expect((await change("DELETE")).status).toBe(204);
    } finally {
      await redis.start();
    }
    expect(await anotherEnd).toBe("io server disconnect");
  });

  test("[I6][J2][G3] only those removed while Redis was down are disconnected from the other server", async () => {
    await using servers = await twoServers();
    const { first, second } = servers;
    const ended = ({ socket }: Client) => new Promise((resolve) => socket.once("disconnect", resolve));
    const near = await servers.host(first.url);
    const [host, screen] = [await servers.host(second.url), await servers.screen(second.url)];
    const [removed, erased] = [await first.join(), await first.join()];
    const [ada, grace] = [
      await servers.student(second.url, removed),
      await servers.student(second.url, erased),
    ];
    const mary = await servers.student(second.url);
    const ends = [host, ada, grace].map(ended);
    await redis.stop();
    try {
      expect(await near.send("host:remove", { participantIds: [removed.participantId] })).toMatchObject(OK);
      const deleted = await first.asHost(`/participants/${erased.participantId}?scope=seat`, {
        method: "DELETE",
      });
      expect(deleted.status).toBe(204);
      const headers = { cookie: first.cookie };
      await first.request("/api/auth/revoke-sessions", { json: {}, headers });
    } finally {
      await redis.start();
    }
    await Promise.all(ends);
    expect(ada.heard.map(({ name }) => name)).toContain("removed");
    expect(grace.heard.map(({ name }) => name)).not.toContain("removed");
    await screen.sees(({ joined }) => joined === 1);
    expect([mary, screen].map(({ socket }) => socket.connected)).toEqual([true, true]);
  });

  test("[P8] a timer set through one server moves the session once", async () => {
    await using servers = await twoServers();
    const host = await servers.host(servers.first.url);
    const ada = await servers.student(servers.second.url);
    await moveTo(host, "before");
    expect(await host.send("host:timer", { seconds: 1, closes: true })).toMatchObject(OK);
    await ada.sees(({ phase }) => phase === "reading");
    const { rows } = (await (await servers.first.asHost("/export?table=events&format=json")).json()) as {
      rows: { actor: string }[];
    };
    expect(rows.filter(({ actor }) => actor === "timer")).toHaveLength(1);
  });

  test("[L3, L4] code guesses count on both servers together, and lock no one out of sessions their address knows", async () => {
    await using servers = await twoServers({ trustProxy: true });
    const { code: known } = await servers.first.open();
    const headers = { "x-forwarded-for": "192.0.2.7" };
    await servers.first.request(`/api/sessions/${known}/join`, { json: {}, headers });
    const guess = async (url: string, from: string, code = "ZZZZZZ") =>
      (await fetch(`${url}/api/sessions/${code}`, { headers: { "x-forwarded-for": from } })).status;
    const urls = [servers.first.url, servers.second.url];
    const guesses = await Promise.all(
      Array.from({ length: 360 }, (_, index) => guess(urls[index % 2] as string, "192.0.2.7")),
    );
    expect(guesses.filter((status) => status === 404).length).toBe(300);
    for (const url of urls) {
      expect(await guess(url, "192.0.2.7", servers.first.session.code)).toBe(429);
      expect(await guess(url, "192.0.2.8", servers.first.session.code)).toBe(200);
      expect(await guess(url, "192.0.2.7", known)).toBe(200);
    }
  });
});

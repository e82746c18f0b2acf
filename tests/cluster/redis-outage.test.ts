import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mine } from "#debate/rules/snapshot.ts";
import { startTwoServers } from "#tests/cluster/two-servers.ts";
import { startProxy } from "#tests/faults/proxy.ts";
import { createDice } from "#tests/support/chance.ts";
import { type Redis, startRedis } from "#tests/support/engines.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";

let redis: Redis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

const twoServers = (options?: Parameters<typeof startTwoServers>[1]) => startTwoServers(redis.url, options);

describe("Redis fails", () => {
  test("[W4] Redis is stopped: votes are stored and each server updates its own clients; when it is back, all clients", async () => {
    await using servers = await twoServers();
    const host = await servers.host(servers.first.url);
    const [near, far] = [await servers.student(servers.first.url), await servers.student(servers.second.url)];
    const seat = await servers.first.join();
    const phone = await servers.student(servers.first.url, seat);
    const tablet = await servers.student(servers.second.url, seat);
    await moveTo(host, "before");
    await far.sees(({ phase }) => phase === "before");
    await redis.stop();
    try {
      expect(await far.send("ballot:cast", ballot("for"))).toMatchObject(OK);
      expect(await near.send("ballot:cast", ballot("for"))).toMatchObject(OK);
      // Changes made on the other server are in the database, so they go out with this server's next update.
      await host.sees(({ turnout }) => turnout.voted === 2);
      expect(await phone.send("ballot:cast", ballot("for"))).toMatchObject(OK);
      expect((await fetch(`${servers.first.url}/readyz`)).status).toBe(503);
      await servers.first.join();
      await moveTo(host, "reading");
    } finally {
      await redis.start();
    }
    await far.sees(({ phase }) => phase === "reading");
    // [W9] Nothing else happens to this seat.
    await tablet.hearsMine(({ ballots }) => ballots.before?.choice === "for");
    await expect.poll(async () => (await fetch(`${servers.first.url}/readyz`)).status).toBe(200);
    await moveTo(host, "rebuttal");
    await far.sees(({ phase }) => phase === "rebuttal");
  });

  test("[W4] Redis hangs: no one waits long for it, and when it continues, everyone is up to date", async () => {
    await using servers = await twoServers();
    const host = await servers.host(servers.first.url);
    const far = await servers.student(servers.second.url);
    redis.freeze();
    try {
      await moveTo(host, "before");
      await servers.first.join(); // which is counted
      expect((await fetch(`${servers.first.url}/readyz`)).status).toBe(503);
    } finally {
      redis.thaw();
    }
    await far.sees(({ phase }) => phase === "before");
    await expect.poll(async () => (await fetch(`${servers.first.url}/readyz`)).status).toBe(200);
  });

  test("[W4] all connections to Redis that are lost silently are made again", async () => {
    await using link = await startProxy(redis.url, createDice());
    await using servers = await twoServers({ redis: link.url.replace("http", "redis") });
    await moveTo(await servers.host(servers.first.url), "before");
    const seat = await servers.first.join();
    const phone = await servers.student(servers.first.url, seat);
    const tablet = await servers.student(servers.second.url, seat);
    let seq = 0;
    const vote = async () => {
      seq += 1;
      expect(await phone.send("ballot:cast", ballot("for", "before", seq))).toMatchObject(OK);
    };
    // Another device learns of a vote only through Redis.
    const hears = (least: number) => tablet.hearsMine(({ ballots }) => (ballots.before?.seq ?? 0) >= least);
    await vote();
    await hears(1);
    link.lose();
    const lost = seq;
    const heard = async () => {
      await vote();
      return tablet.heard.some(
        ({ name, payload }) => name === "mine" && ((payload as Mine).ballots.before?.seq ?? 0) > lost,
      );
    };
    await expect.poll(heard, { timeout: 15_000, interval: 200 }).toBe(true);
  });

  test("[W4] Redis dies with updates in flight: no server crashes, and clients catch up later", async () => {
    await using servers = await twoServers();
    const host = await servers.host(servers.first.url);
    const far = await servers.student(servers.second.url);
    const forgotten: unknown[] = [];
    const remember = (failure: unknown) => forgotten.push(failure);
    process.on("unhandledRejection", remember);
    const { version } = (await host.sync()).session;
    redis.freeze();
    try {
      expect(await host.send("host:phase", { to: "before", version })).toMatchObject(OK);
    } finally {
      await redis.kill();
      await redis.start();
    }
    await far.sees(({ phase }) => phase === "before");
    process.off("unhandledRejection", remember);
    expect(forgotten).toEqual([]);
  });
});

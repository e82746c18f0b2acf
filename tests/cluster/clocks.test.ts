import { afterAll, beforeAll, expect, test } from "vitest";
import { startTwoServers } from "#tests/cluster/two-servers.ts";
import type { Client } from "#tests/support/client.ts";
import { type Redis, startRedis } from "#tests/support/engines.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";

const SECONDS = 1_000;
const APART = 90 * SECONDS;
/** How much of a timer may be over when a phone has heard of it, on a busy machine. */
const HEARD_WITHIN = 5 * SECONDS;

let redis: Redis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

/** How much of the phase's timer is left, as a client's page counts it. */
async function left(client: Client): Promise<number> {
  const { session, now } = await client.sync();
  return (session.phaseEndsAt ?? 0) - now;
}

test.each([APART, -APART])(
  "[P43] a timer of 20 s that a host sets on a server whose clock is off by %d ms runs 20 s on both",
  async (ahead) => {
    const noted: number[] = [];
    const machine = { now: () => Date.now() + ahead, onSkewed: (by: number) => noted.push(by) };
    await using servers = await startTwoServers(redis.url, {}, machine);
    const [right, wrong] = [servers.first.url, servers.second.url];
    const [host, ada] = [await servers.host(wrong), await servers.student(right)];
    const grace = await servers.student(wrong);
    await moveTo(host, "before");
    const set = await host.send("host:timer", { seconds: 20, closes: true });
    expect(set).toMatchObject(OK);
    for (const client of [host, ada, grace]) {
      await client.sees(({ phaseEndsAt }) => phaseEndsAt !== undefined);
      const rest = await left(client);
      expect(rest).toBeLessThanOrEqual(20 * SECONDS);
      expect(rest).toBeGreaterThan(20 * SECONDS - HEARD_WITHIN);
    }
    // Neither server has ended the phase.
    expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    expect(await grace.send("ballot:cast", ballot("against"))).toMatchObject(OK);
    const cast = await servers.first.database.reader.ballot.findMany();
    for (const { castAt } of cast) expect(Math.abs(Number(castAt) - Date.now())).toBeLessThan(APART / 2);

    expect(noted).toHaveLength(1);
    expect(Math.abs((noted[0] ?? 0) - ahead)).toBeLessThan(SECONDS);
    const metrics = await (await fetch(`${wrong}/metrics`)).text();
    const [, told] = /^resolved_clock_ahead_seconds (\S+)$/mu.exec(metrics) ?? [];
    expect(Math.abs(Number(told) * SECONDS - ahead)).toBeLessThan(SECONDS);
  },
);

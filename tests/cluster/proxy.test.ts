import { beforeAll, expect, test } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { type Cluster, startCluster } from "#tests/cluster/cluster.ts";
import { openClassroom } from "#tests/faults/classroom.ts";

/** Phones, which the proxy distinguishes by their cookies. */
const PHONES = Array.from({ length: 6 }, (_, index) => ({ headers: { cookie: `phone=${index}` } }));
/** As many as a hall has. */
const SEATED = 1_200;

/** One for all tests, each with a session of its own. */
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
  return () => cluster[Symbol.asyncDispose]();
});

test(`[L7] ${SEATED} phones behind one address come through the proxy and take a seat each, and none is refused`, async () => {
  const { code } = await openClassroom(cluster);
  const phone = [asking(`/api/sessions/${code}`), asking(`/api/sessions/${code}/join`, {}, {})];
  // nginx closes a connection after a thousand requests.
  const statuses = await pipelined(cluster.url, Array(SEATED).fill(phone).flat(), 24);
  expect([...statuses].sort()).toEqual([
    [200, SEATED],
    [201, SEATED],
  ]);
}, 300_000);

test("[L3] behind another proxy, each phone's own address counts", async () => {
  const { url } = await cluster.startProxy({ behind: "127.0.0.1" });
  const guess = async (from: string) =>
    (await fetch(`${url}/api/sessions/ZZZZZZ`, { headers: { "x-forwarded-for": from } })).status;
  const guesses = await Promise.all(Array.from({ length: 320 }, () => guess("192.0.2.7")));
  expect(guesses.filter((status) => status === 404)).toHaveLength(300);
  expect(await guess("192.0.2.7")).toBe(429);
  expect(await guess("192.0.2.8")).toBe(404);
});

test("[B2] with Redis down or a server frozen, the proxy still serves every page", async () => {
  const { code } = await openClassroom(cluster);
  const asked = `${cluster.url}/api/sessions/${code}`;
  const answers = () => Promise.all(PHONES.map(async (phone) => (await fetch(asked, phone)).status));
  const allFound = PHONES.map(() => 200);

  await cluster.redis.stop();
  // Not forwarded: answers of 503 would make nginx take both servers off the list.
  for (const phone of PHONES) expect((await fetch(`${cluster.url}/readyz`, phone)).status).toBe(404);
  expect(await answers()).toEqual(allFound);
  await cluster.redis.start();

  const [frozen] = cluster.servers;
  process.kill(frozen.pid, "SIGSTOP");
  try {
    expect(await answers()).toEqual(allFound);
  } finally {
    process.kill(frozen.pid, "SIGCONT");
  }
});

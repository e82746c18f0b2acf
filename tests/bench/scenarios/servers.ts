import { setTimeout as pause } from "node:timers/promises";
import { resolvedTwice } from "#tests/bench/contestants.ts";
import { atMost, type Figure, none, spread } from "#tests/bench/figures.ts";
import { isVoid, withGenerator } from "#tests/bench/valid-runs.ts";

/** How long to wait, in milliseconds, until everybody got an update, and for the last who waits for one. */
const [SETTLED, PATIENCE] = [2_500, 60_000];
/** In milliseconds. */
const MOST_LAG = 100;

/** In seconds. */
const ARRIVING = 30;

type Heard = { at: number; voted: number };

/**
 * From a vote's confirmation on any of two servers to the host's snapshot that counts it: on the server on which all
 * votes are cast, and on the other one.
 */
export async function snapshotLag(students: number, seconds: number): Promise<Figure[]> {
  await using servers = await resolvedTwice();
  const { first, second } = servers;
  const { classroom } = first;
  await first.move("before");
  const [near, far] = [await listen(second.url), await listen(first.url)];
  async function listen(url: string) {
    const host = await classroom.hostOn(url);
    const heard: Heard[] = [];
    host.socket.on("session", ({ turnout }) =>
      heard.push({ at: performance.timeOrigin + performance.now(), voted: turnout.voted }),
    );
    return { host, heard };
  }
  const votes = await withGenerator(async (generator) => {
    await generator.ask("connect", { url: second.url, auths: await classroom.auths(students) });
    return generator.ask("vote", { round: "before", within: seconds, stamps: true });
  });
  const all = ({ turnout }: { turnout: { voted: number } }) => turnout.voted === students;
  await Promise.all([near, far].map(({ host }) => host.sees(all)));
  for (const { host } of [near, far]) host.close();
  const name = `from vote to host, ${students} students in ${seconds} s`;
  const validity = { isVoid: isVoid(votes) };
  const lags = (heard: Heard[]) => spread(lagsOf(votes.confirmedAt ?? [], heard));
  const [here, there] = [lags(near.heard), lags(far.heard)];
  return [
    { name: `${name}, same server, p95`, unit: "ms", resolved: here.p95, ...validity },
    { name: `${name}, other server, p50`, unit: "ms", resolved: there.p50, ...validity },
    {
      name: `${name}, other server, p95`,
      unit: "ms",
      resolved: there.p95,
      ...validity,
      bar: atMost(there.p95, MOST_LAG),
    },
    { name: `${name}, other server, max`, unit: "ms", resolved: there.max, ...validity },
  ];
}

/** Half of the students on each of two servers: they come in, vote at one instant, and are told of a phase by the host of one. */
export async function twoServers(students: number): Promise<Figure[]> {
  await using servers = await resolvedTwice();
  const { first, second } = servers;
  const { classroom } = first;
  const half = Math.ceil(students / 2);
  return await withGenerator((here) =>
    withGenerator(async (there) => {
      const both = [
        { generator: here, url: first.url },
        { generator: there, url: second.url },
      ];
      /** Each server on its own: a generator is as busy with one as the other. */
      const storm = { codes: [classroom.code], students: half, seconds: ARRIVING };
      const arrivals = await Promise.all(
        both.map(({ generator, url }) => generator.ask("join", { ...storm, url })),
      );
      await first.move("before");
      await pause(SETTLED);
      const votes = await Promise.all(
        both.map(({ generator }) => generator.ask("vote", { round: "before" })),
      );
      await pause(SETTLED);
      const lost = 2 * half - (await classroom.voted());
      let movedAt = 0;
      const hear = { phase: "reading", patience: PATIENCE };
      const heard = await there.ask("hear", hear, () => {
        movedAt = performance.timeOrigin + performance.now();
        void first.move("reading");
      });
      const name = `two servers, ${students} students`;
      const whole = spread(arrivals.flatMap((each) => each.whole));
      const failed = arrivals.reduce((sum, each) => sum + each.failed, 0);
      const isLate = heard.first - movedAt;
      return [
        { name: `${name}: join within ${ARRIVING} s, p95`, unit: "ms", resolved: whole.p95 },
        none(`${name}: not let in`, failed),
        {
          ...{ name: `${name}: burst, p99`, unit: "ms" },
          resolved: Math.max(...votes.map(({ p99 }) => p99)),
          isVoid: votes.some(isVoid),
        },
        none(`${name}: votes lost`, lost),
        { name: `${name}: a move to the first phone of the other server`, unit: "ms", resolved: isLate },
        { name: `${name}: and to the last after that`, unit: "ms", resolved: spread(heard.times).max },
      ];
    }),
  );
}

/** For the n-th confirmation, the time until the first snapshot that counts n votes. */
function lagsOf(confirmedAt: number[], heard: Heard[]): number[] {
  return [...confirmedAt]
    .sort((one, other) => one - other)
    .map((at, index) => (heard.find(({ voted }) => voted > index)?.at ?? Number.POSITIVE_INFINITY) - at);
}

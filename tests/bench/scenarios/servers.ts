import { resolvedTwice } from "#tests/bench/contestants.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";
import { isVoid, withGenerator } from "#tests/bench/turns.ts";

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
      bar: { text: "<= 250 ms", met: there.p95 <= 250 },
    },
    { name: `${name}, other server, max`, unit: "ms", resolved: there.max, ...validity },
  ];
}

/** For the n-th confirmation, the time until the first snapshot that counts n votes. */
function lagsOf(confirmedAt: number[], heard: Heard[]): number[] {
  return [...confirmedAt]
    .sort((one, other) => one - other)
    .map((at, index) => (heard.find(({ voted }) => voted > index)?.at ?? Number.POSITIVE_INFINITY) - at);
}

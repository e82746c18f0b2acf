import { setTimeout as pause } from "node:timers/promises";
import { resolved } from "#tests/bench/contestants.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";
import { startFront } from "#tests/bench/front.ts";
import { isVoid, withGenerator } from "#tests/bench/turns.ts";
import type { Effort } from "#tests/bench/voting.ts";
import { createDice } from "#tests/faults/dice.ts";
import { startProxy, type Weather } from "#tests/faults/proxy.ts";

/** In seconds: everybody comes in, and everybody votes. */
const [ARRIVING, VOTING] = [20, 20];
/** How long to wait, in milliseconds, until everybody got an update. */
const SETTLED = 3_000;
/** The share of phones whose network lets no WebSocket through. */
const POLLING = 0.2;
const SEED = 2026;

/** A link that delays every piece, and cuts one in fifty with its connection. */
export const BAD: Partial<Weather> = { delay: 200, cuts: 0.02 };

/** Phones that come through nginx with TLS and HTTP/2, and where asked for through a bad link. */
export async function throughFront(students: number, link?: Partial<Weather>): Promise<Figure[]> {
  await using server = await resolved([], { TRUST_PROXY: "true" });
  await using front = await startFront(server.url);
  await using proxy = await startProxy(front.url, createDice(SEED));
  const url = link ? proxy.url.replace("http:", "https:") : front.url;
  proxy.set(link ?? {});
  const { code, move, voted } = server.classroom;
  return await withGenerator(async (generator) => {
    const arrivals = await generator.ask("enterFront", {
      ...{ url, code, students, seconds: ARRIVING, polling: POLLING },
    });
    await move("before");
    await pause(SETTLED);
    const unhurried = await generator.ask("voteFront", { round: "before", within: VOTING });
    await pause(SETTLED);
    const before = server.cpu();
    const burst = await generator.ask("voteFront", { round: "before", within: 0 });
    await pause(SETTLED);
    const cpu = ((server.cpu() - before) / students) * 1e6;
    const stored = await voted();
    let movedAt = 0;
    const heard = await generator.ask("hearFront", { phase: "reading" }, () => {
      movedAt = performance.timeOrigin + performance.now();
      void move("reading");
    });
    const name = `${students} through nginx with TLS${link ? " and a bad link" : ""}`;
    const lost = students - stored;
    const refused = unhurried.refused + burst.refused;
    return [
      ...p95(`${name}: join within ${ARRIVING} s`, arrivals),
      ...p95(`${name}: vote within ${VOTING} s`, unhurried),
      ...p95(`${name}: burst`, burst),
      { name: `${name}: burst, server CPU a vote`, unit: "us", resolved: cpu },
      ...p95(`${name}: a move to each phone`, {
        ...heard,
        times: heard.at.map((at) => at - movedAt),
      }),
      { name: `${name}: votes lost`, unit: "", resolved: lost, bar: { text: "0", met: lost === 0 } },
      { name: `${name}: votes refused`, unit: "", resolved: refused, bar: { text: "0", met: refused === 0 } },
    ];
  });
}

function p95(name: string, run: Effort & { times: number[] }): Figure[] {
  const { p95, max } = spread(run.times);
  return [
    { name: `${name}, p95`, unit: "ms", resolved: p95, isVoid: isVoid(run) },
    { name: `${name}, max`, unit: "ms", resolved: max, isVoid: isVoid(run) },
  ];
}

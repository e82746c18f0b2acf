import { setTimeout as pause } from "node:timers/promises";
import { bare, type Contestant, resolved } from "#tests/bench/contestants.ts";
import type { Figure } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { PROFILED, whereCpuGoes } from "#tests/bench/profiling.ts";
import { bareGet, figures } from "#tests/bench/scenarios/argue.ts";
import { withStudents } from "#tests/bench/turns.ts";

/** In seconds. */
const [VOTING, IDLE] = [20, 10];
/** How long to wait, in milliseconds, until the room has heard everything. */
const SETTLED = 2_500;
/** A vote may cost so many GETs. */
const MOST = 4;

/**
 * What a vote costs in a hall that takes its time, with everything that host and phones are sent meanwhile and without what the
 * server spends on nothing; in GETs at a bare server of the same run.
 */
export async function spreadVotes(students: number, turns: number): Promise<Figure[]> {
  const get = await bareGet();
  const name = `a vote of ${students} within ${VOTING} s`;
  const costs: Record<Contestant["name"], number[]> = { bare: [], resolved: [] };
  for (const start of [bare, resolved]) {
    await using contestant = await start(PROFILED);
    await contestant.move("before");
    await withStudents(contestant, students, async (generator) => {
      await generator.ask("vote", { round: "before" });
      const idle = await cpuASecond(contestant);
      const what = { name: `spread-${contestant.name}`, unit: "vote", count: () => students * turns };
      await whereCpuGoes(contestant, what, async () => {
        while (costs[contestant.name].length < turns)
          costs[contestant.name].push(await cpuOfVote(contestant, generator, idle));
      });
    });
  }
  const inGets = (times: number[]) => times.map((milliseconds) => milliseconds / get);
  return [
    { name: "a GET at a bare server, CPU", unit: "ms", bare: get },
    ...figures(`${name} at a bare server, CPU`, "GETs", inGets(costs.bare)),
    ...figures(`${name}, CPU`, "GETs", inGets(costs.resolved), MOST),
    ...figures(`${name}, CPU`, "ms", costs.resolved),
  ];
}

/** Seconds of CPU that a server uses in a second in which nothing happens. */
async function cpuASecond({ cpu }: Contestant): Promise<number> {
  await pause(SETTLED);
  const before = cpu();
  await pause(IDLE * 1_000);
  return (cpu() - before) / IDLE;
}

/** Milliseconds of CPU. */
async function cpuOfVote({ cpu }: Contestant, generator: Generator, idle: number): Promise<number> {
  const [before, started] = [cpu(), performance.now()];
  const { votes } = await generator.ask("vote", { round: "before", within: VOTING });
  await pause(SETTLED);
  const seconds = (performance.now() - started) / 1_000;
  return ((cpu() - before - idle * seconds) * 1_000) / votes;
}

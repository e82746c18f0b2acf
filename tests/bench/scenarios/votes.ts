import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { bare, type Contestant, resolved } from "#tests/bench/contestants.ts";
import type { Figure } from "#tests/bench/figures.ts";
import { type Generator, idleOfMachine } from "#tests/bench/processes.ts";
import { COLUMNS } from "#tests/bench/store.ts";
import { type Both, compare, least, most, unlessVoid, withStudents } from "#tests/bench/turns.ts";
import type { Votes } from "#tests/bench/voting.ts";
import { loopDelay } from "#tests/bench/watched.ts";

/** `cpu`: microseconds of the server's CPU a vote. */
type Costs = Votes & { cpu: number };
/** How much of a core the server used meanwhile, and how much other programs did. */
type Loop = Costs & { server: number; others: number };
/** `delay`: the 99th percentile of the event loop's delay meanwhile, in milliseconds, where it was asked for. */
type Burst = Costs & { delay: number };

const LOOP_SECONDS = 3;
/** The warm-up of a loop, in seconds. */
const WARM_UP_SECONDS = 2;
/** How many loops each pair of servers has in turns: the machine's speed changes within a minute. */
const LOOPS = 4;
/** How many seconds a class takes that is in no hurry to vote. */
const UNHURRIED = 10;
/** How long to wait, in milliseconds, until everyone got a burst's updates and the server is idle. */
const SETTLED = 1_200;

/** Durable votes a second and CPU a vote, both contestants in turns, with new servers for every `LOOPS` turns. */
export async function throughput(students: number, starts: number): Promise<Figure[]> {
  const loops: Both<Loop> = { bare: [], resolved: [] };
  for (let start = 0; start < starts; start += 1)
    await besideBare(students, async (both) => {
      for (const { generator } of both) await warmUp(generator);
      for (let turn = 0; turn < LOOPS; turn += 1)
        for (const { contestant, generator } of both)
          loops[contestant.name].push(await closedLoop(generator, contestant));
    });
  const perSecond = compare(loops, ({ votes, seconds }) => votes / seconds);
  const cpu = compare(loops, (loop) => loop.cpu);
  return [
    {
      name: `durable votes, closed loop of ${students}`,
      unit: "1/s",
      ...perSecond,
      bar: least(perSecond, 0.7),
    },
    { name: "server CPU per durable vote", unit: "us", ...cpu, bar: most(cpu, 2) },
    { name: "generator CPU per vote", unit: "us", ...compare(loops, generatorCpu) },
    { name: "generator busy", unit: "%", ...compare(loops, ({ busy }) => busy * 100) },
    { name: "server busy", unit: "%", ...compare(loops, ({ server }) => server * 100) },
    { name: "others on the machine busy", unit: "%", ...compare(loops, ({ others }) => others * 100) },
  ];
}

type Shown = { bar?: { ratio: number; most: number }; cold?: boolean; delay?: boolean };

/** Everyone votes at the same moment: once cold after the servers start, then warm in turn. */
export async function bursts(students: number, turns: number, shows: Shown = {}): Promise<Figure[]> {
  const { cold, warm, spreadOut } = await takeTurns(students, turns, shows.delay ?? false);
  const name = `burst of ${students}`;
  const p99 = compare(warm, (run) => run.p99);
  const delay = compare(warm, (run) => run.delay);
  const { bar } = shows;
  const judged = bar && {
    text: `<= ${bar.ratio} x ${COLUMNS[0]} and <= ${bar.most} ms`,
    met: p99.resolved <= bar.ratio * p99.bare && p99.resolved <= bar.most,
  };
  const coldFigures = [
    { name: `${name}, the first after the start, p99`, unit: "ms", ...compare(cold, (run) => run.p99) },
    { name: `${name}, the first after the start, max`, unit: "ms", ...compare(cold, (run) => run.max) },
  ];
  const delayFigures = [
    { name: `${name}, event-loop delay p99`, unit: "ms", ...delay },
    {
      name: `${students} votes within ${UNHURRIED} s, event-loop delay p99`,
      unit: "ms",
      ...compare(spreadOut, (run) => run.delay),
    },
  ];
  return [
    { name: `${name}, p50`, unit: "ms", ...compare(warm, (run) => run.p50) },
    { name: `${name}, p95`, unit: "ms", ...compare(warm, (run) => run.p95) },
    { name: `${name}, p99`, unit: "ms", ...p99, ...(judged && { bar: judged }) },
    { name: `${name}, max`, unit: "ms", ...compare(warm, (run) => run.max) },
    { name: `${name}, CPU a vote`, unit: "us", ...compare(warm, (run) => run.cpu) },
    { name: `${name}, generator busy`, unit: "%", ...compare(warm, ({ busy }) => busy * 100) },
    ...(shows.cold ? coldFigures : []),
    ...(shows.delay ? delayFigures : []),
  ];
}

async function takeTurns(students: number, turns: number, asksDelay: boolean) {
  const cold: Both<Burst> = { bare: [], resolved: [] };
  const warm: Both<Burst> = { bare: [], resolved: [] };
  const spreadOut: Both<Burst> = { bare: [], resolved: [] };
  await besideBare(students, async (both) => {
    for (const { contestant, generator } of both) {
      cold[contestant.name].push(await burst(generator, contestant));
      await warmUp(generator);
      await pause(SETTLED);
    }
    for (let turn = 0; turn < turns; turn += 1)
      for (const { contestant, generator } of both)
        warm[contestant.name].push(await unlessVoid(() => burst(generator, contestant, { asksDelay })));
    if (!asksDelay) return;
    for (const { contestant, generator } of both)
      spreadOut[contestant.name].push(await burst(generator, contestant, { asksDelay, within: UNHURRIED }));
  });
  return { cold, warm, spreadOut };
}

type Voters = { contestant: Contestant; generator: Generator };

/** Both contestants at the same time, each with as many students in its first vote. */
async function besideBare(students: number, run: (both: Voters[]) => Promise<void>): Promise<void> {
  await using base = await opened(bare);
  await using ours = await opened(resolved);
  await withStudents(base, students, (baseGenerator) =>
    withStudents(ours, students, (ourGenerator) =>
      run([
        { contestant: base, generator: baseGenerator },
        { contestant: ours, generator: ourGenerator },
      ]),
    ),
  );
}

/** What a vote costs, and how long one takes at the worst, as the class grows. */
export async function growth(classSizes: number[], turns: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const students of classSizes) {
    const loops: Both<Loop> = { bare: [], resolved: [] };
    const warm: Both<Burst> = { bare: [], resolved: [] };
    for (const start of [bare, resolved]) {
      await using contestant = await opened(start);
      await withStudents(contestant, students, async (generator) => {
        await warmUp(generator);
        loops[contestant.name].push(await closedLoop(generator, contestant));
        await pause(SETTLED);
        for (let turn = 0; turn < turns; turn += 1)
          warm[contestant.name].push(await unlessVoid(() => burst(generator, contestant)));
      });
    }
    figures.push(
      {
        name: `class of ${students}, CPU a vote in a closed loop`,
        unit: "us",
        ...compare(loops, ({ cpu }) => cpu),
      },
      { name: `class of ${students}, burst p99`, unit: "ms", ...compare(warm, ({ p99 }) => p99) },
    );
  }
  return figures;
}

async function opened(start: () => Promise<Contestant>): Promise<Contestant> {
  const contestant = await start();
  await contestant.move("before");
  return contestant;
}

const warmUp = (generator: Generator) => generator.ask("vote", { round: "before", until: WARM_UP_SECONDS });

async function closedLoop(generator: Generator, contestant: Contestant): Promise<Loop> {
  return unlessVoid(async () => {
    const [before, idleBefore] = [contestant.cpu(), idleOfMachine()];
    const run = await generator.ask("vote", { round: "before", until: LOOP_SECONDS });
    const [used, idle] = [contestant.cpu() - before, idleOfMachine() - idleBefore];
    await pause(SETTLED);
    const elsewhere = run.seconds * os.availableParallelism() - idle - used - run.cpuSeconds;
    return {
      ...run,
      cpu: ((contestant.cpu() - before) / run.votes) * 1e6,
      server: used / run.seconds,
      others: elsewhere / run.seconds,
    };
  });
}

async function burst(
  generator: Generator,
  { cpu, url }: Contestant,
  { asksDelay = false, within = 0 } = {},
): Promise<Burst> {
  if (asksDelay) await loopDelay(url);
  const before = cpu();
  const votes = await generator.ask("vote", { round: "before", within });
  const delay = asksDelay ? await loopDelay(url) : Number.NaN;
  // Sending updates is part of the cost of votes, and must not disturb the other contestant's turn.
  await pause(SETTLED);
  return { ...votes, delay, cpu: ((cpu() - before) / votes.votes) * 1e6 };
}

const generatorCpu = ({ cpuSeconds, votes }: Votes) => (cpuSeconds / votes) * 1e6;

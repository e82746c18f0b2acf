import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { bare, type Contestant, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { atMost, type Figure, none } from "#tests/bench/figures.ts";
import { type Generator, idleOfMachine } from "#tests/bench/processes.ts";
import { type Both, compare, least, most, unlessVoid, withStudents } from "#tests/bench/valid-runs.ts";
import type { Votes } from "#tests/bench/voting.ts";

/** `cpu`: microseconds of the server's CPU a vote. */
type Costs = Votes & { cpu: number };
/** How much of a core the server used meanwhile, and how much other programs did. */
type Loop = Costs & { server: number; others: number };
const LOOP_SECONDS = 3;
/** The warm-up of a loop, in seconds. */
const WARM_UP_SECONDS = 2;
/** How many loops each pair of servers has in turns: the machine's speed changes within a minute. */
const LOOPS = 4;
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

/** Everyone votes at the same moment: once cold after the servers start, then warm in turn. `most`: the slowest hundredth, in milliseconds. */
export async function bursts(students: number, turns: number, most: number): Promise<Figure[]> {
  const { cold, warm, lost } = await takeTurns(students, turns);
  const name = `burst of ${students}`;
  const p99 = compare(warm, (run) => run.p99);
  return [
    { name: `${name}, the first after the start, p99`, unit: "ms", ...compare(cold, (run) => run.p99) },
    { name: `${name}, p50`, unit: "ms", ...compare(warm, (run) => run.p50) },
    { name: `${name}, p99`, unit: "ms", ...p99, bar: atMost(p99.resolved, most) },
    { name: `${name}, CPU a vote`, unit: "us", ...compare(warm, (run) => run.cpu) },
    none(`${name}, votes lost`, lost),
  ];
}

async function takeTurns(students: number, turns: number) {
  const cold: Both<Costs> = { bare: [], resolved: [] };
  const warm: Both<Costs> = { bare: [], resolved: [] };
  let lost = students;
  await besideBare(students, async (both, ours) => {
    for (const { contestant, generator } of both) {
      cold[contestant.name].push(await burst(generator, contestant));
      await warmUp(generator);
      await pause(SETTLED);
    }
    for (let turn = 0; turn < turns; turn += 1)
      for (const { contestant, generator } of both)
        warm[contestant.name].push(await unlessVoid(() => burst(generator, contestant)));
    lost -= await ours.classroom.voted();
  });
  return { cold, warm, lost };
}

type Voters = { contestant: Contestant; generator: Generator };

/** Both contestants at the same time, each with as many students in its first vote. */
async function besideBare(
  students: number,
  run: (both: Voters[], ours: Resolved) => Promise<void>,
): Promise<void> {
  await using base = await opened(bare);
  await using ours = await opened(resolved);
  await withStudents(base, students, (baseGenerator) =>
    withStudents(ours, students, (ourGenerator) =>
      run(
        [
          { contestant: base, generator: baseGenerator },
          { contestant: ours, generator: ourGenerator },
        ],
        ours,
      ),
    ),
  );
}

/** What a vote costs as the class grows. */
export async function growth(classSizes: number[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const students of classSizes) {
    const loops: Both<Loop> = { bare: [], resolved: [] };
    await besideBare(students, async (both) => {
      for (const { contestant, generator } of both) {
        await warmUp(generator);
        loops[contestant.name].push(await closedLoop(generator, contestant));
      }
    });
    const cpu = compare(loops, (loop) => loop.cpu);
    figures.push({ name: `class of ${students}, CPU a vote in a closed loop`, unit: "us", ...cpu });
  }
  return [...figures, flat("CPU a vote", figures)];
}

/** From the smallest class to the largest, the cost of a student grows by half at most. */
export function flat(name: string, bySize: Figure[]): Figure {
  const ratio = (bySize.at(-1)?.resolved ?? Number.NaN) / (bySize[0]?.resolved ?? Number.NaN);
  return {
    name: `${name}, largest class to smallest`,
    unit: "",
    resolved: ratio,
    bar: atMost(ratio, 1.5, ""),
  };
}

async function opened<Kind extends Contestant>(start: () => Promise<Kind>): Promise<Kind> {
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

async function burst(generator: Generator, { cpu }: Contestant): Promise<Costs> {
  const before = cpu();
  const votes = await generator.ask("vote", { round: "before" });
  // Sending updates is part of the cost of votes, and must not disturb the other contestant's turn.
  await pause(SETTLED);
  return { ...votes, cpu: ((cpu() - before) / votes.votes) * 1e6 };
}

const generatorCpu = ({ cpuSeconds, votes }: Votes) => (cpuSeconds / votes) * 1e6;

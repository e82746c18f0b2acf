import { randomUUID } from "node:crypto";
import { bare, type Contestant, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { type Figure, median, type Spread, spread } from "#tests/bench/figures.ts";
import type { Measured } from "#tests/bench/generator.ts";
import { cpuOf, type Generator, memoryOf, startGenerator } from "#tests/bench/processes.ts";
import { Wire } from "#tests/bench/wire.ts";

/** Students who enter at once while connections are made; more than this and the accept queue overflows. */
const AT_ONCE = 100;
/** A generator busier than this measures itself, and its run is void. */
const SATURATED = 0.97;

async function withGenerator<T>(
  contestant: Contestant,
  students: number,
  run: (generator: Generator) => Promise<T>,
): Promise<T> {
  const generator = startGenerator();
  try {
    const auths = await contestant.auths(students);
    await generator.ask({ do: "connect", url: contestant.url, auths, atOnce: AT_ONCE });
    return await run(generator);
  } finally {
    await generator.stop();
  }
}

type Loop = { perSecond: number; cpu: number };

async function closedLoop(contestant: Contestant, students: number, seconds: number): Promise<Loop> {
  return withGenerator(contestant, students, async (generator) => {
    await generator.ask({ do: "loop", seconds: 1, round: "before" });
    const before = cpuOf(contestant.pid);
    const {
      times,
      refused,
      seconds: took,
      busy,
    } = await generator.ask<Measured>({ do: "loop", seconds, round: "before" });
    if (busy > SATURATED)
      process.stdout.write(`  void: the generator was ${(busy * 100).toFixed(0)} % busy\n`);
    if (refused > 0) throw new Error(`${refused} votes were refused`);
    return { perSecond: times.length / took, cpu: ((cpuOf(contestant.pid) - before) / times.length) * 1e6 };
  });
}

/** Durable votes a second and CPU a vote, both contestants in turns. */
export async function throughput(turns: number): Promise<Figure[]> {
  const loops = { bare: [] as Loop[], resolved: [] as Loop[] };
  for (let turn = 0; turn < turns; turn += 1)
    for (const start of [bare, resolved]) {
      const contestant = await start();
      await contestant.move("before");
      loops[contestant.name].push(await closedLoop(contestant, 200, 4));
      await contestant.stop();
    }
  const perSecond = ratio(loops, ({ perSecond }) => perSecond);
  const cpu = ratio(loops, (loop) => loop.cpu);
  return [
    { name: "durable votes, closed loop of 200", unit: "1/s", ...perSecond, bar: least(perSecond, 0.7) },
    { name: "server CPU per durable vote", unit: "us", ...cpu, bar: most(cpu, 1.5) },
  ];
}

type Burst = Spread & { cpu: number };

/** Everybody votes at the same moment, once cold and then `turns` times warm. */
async function bursts(contestant: Contestant, students: number, turns: number): Promise<Burst[]> {
  return withGenerator(contestant, students, async (generator) => {
    const results: Burst[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const before = cpuOf(contestant.pid);
      const { times, refused } = await generator.ask<Measured>({ do: "burst", round: "before" });
      if (refused > 0) throw new Error(`${refused} votes were refused`);
      results.push({ ...spread(times), cpu: ((cpuOf(contestant.pid) - before) / students) * 1e6 });
    }
    return results.slice(1);
  });
}

export async function burst(
  students: number,
  turns: number,
  bar?: { ratio: number; most: number },
): Promise<Figure[]> {
  const results = { bare: [] as Burst[], resolved: [] as Burst[] };
  let lag = 0;
  for (const start of [bare, resolved]) {
    const contestant = await start();
    await contestant.move("before");
    await contestant.auths(students);
    if (contestant.name === "resolved") await loopDelay(contestant.url);
    results[contestant.name].push(...(await bursts(contestant, students, turns)));
    if (contestant.name === "resolved") lag = await loopDelay(contestant.url);
    await contestant.stop();
  }
  const name = `burst of ${students}`;
  const p99 = ratio(results, (each) => each.p99);
  return [
    { name: `${name}, p50`, unit: "ms", ...ratio(results, (each) => each.p50) },
    { name: `${name}, p95`, unit: "ms", ...ratio(results, (each) => each.p95) },
    {
      name: `${name}, p99`,
      unit: "ms",
      ...p99,
      ...(bar && {
        bar: {
          text: `<= ${bar.ratio} x bare and <= ${bar.most} ms`,
          met: p99.resolved <= bar.ratio * p99.bare && p99.resolved <= bar.most,
        },
      }),
    },
    { name: `${name}, max`, unit: "ms", ...ratio(results, (each) => each.max) },
    { name: `${name}, CPU a vote`, unit: "us", ...ratio(results, (each) => each.cpu) },
    {
      name: `${name}, event-loop delay p99`,
      unit: "ms",
      resolved: lag,
      bar: { text: "<= 50 ms", met: lag <= 50 },
    },
  ];
}

/** The 99th percentile of the server's event-loop delay since it was asked last, in milliseconds. */
async function loopDelay(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/resolved_event_loop_delay_p99_seconds (\S+)/u.exec(metrics)?.[1]) * 1000;
}

/** From the first to the last client that hears of a move. */
export async function phaseSkew(students: number): Promise<Figure[]> {
  const skews: Partial<Record<Contestant["name"], number>> = {};
  for (const start of [bare, resolved]) {
    const contestant = await start();
    skews[contestant.name] = await withGenerator(contestant, students, async (generator) => {
      const command = { do: "phase", phase: "before", timeout: 30_000 } as const;
      const times = await generator.ask<number[]>(command, () => void contestant.move("before"));
      return spread(times).max;
    });
    await contestant.stop();
  }
  return [
    {
      name: `phase-change skew, ${students}`,
      unit: "ms",
      bare: skews.bare ?? 0,
      resolved: skews.resolved ?? 0,
    },
  ];
}

/** Memory of a connection that does nothing. */
export async function idleMemory(students: number): Promise<Figure[]> {
  const perStudent: Partial<Record<Contestant["name"], number>> = {};
  for (const start of [bare, resolved]) {
    const contestant = await start();
    await contestant.move("before");
    await contestant.auths(students);
    const warm = await withGenerator(contestant, 200, async () => memoryOf(contestant.pid));
    perStudent[contestant.name] = await withGenerator(
      contestant,
      students,
      async () => (memoryOf(contestant.pid) - warm) / students / 1024,
    );
    await contestant.stop();
  }
  const figure = { bare: perStudent.bare ?? 0, resolved: perStudent.resolved ?? 0 };
  return [{ name: `memory per idle student, ${students}`, unit: "KiB", ...figure, bar: most(figure, 1.3) }];
}

/** Page, join, socket and first snapshot of every student, spread over some seconds. */
export async function joinStorm(students: number, seconds: number): Promise<Figure[]> {
  const contestant = await resolved();
  const times: number[] = [];
  let failed = 0;
  const one = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * seconds * 1000));
    const started = performance.now();
    try {
      const page = await fetch(`${contestant.url}/s/${contestant.code}`);
      await page.text();
      const seat = await contestant.seat();
      const wire = new Wire(contestant.url);
      await wire.enter(seat);
      await wire.send("sync", {});
      times.push(performance.now() - started);
    } catch {
      failed += 1;
    }
  };
  await Promise.all(Array.from({ length: students }, one));
  await contestant.stop();
  const { p50, p95 } = spread(times);
  const name = `join storm, ${students} in ${seconds} s`;
  return [
    { name: `${name}, p50`, unit: "ms", resolved: p50 },
    { name: `${name}, p95`, unit: "ms", resolved: p95, bar: { text: "<= 1500 ms", met: p95 <= 1_500 } },
    { name: `${name}, failures`, unit: "", resolved: failed, bar: { text: "0", met: failed === 0 } },
  ];
}

/** The server goes down and comes up under a room full of students. */
export async function restartUnder(students: number, most5: number): Promise<Figure[]> {
  const contestant = await resolved();
  await contestant.move("before");
  const times = await withGenerator(contestant, students, async (generator) => {
    await generator.ask({ do: "burst", round: "before" });
    await contestant.restart();
    return generator.ask<number[]>({ do: "return", timeout: 60_000, code: contestant.code });
  });
  const { session } = await contestant.host.sync();
  const lost = students - session.turnout.voted;
  await contestant.stop();
  const last = spread(times).max;
  return [
    {
      name: `restart under ${students}: all in step after`,
      unit: "ms",
      resolved: last,
      bar: { text: `<= ${most5} ms`, met: last <= most5 },
    },
    {
      name: `restart under ${students}: votes lost`,
      unit: "",
      resolved: lost,
      bar: { text: "0", met: lost === 0 },
    },
  ];
}

/** What one student hears over a whole debate. */
export async function wholeDebate(voters: number, rebuttals: number): Promise<Figure[]> {
  const contestant = await resolved();
  const heard = await withGenerator(contestant, voters, async (generator) => {
    await contestant.move("before");
    await generator.ask({ do: "burst", round: "before" });
    await contestant.move("reading");
    await contestant.move("rebuttal");
    await writeRebuttals(contestant, rebuttals);
    await contestant.move("after");
    await generator.ask({ do: "burst", round: "after" });
    await contestant.move("results");
    return generator.ask<{ messages: number[]; bytes: number[] }>({ do: "heard" });
  });
  await contestant.stop();
  const messages = median(heard.messages);
  const kilobytes = median(heard.bytes) / 1000;
  const name = `a student's debate, ${voters} voters and ${rebuttals} rebuttals`;
  return [
    {
      name: `${name}: live messages`,
      unit: "",
      resolved: messages,
      bar: { text: "<= 150", met: messages <= 150 },
    },
    {
      name: `${name}: bytes`,
      unit: "kB",
      resolved: kilobytes,
      bar: { text: "<= 150 kB", met: kilobytes <= 150 },
    },
  ];
}

const SENTENCE =
  "A neighbour of four thousand kilometres is a fact of geography, and a card is a figure of speech. ";

async function writeRebuttals(contestant: Resolved, rebuttals: number): Promise<void> {
  const writers = await Promise.all(
    (await contestant.auths(10)).map(async (auth) => {
      const wire = new Wire(contestant.url);
      await wire.enter(auth);
      return wire;
    }),
  );
  for (let index = 0; index < rebuttals; index += 1) {
    const rebuttal = { id: randomUUID(), side: index % 2 ? "for" : "against", body: SENTENCE.repeat(3) };
    await writers[index % writers.length]?.send("rebuttal:post", rebuttal);
    await writers[(index + 1) % writers.length]?.send("rebuttal:endorse", {
      rebuttalId: rebuttal.id,
      on: true,
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  for (const wire of writers) wire.close();
}

type Both<T> = { bare: T[]; resolved: T[] };

function ratio<T>(results: Both<T>, figure: (result: T) => number): { bare: number; resolved: number } {
  return { bare: median(results.bare.map(figure)), resolved: median(results.resolved.map(figure)) };
}

function least({ bare: base, resolved: ours }: { bare: number; resolved: number }, share: number) {
  return { text: `>= ${share} x bare`, met: ours >= share * base };
}

// Nothing costs nothing: a figure at or below zero is a measurement that failed.
function most({ bare: base, resolved: ours }: { bare: number; resolved: number }, share: number) {
  return { text: `<= ${share} x bare`, met: ours > 0 && ours <= share * base };
}

import { setTimeout as pause } from "node:timers/promises";
import { argue } from "#tests/bench/arguing.ts";
import type { Classroom } from "#tests/bench/classroom.ts";
import { bare, type Contestant, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { type Figure, slope } from "#tests/bench/figures.ts";
import { INSPECTED, type Memory, memoryLeft } from "#tests/bench/inspector.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { most, withGenerator } from "#tests/bench/turns.ts";

const KIB = 1024;
const MB = 1e6;
/** How many students come and go before anything is measured. */
const WARM_UP = 1_000;
/** How long a server takes to notice that students came or went, in milliseconds. */
const NOTICED = 2_000;

/** Memory of a connection that does nothing: the slope over rooms of several sizes. */
export async function idleMemory(students: number): Promise<Figure[]> {
  const base = await growthByStudents(bare, students);
  const ours = await growthByStudents(resolved, students);
  const both = (part: keyof Memory) => ({ bare: base(part) / KIB, resolved: ours(part) / KIB });
  const resident = both("resident");
  const name = `memory per idle student, ${students}`;
  return [
    { name: `${name}, resident`, unit: "KiB", ...resident, bar: most(resident, 1.3) },
    { name: `${name}, heap and buffers`, unit: "KiB", ...both("heap") },
  ];
}

async function growthByStudents(start: (options: string[]) => Promise<Contestant>, students: number) {
  await using contestant = await start(INSPECTED);
  await contestant.move("before");
  const auths = await contestant.auths(students);
  // Memory freed after making the seats would hide the memory of connections.
  await contestant.restart();
  const { url } = contestant;
  const readings: (Memory & { students: number })[] = [];
  const read = async (connected: number) => {
    await pause(NOTICED);
    readings.push({ students: connected, ...(await memoryLeft(contestant.inspectors)) });
  };
  await withGenerator(async (generator) => {
    await generator.ask("connect", { url, auths: auths.slice(0, WARM_UP) });
    await generator.ask("leave", undefined);
    await read(0);
    const half = Math.floor(students / 2);
    await generator.ask("connect", { url, auths: auths.slice(0, half) });
    await read(half);
    await generator.ask("connect", { url, auths: auths.slice(half) });
    await read(students);
  });
  return (part: keyof Memory) =>
    slope(readings.map((reading) => ({ x: reading.students, y: reading[part] })));
}

/** Samples in the first minutes are the server's warm-up. */
const SOAK_WARM_UP = 2;

/** A whole debate a minute, each in a new session: does the server's memory stay level? */
export async function soak(minutes: number, students: number, minute = 60_000): Promise<Figure[]> {
  await using server = await resolved(INSPECTED);
  const samples: (Memory & { minute: number })[] = [];
  await withGenerator(async (generator) => {
    for (let passed = 1; passed <= minutes; passed += 1) {
      const over = pause(minute);
      await debate(server, generator, students);
      await over;
      const memory = await memoryLeft(server.inspectors);
      samples.push({ minute: passed, ...memory });
      const { resident, heap } = memory;
      process.stdout.write(
        `  minute ${passed}: ${(resident / MB).toFixed(1)} MB resident, ${(heap / MB).toFixed(1)} MB of it heap\n`,
      );
    }
  });
  const after = samples.filter((sample) => sample.minute > SOAK_WARM_UP);
  const trend = (part: keyof Memory) =>
    slope(after.map((sample) => ({ x: sample.minute, y: sample[part] / MB })));
  const resident = trend("resident");
  const name = `soak of ${minutes} minutes, a session of ${students} each`;
  return [
    {
      name: `${name}, resident`,
      unit: "MB/min",
      resolved: resident,
      bar: { text: "<= 1", met: resident <= 1 },
    },
    { name: `${name}, heap and buffers`, unit: "MB/min", resolved: trend("heap") },
    { name: `${name}, resident at the end`, unit: "MB", resolved: (samples.at(-1)?.resident ?? 0) / MB },
  ];
}

async function debate(server: Resolved, generator: Generator, students: number): Promise<void> {
  const { url } = server;
  const classroom: Classroom = await server.open();
  const auths = await classroom.auths(students);
  await generator.ask("connect", { url, auths, syncs: true });
  await classroom.move("before");
  await generator.ask("vote", { round: "before" });
  await classroom.move("reading");
  await classroom.move("rebuttal");
  await argue(url, auths.slice(0, 10), 20, 100);
  await classroom.move("after");
  await generator.ask("vote", { round: "after" });
  await classroom.move("results");
  await fetch(`${url}/results/${classroom.code}`).then((page) => page.text());
  await generator.ask("leave", undefined);
  await classroom.move("closed");
  classroom.close();
}

import { setTimeout as pause } from "node:timers/promises";
import { argue } from "#tests/bench/arguing.ts";
import type { Classroom } from "#tests/bench/classroom.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import { atMost, type Figure, slope } from "#tests/bench/figures.ts";
import { INSPECTED, type Memory, memoryLeft } from "#tests/bench/inspector.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { withGenerator } from "#tests/bench/valid-runs.ts";

const MB = 1e6;
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
      bar: atMost(resident, 1, "MB/min"),
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

import { writeFile } from "node:fs/promises";
import path from "node:path";
import { resolved } from "#tests/bench/contestants.ts";
import { type CpuProfile, type SelfTime, selfTimes } from "#tests/bench/cpu-profile.ts";
import { aligned, type Figure } from "#tests/bench/figures.ts";
import { INSPECTED, inspect } from "#tests/bench/inspector.ts";
import { IDLE } from "#tests/bench/parts.ts";
import { withStudents } from "#tests/bench/turns.ts";

const SECONDS = 5;
const WARM_UP_SECONDS = 3;
/** Between two samples, in microseconds. */
const INTERVAL = 250;
const SHOWN = 25;

/** Where the time of a vote goes: a closed loop under V8's profiler, thread by thread. */
export async function profile(students: number, reports: string): Promise<Figure[]> {
  await using contestant = await resolved(INSPECTED);
  await contestant.move("before");
  const { threads, close } = await inspect(contestant.inspectors[0]);
  const { votes, seconds } = await withStudents(contestant, students, async (generator) => {
    await generator.ask("vote", { round: "before", until: WARM_UP_SECONDS });
    for (const { call } of threads) {
      await call("Profiler.enable");
      await call("Profiler.setSamplingInterval", { interval: INTERVAL });
      await call("Profiler.start");
    }
    return generator.ask("vote", { round: "before", until: SECONDS });
  });
  process.stdout.write(`  ${votes} votes in ${seconds.toFixed(1)} s, slowed down by the profiler\n`);
  const stopped = threads.map(async ({ name, call }) => ({
    name,
    profile: (await call<{ profile: CpuProfile }>("Profiler.stop")).profile,
  }));
  for (const { name, profile } of await Promise.all(stopped)) {
    const file = path.join(reports, `${name}.cpuprofile`);
    await writeFile(file, JSON.stringify(profile));
    process.stdout.write(`\n${name}, kept as ${file}: `);
    summarise(profile, votes);
  }
  close();
  return [{ name: "durable votes under the profiler", unit: "1/s", resolved: votes / seconds }];
}

function summarise(profile: CpuProfile, votes: number): void {
  const functions = selfTimes(profile);
  const total = sumOf(functions);
  const working = functions.filter(({ part }) => part !== IDLE);
  const busy = sumOf(working);
  const row = (time: number) => [`${((time / busy) * 100).toFixed(1)} %`, (time / votes).toFixed(2)];
  const parts = [...new Set(working.map(({ part }) => part))]
    .map((part) => ({ part, time: sumOf(working.filter((each) => each.part === part)) }))
    .sort((one, other) => other.time - one.time);
  const share = ((busy / total) * 100).toFixed(0);
  process.stdout.write(`busy ${share} % of the time, waits for the disk among it\n\n`);
  const heading = ["of busy", "us/vote"];
  const partRows = parts.map(({ part, time }) => [part, ...row(time)]);
  process.stdout.write(`${aligned([["part, self time", ...heading], ...partRows])}\n\n`);
  const functionRows = working.slice(0, SHOWN).map(({ name, place, time }) => [...row(time), name, place]);
  process.stdout.write(`${aligned([[...heading, "function", "where"], ...functionRows])}\n`);
}

function sumOf(functions: SelfTime[]): number {
  return functions.reduce((sum, { time }) => sum + time, 0);
}

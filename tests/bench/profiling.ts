import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Contestant } from "#tests/bench/contestants.ts";
import { type CpuProfile, type SelfTime, selfTimes } from "#tests/bench/cpu-profile.ts";
import { aligned } from "#tests/bench/figures.ts";
import { inspect } from "#tests/bench/inspector.ts";
import { IDLE } from "#tests/bench/parts.ts";

/** Between two samples, in microseconds. */
const INTERVAL = 250;
const SHOWN = 25;
export const REPORTS = "test-results";

/** Starts V8's profiler on all threads of a server's main process. */
export async function profiling({ inspectors }: Contestant) {
  const { threads, close } = await inspect(inspectors[0]);
  for (const { call } of threads) {
    await call("Profiler.enable");
    await call("Profiler.setSamplingInterval", { interval: INTERVAL });
    await call("Profiler.start");
  }
  return {
    /** Ends it, keeps the profiles as files and prints them, per `unit` of which there were `count`. */
    async print(name: string, unit: string, count: number): Promise<void> {
      const stopped = threads.map(async (thread) => ({
        name: thread.name,
        profile: (await thread.call<{ profile: CpuProfile }>("Profiler.stop")).profile,
      }));
      for (const { name: thread, profile } of await Promise.all(stopped)) {
        const file = path.join(REPORTS, `${name}-${thread}.cpuprofile`);
        await writeFile(file, JSON.stringify(profile));
        process.stdout.write(`\n${thread}, kept as ${file}: `);
        summarise(profile, unit, count);
      }
      close();
    },
  };
}

function summarise(profile: CpuProfile, unit: string, count: number): void {
  const functions = selfTimes(profile);
  const total = sumOf(functions);
  const working = functions.filter(({ part }) => part !== IDLE);
  const busy = sumOf(working);
  const row = (time: number) => [`${((time / busy) * 100).toFixed(1)} %`, (time / count).toFixed(2)];
  const parts = [...new Set(working.map(({ part }) => part))]
    .map((part) => ({ part, time: sumOf(working.filter((each) => each.part === part)) }))
    .sort((one, other) => other.time - one.time);
  const [seconds, share] = [busy / 1e6, (busy / total) * 100];
  process.stdout.write(
    `busy for ${seconds.toFixed(1)} s, ${share.toFixed(0)} % of the time, waits for the disk among it\n\n`,
  );
  const heading = ["of busy", `us/${unit}`];
  const partRows = parts.map(({ part, time }) => [part, ...row(time)]);
  process.stdout.write(`${aligned([["part, self time", ...heading], ...partRows])}\n\n`);
  const functionRows = working.slice(0, SHOWN).map(({ name, place, time }) => [...row(time), name, place]);
  process.stdout.write(`${aligned([[...heading, "function", "where"], ...functionRows])}\n`);
}

function sumOf(functions: SelfTime[]): number {
  return functions.reduce((sum, { time }) => sum + time, 0);
}

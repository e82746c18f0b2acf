import { resolved } from "#tests/bench/contestants.ts";
import type { Figure } from "#tests/bench/figures.ts";
import { INSPECTED } from "#tests/bench/inspector.ts";
import { profiling } from "#tests/bench/profiling.ts";
import { withStudents } from "#tests/bench/turns.ts";

const SECONDS = 5;
const WARM_UP_SECONDS = 3;

/** Where the time of a vote goes: a closed loop under V8's profiler, thread by thread. */
export async function profile(students: number): Promise<Figure[]> {
  await using contestant = await resolved(INSPECTED);
  await contestant.move("before");
  return await withStudents(contestant, students, async (generator) => {
    await generator.ask("vote", { round: "before", until: WARM_UP_SECONDS });
    const { print } = await profiling(contestant);
    const { votes, seconds } = await generator.ask("vote", { round: "before", until: SECONDS });
    process.stdout.write(`  ${votes} votes in ${seconds.toFixed(1)} s, slowed down by the profiler\n`);
    await print("profile", "vote", votes);
    return [{ name: "durable votes under the profiler", unit: "1/s", resolved: votes / seconds }];
  });
}

import os from "node:os";
import type { Contestant } from "#tests/bench/contestants.ts";
import { idleOfMachine } from "#tests/bench/processes.ts";
import type { Effort } from "#tests/bench/voting.ts";

/** How much of a core other programs used: all but the server, the generators and this process. */
export async function othersDuring<Done extends Record<string, Effort>>(
  { cpu }: Contestant,
  run: () => Promise<Done>,
): Promise<{ done: Done; others: number }> {
  const [started, idle, used, own] = [performance.now(), idleOfMachine(), cpu(), process.cpuUsage()];
  const done = await run();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(own);
  const generators = Object.values(done).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const known = idleOfMachine() - idle + (cpu() - used) + generators + (user + system) / 1e6;
  return { done, others: os.availableParallelism() - known / seconds };
}

import { readFileSync } from "node:fs";
import os from "node:os";
import type { Contestant } from "#tests/bench/contestants.ts";
import { idleOfMachine } from "#tests/bench/processes.ts";
import type { Effort } from "#tests/bench/voting.ts";
import { childrenOf } from "#tests/support/family.ts";

const EVERY = 250; // milliseconds

/** Bytes of memory in which a process and those that it has started are resident. */
export function residentOf(pid: number): number {
  const kilobytes = [pid, ...childrenOf(pid)].map((each) =>
    Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) * 1024;
}

/** The highest of a figure, polled until `run` is done. */
export async function peakDuring<T>(
  look: () => number,
  run: () => Promise<T>,
): Promise<{ done: T; highest: number }> {
  let highest = look();
  const watching = setInterval(() => {
    highest = Math.max(highest, look());
  }, EVERY);
  const done = await run().finally(() => clearInterval(watching));
  return { done, highest };
}

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

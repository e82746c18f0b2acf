import type { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { castAll, type Voting } from "#server/capacity/phones/voting.ts";
import { type Spread, spread } from "#tests/bench/figures.ts";

/** The CPU that a process used. `busy`: 1 is a whole core. */
export type Effort = { seconds: number; cpuSeconds: number; busy: number };

/** Ballots cast and confirmed, and the milliseconds from tap to confirmation. */
export type Votes = Effort & Spread & { votes: number; confirmedAt?: number[] };

export async function withEffort<T extends object>(run: () => Promise<T>): Promise<T & Effort> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const done = await run();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  return { ...done, seconds, cpuSeconds, busy: cpuSeconds / seconds };
}

export async function vote(wires: PhoneConnection[], voting: Voting): Promise<Votes> {
  let times: number[] = [];
  const confirmedAt: number[] = [];
  const effort = await withEffort(async () => {
    times = await castAll(wires, voting, confirmedAt);
    return {};
  });
  return { ...effort, ...spread(times), votes: times.length, ...(voting.stamps && { confirmedAt }) };
}

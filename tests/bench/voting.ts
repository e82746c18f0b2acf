import { Ballot } from "#tests/bench/ballot.ts";
import { type Spread, spread } from "#tests/bench/figures.ts";
import type { Wire } from "#tests/bench/wire.ts";

/** The CPU that a process used. `busy`: 1 is a whole core. */
export type Effort = { seconds: number; cpuSeconds: number; busy: number };

/** Ballots cast and confirmed, and the milliseconds from tap to confirmation. */
export type Votes = Effort & Spread & { votes: number; confirmedAt?: number[] };

const CHOICES = ["for", "against", "undecided"];

export async function withEffort<T extends object>(run: () => Promise<T>): Promise<T & Effort> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const done = await run();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  return { ...done, seconds, cpuSeconds, busy: cpuSeconds / seconds };
}

/**
 * Everyone votes at the same moment, or at a random moment in the seconds of `within`; and each one
 * confirmed votes again, until the seconds of `until` are over. `stamps`: also returns when each was confirmed.
 */
export type Voting = { round: string; within?: number; until?: number; stamps?: boolean };

export async function vote(wires: Wire[], voting: Voting): Promise<Votes> {
  let times: number[] = [];
  const confirmedAt: number[] = [];
  const effort = await withEffort(async () => {
    times = await castAll(wires, voting, confirmedAt);
    return {};
  });
  return { ...effort, ...spread(times), votes: times.length, ...(voting.stamps && { confirmedAt }) };
}

// Without a promise a vote: callbacks alone keep the generator cheaper than what it measures.
function castAll(
  wires: Wire[],
  { round, within = 0, until = 0, stamps = false }: Voting,
  confirmedAt: number[],
): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const end = performance.now() + until * 1000;
    let voting = wires.length;
    for (const [index, wire] of wires.entries()) {
      const ballot = new Ballot(round, CHOICES[index % CHOICES.length] ?? "for");
      let started = 0;
      const cast = (now: number) => {
        started = now;
        ballot.raise();
        wire.write(ballot.frame);
      };
      wire.onClose = () => reject(new Error("a voter's connection was closed"));
      wire.onBallot = (bytes, start, stop) => {
        const now = performance.now();
        times.push(now - started);
        if (stamps) confirmedAt.push(performance.timeOrigin + now);
        if (!ballot.isConfirmedBy(bytes, start, stop))
          reject(new Error(`a vote was answered with ${bytes.toString("utf8", start, stop)}`));
        else if (now < end) cast(now);
        else {
          voting -= 1;
          if (voting === 0) resolve(times);
        }
      };
      if (within === 0) cast(performance.now());
      else setTimeout(() => cast(performance.now()), Math.random() * within * 1000);
    }
  });
}

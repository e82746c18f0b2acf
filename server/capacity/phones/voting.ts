import { CHOICES } from "#debate/rules/choices.ts";
import { Ballot } from "#server/capacity/phones/ballot.ts";
import type { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";

/**
 * Everyone votes at the same moment, or at a random moment in the seconds of `within`; and each one
 * confirmed votes again, until the seconds of `until` are over. `stamps`: also returns when each was confirmed.
 */
export type Voting = { round: string; within?: number; until?: number; stamps?: boolean };

/** Resolves with the milliseconds from each tap to its confirmation. */
export function castAll(
  wires: PhoneConnection[],
  { round, within = 0, until = 0, stamps = false }: Voting,
  confirmedAt: number[] = [],
): Promise<number[]> {
  // Without a promise a vote: callbacks alone keep the phones cheaper than what they measure.
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

import { setTimeout as pause } from "node:timers/promises";
import { Ballot } from "#server/capacity/phones/ballot.ts";
import type { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { spread } from "#tests/bench/figures.ts";
import { type Votes, withEffort } from "#tests/bench/voting.ts";

export type Pace = { round: string; perSecond: number; seconds: number };

/** How long the last votes may wait for their answers, in milliseconds. */
const PATIENCE = 30_000;

/** Students vote one after the other, so many a second in all; a student whose last vote is unanswered is passed over. */
export async function voteSteadily(
  wires: PhoneConnection[],
  { round, perSecond, seconds }: Pace,
): Promise<Votes> {
  const times: number[] = [];
  const voters = wires.map((wire) => voter(wire, round, times));
  const effort = await withEffort(async () => {
    const started = performance.now();
    const elapsed = () => (performance.now() - started) / 1000;
    for (let turn = 0; elapsed() < seconds; turn += 1) {
      voters[turn % voters.length]?.cast();
      await pause(Math.max(0, ((turn + 1) / perSecond - elapsed()) * 1000));
    }
    const end = performance.now() + PATIENCE;
    while (voters.some(({ waits }) => waits())) {
      if (performance.now() > end) throw new Error("a vote was not answered");
      await pause(10);
    }
    return {};
  });
  return { ...effort, ...spread(times), votes: times.length };
}

function voter(wire: PhoneConnection, round: string, times: number[]) {
  const ballot = new Ballot(round, "for");
  let castAt: number | null = null;
  wire.onBallot = (bytes, start, end) => {
    if (!ballot.isConfirmedBy(bytes, start, end))
      throw new Error(`a vote was answered with ${bytes.toString("utf8", start, end)}`);
    if (castAt !== null) times.push(performance.now() - castAt);
    castAt = null;
  };
  return {
    waits: () => castAt !== null,
    cast(): void {
      if (castAt !== null) return;
      castAt = performance.now();
      ballot.raise();
      wire.write(ballot.frame);
    },
  };
}

import { expect, test } from "vitest";
import { controlResults } from "#debate/activities/control/results.ts";
import type { CountedBallot } from "#debate/counting/input.ts";
import { votersOf } from "#debate/counting/tally.ts";
import type { Choice } from "#debate/rules/choices.ts";

type Votes = [before: Choice, after: Choice, first: Choice | undefined, last: Choice | undefined];

function counted(votes: readonly Votes[], { isAnonymous = false, phase = "results" } = {}) {
  const ballots = votes.flatMap(([before, after, first, last], n): CountedBallot[] => [
    { participantId: `${n}`, round: "before", choice: before, control: first },
    { participantId: `${n}`, round: "after", choice: after, control: last },
  ]);
  const rounds = ["before", "after"] as const;
  return controlResults.count({ ballots, rounds, phase, isAnonymous, voters: votersOf(ballots, rounds) });
}
const times = (count: number, votes: Votes) => Array.from({ length: count }, () => votes);
const MOVED: Votes = ["against", "for", "for", "for"];
const DRIFTED: Votes = ["for", "for", "against", "undecided"];

test("[M41] each step on the debated resolution less that on the other, of who answered both twice", () => {
  // Six by +2, three by -1, and two who left one out.
  const beyond = counted([
    ...times(6, MOVED),
    ...times(3, DRIFTED),
    ...times(2, ["for", "for", "for", undefined]),
  ]);
  expect(beyond).toMatchObject({ n: 9, points: 100 });
  expect(beyond?.interval[0]).toBeLessThan(100);
});

test("[M42] there is none below eight people or before the results, nor of an anonymous class that is nearly alike", () => {
  expect(counted(times(7, MOVED))).toBeNull();
  expect(counted(times(9, MOVED), { phase: "after" })).toBeNull();
  const nearly = [...times(9, MOVED), ...times(3, DRIFTED)];
  expect(counted(nearly, { isAnonymous: true })).toBeNull();
  expect(counted([...nearly, DRIFTED], { isAnonymous: true })).toMatchObject({ n: 13 });
  expect(controlResults.forHost({ n: 13, points: 1, interval: [0, 2] }, false)).toBeNull();
});

/** First and last vote on the debated resolution and on the other, whose difference is so many steps. */
const BY_STEPS: Readonly<Record<number, Votes>> = {
  [-4]: ["for", "against", "against", "for"],
  [-2]: ["for", "against", "for", "for"],
  0: ["for", "for", "against", "against"],
  2: ["against", "for", "for", "for"],
  4: ["against", "for", "for", "against"],
};

test("[M42] of every anonymous class of eight it is told only where no step follows, also for one who knows an own one", () => {
  const steps = Object.keys(BY_STEPS).map(Number);
  let told = 0;
  const spread = (left: number, counts: readonly number[]): void => {
    if (counts.length < steps.length - 1) {
      for (let count = 0; count <= left; count += 1) spread(left - count, [...counts, count]);
      return;
    }
    const people = [...counts, left];
    const votes = people.flatMap((count, place) => times(count, BY_STEPS[steps[place] ?? 0] as Votes));
    if (!counted(votes, { isAnonymous: true })) return;
    told += 1;
    for (const [place, count] of people.entries()) {
      if (count === 0) continue;
      const rest = people.map((each, other) => (other === place ? each - 1 : each));
      expect(7 - Math.max(...rest)).toBeGreaterThanOrEqual(3);
    }
  };
  spread(8, []);
  expect(told).toBeGreaterThan(0);
});

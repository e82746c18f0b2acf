import { describe, expect, test } from "vitest";
import { guesses, guessResults } from "#debate/activities/guess/results.ts";

describe("[M12] guess the room", () => {
  const last = { round: "after", n: 30, for: 18, against: 9, undecided: 3 } as const;
  const guess = (participantId: string, share: number) => ({ participantId, share });

  test("the mean guess beside the true share", () => {
    expect(guesses([guess("a", 40), guess("b", 50)], last)).toMatchObject({ n: 2, mean: 45, truth: 60 });
    expect(guesses([], last)).toBeNull();
    expect(guesses([guess("a", 40)], { ...last, n: 0 })).toBeNull();
  });

  test("how many guessed each five percent", () => {
    const shares = [0, 4, 5, 99, 100];
    const counts = guesses(
      shares.map((share) => guess(`${share}`, share)),
      last,
    )?.counts;
    expect(counts).toEqual([2, 1, ...Array.from({ length: 17 }, () => 0), 1, 1]);
  });

  test("by camp where ten guessed", () => {
    const given = Array.from({ length: 19 }, (_, i) => guess(`${i}`, i < 10 ? 70 : 30));
    const camp = (id: string) => (Number(id) < 10 ? "for" : "against");
    expect(guesses(given, last, camp)?.byCamp).toEqual({ for: { n: 10, mean: 70 } });
  });

  test("[Z11] [K9] afterwards beside the share that the class was first shown, without camps, and not where none was", () => {
    const told = { n: 2, mean: 45, truth: 60, counts: [], byCamp: {} };
    const beside = (...rounds: object[]) =>
      guessResults.afterwards(told, { rounds } as unknown as Parameters<typeof guessResults.afterwards>[1]);
    const { byCamp: _, ...ofAll } = told;
    expect(beside({ ...last, n: 20, for: 5 })).toEqual({ ...ofAll, truth: 25 });
    expect([beside({ ...last, for: null }), beside({ ...last, n: 0 }), beside()]).toEqual([null, null, null]);
  });
});

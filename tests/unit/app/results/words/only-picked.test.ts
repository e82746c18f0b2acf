import { expect, test } from "vitest";
import { onlyPicked } from "#app/results/words/only-picked.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import type { HostsWords } from "#debate/protocol/pages.ts";
import { ballot, session } from "#tests/unit/debate/counting/classroom.ts";

const results = (reasons: number, ...picked: string[]): Results => ({
  ...countResults(
    session({
      ballots: Array.from({ length: 3 }, (_, n) => ({
        ...ballot(`p${n}`, "before", "for"),
        ...(n < reasons && { reason: "So." }),
      })),
    }),
  ),
  picked: picked.map((id) => ({ id, kind: "reason", text: "So.", round: "before" })),
});
const listed = (...picked: string[]): HostsWords[] =>
  ["a", "b", "c"].map((id) => ({
    ...{ id, kind: "reason", round: "before", choice: "for", toward: null, text: "So." },
    picked: picked.includes(id),
  }));

test("[V18] of 30 picks, one after the other, the list is read again for none", () => {
  const ids = Array.from({ length: 30 }, (_, n) => `words ${n}`);
  const words = ids.map((id) => ({ ...(listed()[0] as HostsWords), id }));
  const reads = ids.filter((_, n) => {
    const [before, now] = [ids.slice(0, n), ids.slice(0, n + 1)];
    const shown = words.map((each) => ({ ...each, picked: now.includes(each.id) }));
    return !onlyPicked(results(3, ...before), results(3, ...now.toReversed()), shown);
  });
  expect(reads).toEqual([]);
});

test("[V18] the list is read again if anything else is new, and for picks that it does not show", () => {
  expect(onlyPicked(results(3, "a"), results(3), listed())).toBe(true);
  // Picked elsewhere, or deleted.
  expect(onlyPicked(results(3), results(3, "a"), listed())).toBe(false);
  expect(onlyPicked(results(3, "a"), results(3), listed("a"))).toBe(false);
  // Other words were deleted, with this pick or without one.
  expect(onlyPicked(results(3), results(2, "a"), listed("a"))).toBe(false);
  expect(onlyPicked(results(3, "a"), results(3, "a"), listed("a"))).toBe(false);
});

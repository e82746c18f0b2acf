import { expect, test } from "vitest";
import { unwatched } from "#server/platform/watch.ts";
import { createGroupWriter, QUEUE_LENGTH } from "#server/store/group-writer.ts";

test("[L9] when too many ballots wait, one more is answered `busy`, and all others are stored", async () => {
  const stored: number[] = [];
  const outcomes: string[] = [];
  const watch = { ...unwatched(), settled: (outcome: string) => void outcomes.push(outcome) };
  const write = createGroupWriter<{ n: number }, string>(
    {
      store: async (items) => {
        stored.push(...items.map(({ n }) => n));
        return [];
      },
      stored: () => "stored",
      explain: async () => () => null,
      busy: () => "busy",
    },
    null,
    watch,
  );
  const waiting = Array.from({ length: QUEUE_LENGTH }, (_, n) => write({ n }));
  expect(await write({ n: -1 })).toBe("busy");
  expect(outcomes).toEqual(["busy"]);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["stored"]));
  expect(stored).toEqual(waiting.map((_, n) => n));
  expect(await write({ n: -2 })).toBe("stored");
});

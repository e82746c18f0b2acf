import { expect, test } from "vitest";
import { unwatched } from "#server/platform/watch.ts";
import { createGroupWriter, QUEUE_LENGTH } from "#server/store/group-writer.ts";

test("[L9] where too many ballots wait, one more is answered `busy`, and all others are stored", async () => {
  const stored: number[] = [];
  const outcomes: string[] = [];
  const watch = { ...unwatched(), settled: (outcome: string) => void outcomes.push(outcome) };
  const write = createGroupWriter<number, string>(
    {
      store: async (items) => {
        stored.push(...items);
        return [];
      },
      stored: () => "stored",
      explain: async () => [],
      busy: () => "busy",
    },
    null,
    watch,
  );
  const waiting = Array.from({ length: QUEUE_LENGTH }, (_, n) => write(n));
  expect(await write(-1)).toBe("busy");
  expect(outcomes).toEqual(["busy"]);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["stored"]));
  expect(stored).toEqual(waiting.map((_, n) => n));
  expect(await write(-2)).toBe("stored");
});

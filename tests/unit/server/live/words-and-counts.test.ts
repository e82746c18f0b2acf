import { expect, test } from "vitest";
import type { WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import { createWordsAndCounts } from "#server/live/words-and-counts.ts";

function written(n: number, change: Partial<WrittenRebuttal> = {}): WrittenRebuttal {
  return {
    ...{ id: `${n}`.padStart(8, "0"), sessionId: "s", participantId: `${n}`, author: "Ada", side: "for" },
    ...{ body: "Geography does not bargain.", at: n, status: "published", changed: n, endorsed: 0 },
    ...{ reports: [], answers: 0, merged: [], rank: n },
    ...change,
  } as WrittenRebuttal;
}

test("[R28] words are sent once and again when they change; after 300 counts the next wait 150 seconds", () => {
  const all = Array.from({ length: 300 }, (_, n) => written(n));
  const gathered = createWordsAndCounts();
  expect(gathered.take(all)).toEqual(all);
  expect(gathered.known()).toBe(300);
  expect(gathered.dueIn(0)).toBe(null);
  const endorsed = all.map((rebuttal) => ({ ...rebuttal, endorsed: 7 }));
  expect(gathered.take(endorsed)).toEqual([]);
  expect(gathered.dueIn(0)).toBe(0);
  expect(gathered.counts(0)).toHaveLength(300);
  const edited = written(3, { endorsed: 0, editedAt: 1 });
  expect(gathered.take([edited, written(4, { endorsed: 8 })])).toEqual([edited]);
  expect(gathered.dueIn(0)).toBe(150_000);
  expect(gathered.counts(150_000)).toEqual([["00000004", 8, 4]]);
  expect(gathered.dueIn(150_000)).toBe(null);
});

test("[R32] [R28] another author of what was merged is news of its words", () => {
  const gathered = createWordsAndCounts();
  const of = (participantId: string) =>
    written(1, { merged: [{ id: "m", participantId, author: participantId }] });
  for (const rebuttal of [of("ben"), of("cyd")]) expect(gathered.take([rebuttal])).toEqual([rebuttal]);
  expect(gathered.take([of("cyd")])).toEqual([]);
});

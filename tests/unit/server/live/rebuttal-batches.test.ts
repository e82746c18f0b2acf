import { describe, expect, test } from "vitest";
import { withBatch } from "#app/live/newest.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";
import { mayRead, rebuttalFor, type WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import type { Rebuttal, RebuttalBatch, RebuttalCount } from "#debate/rules/snapshot.ts";
import { batchesFor, batchesForStudents, type Changes } from "#server/live/rebuttal-batches.ts";
import type { RoomRecord } from "#server/store/sessions/sessions.ts";
import { createDice, SEED } from "#tests/support/chance.ts";

const room = {
  version: 7,
  phase: "rebuttal",
  settings: { identity: "pseudonym" },
  onWall: null,
} as unknown as RoomRecord;

const written = (n: number, given: Partial<WrittenRebuttal> = {}): WrittenRebuttal => ({
  ...{ id: `r${n}`, participantId: `seat-${n}`, author: `Owl ${n}`, side: "for", body: `Words ${n}.` },
  ...{ status: "published", endorsed: n, reports: [], rank: n, hostRank: n, at: n },
  ...{ merged: [], answers: 0 },
  ...given,
});
const student = (participantId: string) => ({ role: "student" as const, participantId });
const changes = (all: WrittenRebuttal[], withdrawn: string[] = []): Changes => ({
  ...{ room, written: all, withdrawn },
});

/** What a student's phone holds after the messages that reach it. */
function heldBy(seat: string, before: ReadonlyMap<string, Rebuttal>, of: Changes) {
  const { everybody, apart, own } = batchesForStudents(of);
  const heard: RebuttalBatch[] = [...(apart.includes(seat) ? [] : everybody), ...(own.get(seat) ?? [])];
  return [...heard.reduce(withBatch, before)].sort();
}

describe("[R20] whatever the class was sent at once", () => {
  test("each student holds what they may read, and their own words as theirs", () => {
    const dice = createDice();
    for (let run = 0; run < 12; run += 1) {
      const seats = 1 + dice.below(30);
      const all = Array.from({ length: dice.below(60) }, (_, n) =>
        written(n, {
          participantId: `seat-${dice.below(seats)}`,
          status: dice.chance(0.8) ? "published" : dice.pick(REBUTTAL_STATUSES),
        }),
      );
      const withdrawn = ["gone", ...(dice.chance(0.5) ? ["never was"] : [])];
      for (const seat of ["a reader", ...Array.from({ length: seats }, (_, n) => `seat-${n}`)]) {
        const shown = (rebuttal: WrittenRebuttal) => rebuttalFor(student(seat), rebuttal, room.settings);
        // An older state: some are there already, and one of them was deleted since.
        const before = new Map(
          [...all.filter((_, n) => n % 3 === 0), written(99, { id: "gone" })].map((each) => [
            each.id,
            shown({ ...each, endorsed: 0 }),
          ]),
        );
        const readable = all.filter((each) => mayRead(student(seat), each, room));
        const expected = readable.map((each) => [each.id, shown(each)]).sort();
        expect(heldBy(seat, before, changes(all, withdrawn)), `SEED=${SEED}, ${seat}`).toEqual(expected);
      }
    }
  });

  test("many authors share one message; few, and those of words that are held, have one of their own", () => {
    const many = Array.from({ length: 200 }, (_, n) => written(n, n === 5 ? { status: "pending" } : {}));
    const { everybody, apart, own } = batchesForStudents(changes(many));
    expect(everybody).toHaveLength(1);
    expect(apart).toEqual(["seat-5"]);
    expect(own.get("seat-6")).toEqual([
      { cursor: 7, changed: [rebuttalFor(student("seat-6"), written(6), room.settings)], removed: [] },
    ]);
    expect(own.get("seat-5")?.[0]?.changed).toHaveLength(200);
    expect(batchesForStudents(changes(many.slice(0, 3))).apart).toHaveLength(3);
  });
});

test("[R28] counts reach each student in one of the messages with words, or in one of their own", () => {
  const counts: RebuttalCount[] = [["r99", 5, 1]];
  const heard = (seat: string, of: Changes) => {
    const { everybody, apart, own } = batchesForStudents(of, counts);
    return [...(apart.includes(seat) ? [] : everybody), ...(own.get(seat) ?? [])];
  };
  const told = (batches: RebuttalBatch[]) => batches.flatMap((batch) => batch.counts ?? []);
  // Of many authors one whose words are held back, of few each, is sent everything in one.
  for (const length of [0, 3, 450, 1_200]) {
    const many = Array.from({ length }, (_, n) => written(n, n === 5 ? { status: "pending" } : {}));
    for (const seat of ["a reader", "seat-2", "seat-5"])
      expect(told(heard(seat, changes(many))), `${seat} of ${length}`).toEqual(counts);
  }
  expect(heard("a reader", changes([]))).toEqual([{ cursor: 7, changed: [], removed: [], counts }]);
});

test("[R20] a phone keeps its student's words as theirs when it is told what the class is", () => {
  const many = Array.from({ length: 50 }, (_, n) => written(n));
  const own = rebuttalFor(student("seat-3"), written(3, { endorsed: 0 }), room.settings);
  const [shared = expect.fail("nothing was sent")] = batchesForStudents(changes(many)).everybody;
  const held = withBatch(new Map([["r3", own]]), shared);
  expect(held.get("r3")).toMatchObject({ by: "you", endorsements: 3 });
  expect(held.get("r4")).toMatchObject({ by: "Owl 4" });
});

test("[R15] [R20] changes come in pages, the oldest first; of more than five pages the newest one is sent", () => {
  const pages = batchesFor(
    student("x"),
    changes(
      Array.from({ length: 450 }, (_, n) => written(n)),
      ["gone"],
    ),
  );
  expect(pages.map(({ changed }) => changed.length)).toEqual([50, 200, 200]);
  expect(pages.flatMap(({ changed }) => changed.map(({ at }) => at))).toEqual(
    Array.from({ length: 450 }, (_, n) => n),
  );
  expect(pages.map(({ removed, more }) => [removed.length, more])).toEqual([
    [1, undefined],
    [0, undefined],
    [0, undefined],
  ]);
  const [newest, ...none] = batchesFor(
    student("x"),
    changes(Array.from({ length: 1_001 }, (_, n) => written(n))),
  );
  expect(none).toEqual([]);
  expect(newest).toMatchObject({ more: true });
  expect(newest?.changed.map(({ at }) => at)).toEqual(Array.from({ length: 200 }, (_, n) => 801 + n));
});

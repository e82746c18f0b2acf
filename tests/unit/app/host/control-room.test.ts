import { expect, test } from "vitest";
import { nextStep } from "#app/host/next-step.ts";
import { editionsOnWall, held, tickedAmong, waiting, withHiddenLast } from "#app/host/rebuttal-lists.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english } = ALL_WORDS;

const snapshot = (given: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  phase: "rebuttal",
  locked: false,
  joined: 0,
  turnout: { round: "reading", voted: 0 },
  ...given,
});

test("back in reading after rebuttals were written, the vote after reading is opened only after a question", () => {
  const settings = Settings.parse({ questions: { readingVote: true } });
  const reading = snapshot({ phase: "reading" });
  expect(nextStep(reading, settings, { hasArgued: true })).toMatchObject({
    to: "reading-vote",
    doubt: { kind: "argued" },
    skip: "rebuttal",
  });
  expect(nextStep(reading, settings)).toMatchObject({ doubt: null, skip: null });
  const without = nextStep(reading, Settings.parse({ questions: { readingVote: false } }), {
    hasArgued: true,
  });
  expect(without).toMatchObject({ to: "rebuttal", doubt: null, skip: null });
});

test("[H3] closing a rehearsal without a later vote deletes it, and its button and its question say so", () => {
  const asked = (settings: Settings, simulated?: number) => {
    const step = nextStep(snapshot({ phase: "results" }), settings, { simulated });
    return { button: english.host.next[step?.words ?? "closed"], kind: step?.doubt?.kind };
  };
  expect(asked(Settings.parse({}), 30)).toEqual({ button: "End rehearsal", kind: "end" });
  expect(asked(Settings.parse({}))).toEqual({ button: "Close the session", kind: "close" });
  // [P34] With a later vote it stays.
  expect(asked(Settings.parse({ activities: { laterVote: {} } }), 30)).toEqual({
    button: "Close the session",
    kind: "close",
  });
  expect(english.host.next.endBody).toContain("deleted");
});

test("[B10] closing a vote asks first while people write about theirs, and other steps don't", () => {
  const all = { joined: 3, turnout: { round: "before", voted: 3 } } as const;
  const before = snapshot({ ...all, phase: "before" });
  const settings = Settings.parse({});
  expect(nextStep(before, settings)).toMatchObject({ doubt: null });
  expect(nextStep(before, settings, { writing: 2 })).toMatchObject({ doubt: { kind: "writing", count: 2 } });
  // Who hasn't voted comes first; the question names both.
  expect(nextStep({ ...before, joined: 4 }, settings, { writing: 2 })).toMatchObject({
    doubt: { kind: "missing", count: 1 },
  });
  expect(nextStep(snapshot({ ...all, phase: "reading" }), settings, { writing: 2 })?.doubt?.kind).not.toBe(
    "writing",
  );
});

function one(id: string, given: Partial<Rebuttal> = {}): Rebuttal {
  return { id, side: "for", body: id, endorsements: 0, status: "pending", at: 1, rank: 1, ...given };
}
const byId = (...rebuttals: Rebuttal[]) => new Map(rebuttals.map((each) => [each.id, each]));

test("[R35] what is new or newly reported comes to the end of the queue, however old it is", () => {
  const queue = (seen: string[], ...rebuttals: Rebuttal[]) =>
    held(waiting(rebuttals), seen).map(({ id }) => id);
  const [old, second, third] = [
    one("old", { status: "published" }),
    one("second", { at: 2 }),
    one("third", { at: 3 }),
  ];
  expect(queue([], third, second, old)).toEqual(["second", "third"]);
  const reported = { ...old, reports: ["Rude."] };
  expect(queue(["second", "third"], reported, second, third)).toEqual(["second", "third", "old"]);
  expect(queue(["second", "third", "old"], reported, third)).toEqual(["third", "old"]);
});

test("[R26] what is gone, or has other words than those that were ticked, is not decided with the others", () => {
  const ticked = new Map([
    ["same", 0],
    ["edited", 0],
    ["again", 5],
    ["gone", 0],
  ]);
  const known = byId(one("same"), one("edited", { edition: 7 }), one("again", { edition: 5 }), one("other"));
  const { picked, changed } = tickedAmong(ticked, known);
  expect(picked.map(({ id }) => id)).toEqual(["same", "again"]);
  expect(changed).toEqual(["edited"]);
});

test("[R21] what goes on the projector says by which words, as far as these have arrived", () => {
  const known = byId(one("first"), one("edited", { edition: 7 }));
  expect(editionsOnWall({ rebuttalId: "first" }, known)).toEqual({ edition: 0 });
  expect(editionsOnWall({ rebuttalId: "edited", replies: ["first"] }, known)).toEqual({
    edition: 7,
    editions: [0],
  });
  expect(editionsOnWall({ rebuttalId: "first", replies: ["edited", "gone"] }, known)).toEqual({ edition: 0 });
  expect(editionsOnWall({ rebuttalId: "gone" }, known)).toEqual({});
  for (const other of [null, "blank", { chart: "flow" }] as const)
    expect(editionsOnWall(other, known)).toEqual({});
});

test("[R39] hidden rebuttals come after the others, each part in its order", () => {
  const list = (["hidden", "published", "hidden", "published"] as const).map(
    (status, at) => ({ id: `${at}`, status }) as Rebuttal,
  );
  expect(withHiddenLast(list).map(({ id }) => id)).toEqual(["1", "3", "0", "2"]);
});

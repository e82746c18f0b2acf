import { expect, test } from "vitest";
import { nextStep } from "#app/host/next-step.ts";
import { openRound } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
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

test.each([
  ["lobby", "before"],
  ["reading", "reading-vote"],
  ["rebuttal", "after"],
  ["pairs", "after"],
  ["closed", "later"],
] as const)("from %s, button, heading and phase call the next vote the same", (phase, opened) => {
  const settings = Settings.parse({ questions: { readingVote: true }, activities: { laterVote: {} } });
  const name = english.phases[opened].name.toLowerCase();
  const step = nextStep(snapshot({ phase }), settings);
  const button = step ? english.host.next[step.words] : english.host.laterVote.open;
  expect(button).toBe(`Open the ${name}`);
  expect(english.host.vote.title[openRound(opened) ?? "before"]).toBe(`The ${name} is open`);
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

test("[V14] with a staged reveal closing the last vote shows nothing yet, and its button says so", () => {
  const after = snapshot({ phase: "after", turnout: { round: "after", voted: 0 } });
  const words = (settings: Settings) => english.host.next[nextStep(after, settings)?.words ?? "closed"];
  expect(words(Settings.parse({ reveal: "staged" }))).toBe("Close the vote");
  expect(words(Settings.parse({}))).toBe("Close the vote and show the results");
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

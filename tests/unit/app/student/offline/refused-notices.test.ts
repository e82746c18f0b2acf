import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { activityStores } from "#app/activities/phone.ts";
import { startingState } from "#app/live/live-state.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { type Draft, DraftStore } from "#app/student/argue/draft.ts";
import { Seated } from "#app/student/join/Seated.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import type { BallotPayload, Waiting } from "#app/student/offline/outbox.ts";
import { RefusedNotices } from "#app/student/offline/RefusedNotices.tsx";
import type { Phase } from "#debate/rules/phase-order.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Mine, MyBallot } from "#debate/rules/snapshot.ts";
import { wordsOf } from "#tests/support/markup.tsx";

type Phone = {
  phase?: Phase;
  ballots?: Mine["ballots"];
  waiting?: Waiting[];
  draft?: Draft | null;
  line?: string;
};

/** What a phone says above its views. */
function saidWith({ phase = "reading", ballots = {}, waiting = [], draft = null, line = "" }: Phone): string {
  const desk: Partial<Desk> = {
    ...activityStores((what) => what),
    drafts: Object.assign(new DraftStore("draft"), { atFirst: () => draft }),
    line: Object.assign(new StoredValue<string>("line", "", () => null), { atFirst: () => line }),
  };
  const seat = {
    state: startingState({
      snapshot: {
        ...{ version: 1, phase, locked: false, joined: 3 },
        turnout: { round: "before", voted: 3 },
      },
      ...{ rebuttals: [], cursor: 0, now: 0 },
    }),
    you: { ...{ participantId: "me", name: "Me", endorsed: [], posted: [], reported: [] }, ballots },
    desk: desk as Desk,
    settings: Settings.parse({}),
  } as Partial<Seat> as Seat;
  return wordsOf(
    createElement(
      Seated,
      { seat, shown: { view: "read", place: null }, waiting },
      createElement(RefusedNotices, { refused: null }),
    ),
  );
}

/** The same of a ballot that came when the vote had closed. */
function late(payload: Omit<BallotPayload, "round" | "seq">, stored?: MyBallot): string {
  const waiting: Waiting = {
    ...{ name: "ballot:cast", stamp: "one", refused: "wrong-phase" },
    payload: { round: "before", seq: 3, ...payload },
  };
  return saidWith({ waiting: [waiting], ...(stored && { ballots: { before: stored } }) });
}

test("[B1] [W4] a reason that was not finished when the vote closed is shown, and the vote is not said to be lost", () => {
  const words = late(
    { choice: "for", reason: "Because of the sea" },
    { choice: "for", seq: 2, reason: "Because" },
  );
  expect(words).toContain("What you added to your vote wasn’t saved");
  expect(words).toContain("Your vote, For, counts.");
  expect(words).toContain("Because of the sea");
  expect(words).not.toContain("wasn’t counted");
});

test("[B1] [F18] the words of a vote that wasn't counted are still there to be read, whether or not another one stands", () => {
  const reason = "The sea is no one’s. ".repeat(12).trim();
  const credit = { rebuttalId: "theirs", why: "It named the treaty." };
  const words = late({ choice: "for", reason, credit });
  expect(words).toContain("You have no vote in that round. What you wrote is still here:");
  for (const text of [reason, credit.why]) expect(words).toContain(text);
  const changed = late({ choice: "for", reason }, { choice: "against", seq: 2, reason: "Because" });
  expect(changed).toContain("Your earlier vote, Against, stands. What you wrote is still here:");
  expect(changed).toContain(reason);
  // What the earlier vote has, too, is not lost.
  const same = late({ choice: "for", reason }, { choice: "against", seq: 2, reason });
  expect(same).not.toContain("still here");
});

describe("[F18] what was being written when the class moved on", () => {
  const edits = { body: "Trade keeps the peace.", source: "" };
  const change: Draft = { ...edits, id: "mine", isOpen: false, edits, body: "Trade has kept the peace." };
  const draft: Draft = { id: "new", body: "Half of a rebuttal", source: "example.org", isOpen: false };

  test("a rebuttal and its source, and a change that waited behind it, can be read wherever they can't be sent", () => {
    for (const phase of ["reading", "after", "results"] as const) {
      const words = saidWith({ phase, draft: { ...draft, aside: change } });
      expect(words).toContain("Your rebuttal wasn’t sent");
      expect(words).toContain("Half of a rebuttal example.org Dismiss");
      expect(words).toContain("Your changes to a rebuttal weren’t sent");
      expect(words).toContain("Trade has kept the peace.");
    }
    expect(saidWith({ phase: "rebuttal", draft: { ...draft, aside: change } })).toBe("");
  });
});

test("[R21] a change that was refused once the class had moved on says so, with its words", () => {
  const waiting: Waiting = {
    ...{ name: "rebuttal:edit", stamp: "one", refused: "wrong-phase" },
    payload: { rebuttalId: "mine", body: "Other words." },
  };
  const words = saidWith({ phase: "after", waiting: [waiting] });
  expect(words).toContain("Your changes to a rebuttal weren’t saved");
  expect(words).toContain(
    "It arrived after the class had moved on. What you wrote is still here: Other words.",
  );
  expect(saidWith({ phase: "rebuttal", waiting: [waiting] })).toBe("");
});

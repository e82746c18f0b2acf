import { describe, expect, test } from "vitest";
import { newId } from "#app/shared/new-id.ts";
import type { Draft } from "#app/student/argue/draft.ts";
import { heldList, holding } from "#app/student/argue/held-threads.ts";
import { editOf, missingIn, payloadOf } from "#app/student/argue/rebuttal-draft.ts";
import { arrived, creditsMe, repliesTo } from "#app/student/argue/rebuttal-list.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { mostMoved, ownCredits } from "#app/student/result/own-credits.ts";
import { trimmedBallot, viewOfBallot } from "#app/student/vote/my-ballot.ts";
import { Sequence } from "#app/student/vote/sequence.ts";
import { CastBallot, EditRebuttal, PostRebuttal } from "#debate/protocol/messages.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";

const you: Mine = {
  participantId: "p",
  name: "Ada",
  ballots: {},
  endorsed: [],
  posted: ["mine"],
  reported: [],
};
const rebuttal = (id: string, rank: number, at: number, replyTo?: string, endorsements = 0): Rebuttal => ({
  ...{ id, rank, at, side: "for", body: id, endorsements, status: "published" },
  ...(replyTo !== undefined && { replyTo }),
});
const ids = (rebuttals: Rebuttal[]) => rebuttals.map(({ id }) => id);

describe("[R27] the list of rebuttals holds still", () => {
  const [a, b, c] = [rebuttal("a", 2, 10), rebuttal("b", 1, 20), rebuttal("c", 3, 30)];
  const held = holding("best", [b, a, c]);

  test("new ones wait, hidden ones disappear, and a late page comes at the end", () => {
    const wanted = [rebuttal("new", 1, 50), c, rebuttal("newer", 5, 60), rebuttal("late", 0, 5), a];
    const { list, fresh, isOutdated } = heldList(held, "best", wanted);
    expect(ids(list)).toEqual(["a", "c", "late"]);
    expect(ids(fresh)).toEqual(["newer", "new"]);
    expect(isOutdated).toBe(true);
    // Asked for, they come first.
    const next = holding("best", [...fresh, ...list]);
    expect(ids(heldList(next, "best", wanted).list)).toEqual(["newer", "new", "a", "c", "late"]);
  });

  test("what was drawn meanwhile keeps the new ones waiting", () => {
    const wanted = [c, a, b, rebuttal("new", 9, 50)];
    const drawn = holding("best", heldList(held, "best", wanted).list, held);
    expect(ids(heldList(drawn, "best", wanted).fresh)).toEqual(["new"]);
    expect(heldList(held, "best", [b, a, c]).isOutdated).toBe(false);
  });

  test("another order, and the first rebuttals of all, are shown at once", () => {
    expect(ids(heldList(held, "newest", [c, rebuttal("new", 9, 50)]).list)).toEqual(["c", "new"]);
    expect(ids(heldList(holding("best", []), "best", [c]).list)).toEqual(["c"]);
  });
});

test("[R29] replies to me are those of classmates, to anything of mine", () => {
  const all = [
    rebuttal("mine", 1, 10),
    rebuttal("theirs", 2, 40, "mine"),
    rebuttal("earlier", 2, 20, "mine"),
    { ...rebuttal("hidden", 3, 30, "mine"), status: "hidden" as const },
    { ...rebuttal("my own", 4, 50, "mine"), by: "you" },
    rebuttal("to my own", 5, 60, "my own"),
    rebuttal("elsewhere", 6, 70, "theirs"),
  ];
  const found = repliesTo(new Map(all.map((each) => [each.id, each])), you);
  expect(ids(found)).toEqual(["earlier", "theirs", "to my own"]);
});

test("[R29] [R15] a reply arrives once the phone had all there was: not with the further pages of a reload", () => {
  const reply = (id: string, at: number) => rebuttal(id, 1, at, "mine");
  const having = (...all: Rebuttal[]) => ({ rebuttals: new Map(all.map((each) => [each.id, each])) });
  const [first, late, fresh] = [reply("first", 10), reply("late", 20), reply("fresh", 30)];
  expect(ids(arrived([first, late], having(first)))).toEqual([]);
  expect(ids(arrived([first, late, fresh], { ...having(first, late), hasAll: true }))).toEqual(["fresh"]);
});

test("[R32] [R29] what is said of what stands for one of mine is said to me", () => {
  const all = [
    rebuttal("head", 1, 10),
    { ...rebuttal("mine", 2, 20), status: "hidden" as const, mergedInto: "head" },
    rebuttal("theirs", 3, 30, "head"),
    rebuttal("other", 4, 40),
  ];
  const known = new Map(all.map((each) => [each.id, each]));
  expect(ids(repliesTo(known, you))).toEqual(["theirs"]);
  expect(ids(all.filter(creditsMe(known, you)))).toEqual(["head", "mine"]);
  const moved = {
    ...{ rebuttals: ["other", "head"], answers: [null, null], paragraphs: [], commonGround: [] },
    credits: { rebuttals: [5, 2], paragraphs: [] },
  };
  const credits = ownCredits({ result: { step: "open", moved }, rebuttals: known }, you);
  expect([...credits]).toEqual([["head", 2]]);
});

test("[V35] the number at the result is that of the rebuttal that moved the most, never a sum", () => {
  const rebuttals = new Map(["a", "b", "other"].map((id, at) => [id, rebuttal(id, at, at)]));
  const moved = {
    ...{ rebuttals: ["other", "a", "b"], answers: [null, null, null], paragraphs: [], commonGround: [] },
    credits: { rebuttals: [9, 3, 2], paragraphs: [] },
  };
  const mine = { posted: ["a", "b"] };
  expect(mostMoved({ result: { step: "moved", moved }, rebuttals }, mine)).toBe(3);
  expect(mostMoved({ result: { step: "verdict" }, rebuttals }, mine)).toBe(0);
  expect(mostMoved({ result: null, rebuttals }, mine)).toBe(0);
});

describe("a rebuttal being written", () => {
  const draft = { id: newId(), body: "  Said.  ", source: "", isOpen: true } satisfies Draft;

  test("is sent in the form that the server accepts", () => {
    const payload = payloadOf({ ...draft, side: "for", source: "example.org/a b" });
    expect(PostRebuttal.safeParse(payload).success).toBe(true);
    expect(payload).toMatchObject({ body: "Said.", source: "https://example.org/a%20b" });
  });

  test("[R21] is sent as other words of a stored one, without what can't be changed", () => {
    const words = { body: "Old.", source: "" };
    const payload = editOf({ ...draft, ...words, body: "New.", side: "for", replyTo: newId(), edits: words });
    expect(payload).toEqual({ rebuttalId: draft.id, body: "New." });
    expect(EditRebuttal.safeParse(payload).success).toBe(true);
  });

  test.each(["javascript:alert(1)", "not a url", "ftp://example.org", "http://"])(
    "%s is not a source",
    (source) => {
      expect(missingIn({ ...draft, side: "for", source })).toEqual({ source: true });
    },
  );

  test("says what is missing", () => {
    expect(missingIn({ ...draft, side: undefined, body: " " })).toEqual({ side: true, body: "body" });
    expect(missingIn({ ...draft, side: "for", body: "x".repeat(601) })).toEqual({ body: "tooLong" });
  });
});

describe("my ballot", () => {
  const onItsWay: Waiting = {
    ...{ name: "ballot:cast", stamp: "1" },
    payload: { round: "before", choice: "against", seq: 2 },
  };
  const stored: Mine = { ...you, ballots: { before: { choice: "for", seq: 1 } } };

  test("shows the last tap, and shows it as counted only once it is stored", () => {
    expect(viewOfBallot("before", stored, [onItsWay])).toMatchObject({
      ballot: { choice: "against" },
      isCounted: false,
    });
    expect(viewOfBallot("before", stored, [])).toMatchObject({ ballot: { choice: "for" }, isCounted: true });
  });

  test("a vote that came too late does not hide the stored one", () => {
    const late: Waiting = { ...onItsWay, refused: "wrong-phase" };
    expect(viewOfBallot("before", stored, [late])).toMatchObject({
      ballot: { choice: "for" },
      isCounted: true,
    });
  });

  test("leaves out what is empty and a credit that names nothing", () => {
    const ballot = {
      round: "after",
      choice: "for",
      seq: 1,
      reason: "  ",
      credit: { without: "against" },
    } as const;
    expect(trimmedBallot(ballot)).toEqual({ round: "after", choice: "for", seq: 1 });
    expect(CastBallot.safeParse(trimmedBallot(ballot)).success).toBe(true);
  });

  test("has a counter that only grows, also past another device's", () => {
    const sequence = new Sequence("test");
    expect([sequence.next("before", 0), sequence.next("before", 0), sequence.next("before", 9)]).toEqual([
      1, 2, 10,
    ]);
    expect(sequence.next("after", 0)).toBe(1);
  });
});

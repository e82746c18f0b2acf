import { describe, expect, test } from "vitest";
import { newId } from "#app/shared/new-id.ts";
import type { Draft } from "#app/student/argue/draft.ts";
import { missingIn, payloadOf } from "#app/student/argue/rebuttal-draft.ts";
import { keepOrder, orderRebuttals } from "#app/student/argue/rebuttal-list.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { trimmedBallot, viewOfBallot } from "#app/student/vote/my-ballot.ts";
import { Sequence } from "#app/student/vote/sequence.ts";
import { CastBallot, PostRebuttal } from "#debate/protocol/messages.ts";
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

describe("the list of rebuttals", () => {
  const all = [
    rebuttal("a", 2, 10),
    rebuttal("b", 1, 20),
    rebuttal("c", 3, 30, "b", 2),
    rebuttal("mine", 4, 40, undefined, 9),
  ];

  test("[K6] orders classmates' rebuttals and leaves out one's own", () => {
    expect(ids(orderRebuttals(all, you, "best"))).toEqual(["b", "a", "c"]);
    expect(ids(orderRebuttals(all, you, "newest"))).toEqual(["c", "b", "a"]);
    expect(ids(orderRebuttals(all, you, "unanswered"))).toEqual(["a", "c"]);
    expect(ids(orderRebuttals(all, you, "endorsed"))).toEqual(["c", "b", "a"]);
  });

  test("keeps its order: new rebuttals go to the end, and hidden ones disappear", () => {
    const wanted = [rebuttal("new", 1, 50), rebuttal("c", 2, 30), rebuttal("a", 3, 10)];
    expect(ids(keepOrder(["a", "b", "c"], wanted))).toEqual(["a", "c", "new"]);
  });
});

describe("a rebuttal being written", () => {
  const draft = { id: newId(), body: "  Said.  ", source: "", isOpen: true } satisfies Draft;

  test("is sent in the form that the server accepts", () => {
    const payload = payloadOf({ ...draft, side: "for", source: "example.org/a b" });
    expect(PostRebuttal.safeParse(payload).success).toBe(true);
    expect(payload).toMatchObject({ body: "Said.", source: "https://example.org/a%20b" });
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

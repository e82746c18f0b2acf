import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { stillEndorsed } from "#app/live/newest.ts";
import { newId } from "#app/shared/new-id.ts";
import type { Draft } from "#app/student/argue/draft.ts";
import { heldList, holding } from "#app/student/argue/held-threads.ts";
import { ReadAs } from "#app/student/argue/ReadAs.tsx";
import { REASONS, reasonWith, WORDS_LENGTH } from "#app/student/argue/ReportDialog.tsx";
import { editOf } from "#app/student/argue/rebuttal-draft.ts";
import { arrived, creditsMe, ownRebuttals, repliesTo } from "#app/student/argue/rebuttal-list.ts";
import { seenAs } from "#app/student/argue/seen.ts";
import { useHeldThreads } from "#app/student/argue/use-held-threads.ts";
import { type Seat, SeatContext } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { mostMoved, ownCredits } from "#app/student/result/own-credits.ts";
import { viewOfBallot } from "#app/student/vote/my-ballot.ts";
import { EditRebuttal, ReportRebuttal } from "#debate/protocol/messages.ts";
import { extentOf } from "#debate/rules/promise.ts";
import { NO_FILTER } from "#debate/rules/rebuttal-filter.ts";
import type { Order } from "#debate/rules/rebuttal-order.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import type { Mine, Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ALL_WORDS } from "#tests/support/words.ts";

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

  test("[R21] is sent as other words of a stored one, without what can't be changed", () => {
    const words = { body: "Old.", source: "" };
    const payload = editOf({ ...draft, ...words, body: "New.", side: "for", replyTo: newId(), edits: words });
    expect(payload).toEqual({ rebuttalId: draft.id, body: "New." });
    expect(EditRebuttal.safeParse(payload).success).toBe(true);
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
});

const SNAPSHOT: Snapshot = {
  ...{ version: 1, phase: "rebuttal", locked: false, joined: 3 },
  turnout: { round: "before", voted: 3 },
};
const ranked = (id: string, rank: number, more: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, rank, at: rank, side: "for", body: id, endorsements: 0, status: "published" },
  ...more,
});

const MINE = { ...NO_FILTER, mine: true };

function Listed({ order }: { order: Order }) {
  const { list } = useHeldThreads(order, MINE);
  return list.map(({ id }) => id).join(" ");
}

/** The ids that a phone lists under "Mine and replies to me". */
function listedAsMine(order: Order, rebuttals: Rebuttal[], posted: string[]): string[] {
  const seat = {
    state: startingState({ snapshot: SNAPSHOT, rebuttals, cursor: 0, now: 0 }),
    you: { participantId: "me", name: "Me", ballots: {}, endorsed: [], posted, reported: [] },
  } as Partial<Seat> as Seat;
  return wordsOf(
    createElement(SeatContext.Provider, { value: seat }, createElement(Listed, { order })),
  ).split(" ");
}

test("[R27] [K6] among my own and the replies to me, the unanswered ones are also replies to an answered one of mine", () => {
  const all = [
    ranked("mine", 1, { by: "you" }),
    ranked("to-me", 2, { replyTo: "mine" }),
    ranked("elsewhere", 3),
    ranked("mine-unanswered", 4, { by: "you" }),
  ];
  const posted = ["mine", "mine-unanswered"];
  expect(listedAsMine("unanswered", all, posted)).toEqual(["to-me", "mine-unanswered"]);
  expect(listedAsMine("best", all, posted)).toEqual(["mine", "to-me", "mine-unanswered"]);
});

const ID = "6e5f2a51-9d3a-4a8a-9a5c-0a8f8a3f6b11";
const edit = (refused?: "not-found"): Waiting => ({
  name: "rebuttal:edit",
  payload: { rebuttalId: ID, body: "Other words." },
  stamp: "1",
  ...(refused && { refused }),
});
const known = new Map([[ID, { id: ID, by: "you", at: 1 } as Rebuttal]]);

test("[R21] [R22] changed words of a rebuttal that was withdrawn on another phone are still shown once they are refused", () => {
  const gone = new Map<string, Rebuttal>();
  const none = { posted: [] };
  expect(ownRebuttals(gone, none, [edit("not-found")]).lost).toMatchObject([{ payload: { rebuttalId: ID } }]);
  // On their way, beside the rebuttal, and before it has come, they are no lost ones.
  expect(ownRebuttals(gone, none, [edit()]).lost).toEqual([]);
  expect(ownRebuttals(known, { posted: [ID] }, [edit("not-found")]).lost).toEqual([]);
  expect(ownRebuttals(gone, { posted: [ID] }, [edit("not-found")]).lost).toEqual([]);
});

const saidWhere = (approvesFirst: boolean) =>
  IDENTITIES.map((identity) => {
    const name = extentOf(identity, "self", "name") ? "Plucky Otter" : "";
    return wordsOf(createElement(ReadAs, { identity, name, approvesFirst })).replace(/[\u2066-\u2069]/gu, "");
  });

test("[V48] the composer says with which name the class reads a rebuttal, and whether the instructor sees whose it is", () => {
  expect(saidWhere(false)).toEqual([
    "The class reads this without a name. Your instructor can’t see whose it is, either.",
    "The class reads this as Plucky Otter. Your instructor can see whose it is.",
    "The class reads this as Plucky Otter.",
  ]);
});

test("[V49] where the host approves first, the composer says that the instructor reads a rebuttal before the class", () => {
  expect(saidWhere(true)).toEqual([
    "Your instructor reads this first, then the class, both without a name.",
    "Your instructor reads this first and can see whose it is. Then the class reads it as Plucky Otter.",
    "Your instructor reads this first, then the class, as Plucky Otter.",
  ]);
});

const { en, ja } = ALL_WORDS;

test("[R42] a report is a reason alone, or a reason with words, and the server takes each in every language", () => {
  expect(reasonWith("Off topic", " ")).toBe("Off topic");
  expect(reasonWith("Off topic", " It is about lunch. ")).toBe("Off topic: It is about lunch.");
  for (const { reasons } of [en.student.report, ja.student.report])
    for (const kind of REASONS)
      for (const words of ["", "x".repeat(WORDS_LENGTH)]) {
        const reason = reasonWith(reasons[kind], words);
        expect(ReportRebuttal.safeParse({ rebuttalId: crypto.randomUUID(), reason }).success).toBe(true);
      }
});

const EDITED = { id: "one", body: "Maps do not change.", edited: true } as Rebuttal;
const quote = { side: "for", n: 1, exact: "It pays." } as const;

test.each<[string, Partial<Rebuttal>, boolean]>([
  ["other words", { body: "Maps do not exist." }, true],
  ["another source", { source: "https://example.org/two" }, true],
  ["another quotation", { quote }, true],
  ["other counts", { endorsements: 4, rank: 2 }, false],
])("[R21] after %s of an edited rebuttal it is endorsed and seen no longer: %o, %s", (_, change, isEdit) => {
  const changed = { ...EDITED, ...change };
  const still = stillEndorsed(["one", "two"], new Map([["one", EDITED]]), [changed]);
  expect(still).toEqual(isEdit ? ["two"] : ["one", "two"]);
  expect(seenAs(changed) !== seenAs(EDITED)).toBe(isEdit);
});

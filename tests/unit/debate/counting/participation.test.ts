import { expect, test } from "vitest";
import { drained } from "#debate/counting/drained.ts";
import type { CountedBallot } from "#debate/counting/input.ts";
import { type ParticipationInput, participationInSlices } from "#debate/counting/participation.ts";
import type { Round } from "#debate/rules/choices.ts";

const WHY = "It named a treaty that I had never heard of, and dated it.";

type Written = ParticipationInput["rebuttals"][number];
const by = (participantId: string, id: string, rest: Partial<Written> = {}): Written => ({
  id,
  participantId,
  status: "published",
  ...rest,
});
const credit = (participantId: string, rebuttalId: string, rest: object = {}): CountedBallot => ({
  participantId,
  round: "after",
  choice: "for",
  credit: { rebuttalId, without: "against", why: WHY, ...rest },
});
const voted = (participantId: string, ...rounds: Round[]) =>
  rounds.map((round) => ({ participantId, round }));
const count = (input: Partial<ParticipationInput>) =>
  drained(
    participationInSlices({
      seats: ["ada", "bob", "cyd"],
      open: null,
      voted: [],
      ballots: [],
      rebuttals: [],
      endorsements: [],
      ...input,
    }),
  );
const NONE = { rebuttals: 0, replies: 0, pending: 0, hidden: 0, credits: 0 };

test("[V19] [V33] a vote is yes or no in a round that ended and in which anyone voted, and yes or null in any other", () => {
  const votes = [...voted("ada", "before"), ...voted("cyd", "after")];
  const counted = count({ open: "after", voted: votes });
  expect(counted.get("ada")?.voted).toEqual({ before: true, reading: null, after: null });
  expect(counted.get("bob")?.voted).toEqual({ before: false, reading: null, after: null });
  expect(counted.get("cyd")?.voted).toEqual({ before: false, reading: null, after: true });
  expect(count({ voted: votes }).get("ada")?.voted).toEqual({ before: true, reading: null, after: false });
  expect(count({}).get("ada")?.voted).toEqual({ before: null, reading: null, after: null });
});

test("[R32] [V19] every author of what stands for several received its endorsements and credits, once each", () => {
  const merged = [
    { id: "b1", participantId: "bob" },
    { id: "b2", participantId: "bob" },
    { id: "a2", participantId: "ada" },
  ];
  const away = { status: "hidden", downWith: "merged", mergedInto: "a1" } as const;
  const counted = count({
    seats: ["ada", "bob", "cyd", "dan"],
    rebuttals: [
      by("ada", "a1", { merged }),
      by("bob", "b1", away),
      by("bob", "b2", away),
      by("ada", "a2", away),
      by("dan", "d1"),
    ],
    ballots: [credit("cyd", "b1"), credit("dan", "a1"), credit("bob", "a1"), credit("ada", "d1")],
    endorsements: [{ rebuttalId: "a1", participantIds: ["cyd", "dan", "bob"] }],
  });
  // Cyd and Dan found it persuasive and were moved; what Bob says of it is of his own.
  const received = { endorsementsReceived: 2, credits: 2 };
  expect(counted.get("ada")).toMatchObject({ ...NONE, ...received, rebuttals: 2, endorsementsGiven: 0 });
  expect(counted.get("bob")).toMatchObject({ ...NONE, ...received, rebuttals: 2, endorsementsGiven: 0 });
  expect(counted.get("dan")).toMatchObject({ rebuttals: 1, credits: 1, endorsementsGiven: 1 });
});

test("[V19] rebuttals are the published ones, replies those of them that reply; pending and hidden ones are apart", () => {
  const rebuttals = [
    by("ada", "a1"),
    by("ada", "a2", { replyTo: "b1" }),
    by("ada", "a3", { status: "pending" }),
    by("bob", "b1", { status: "hidden" }),
    by("bob", "b2", { status: "hidden", replyTo: "a1" }),
  ];
  const counted = count({ rebuttals });
  expect(counted.get("ada")).toMatchObject({ ...NONE, rebuttals: 2, replies: 1, pending: 1 });
  expect(counted.get("bob")).toMatchObject({ ...NONE, hidden: 2 });
  expect(counted.get("cyd")).toMatchObject(NONE);
});

test("[V19] [K3] [K4] endorsements count once, not for one's own rebuttal, and for published ones only", () => {
  const endorsements = [
    { participantIds: ["bob"], rebuttalId: "a1" },
    { participantIds: ["bob"], rebuttalId: "a1" },
    { participantIds: ["cyd"], rebuttalId: "a1" },
    { participantIds: ["ada"], rebuttalId: "a1" },
    { participantIds: ["ada"], rebuttalId: "b1" },
    { participantIds: ["cyd"], rebuttalId: "a2" },
    { participantIds: ["cyd"], rebuttalId: "deleted" },
  ];
  const rebuttals = [by("ada", "a1"), by("ada", "a2", { status: "hidden" }), by("bob", "b1")];
  const counted = count({ rebuttals, endorsements });
  expect(counted.get("ada")).toMatchObject({ endorsementsGiven: 1, endorsementsReceived: 2 });
  expect(counted.get("bob")).toMatchObject({ endorsementsGiven: 1, endorsementsReceived: 1 });
  expect(counted.get("cyd")).toMatchObject({ endorsementsGiven: 1, endorsementsReceived: 0 });
});

test("[V19] [C1] [C2] [C3] credits are of published rebuttals, from others, with another vote without it and a reason", () => {
  const rebuttals = [by("ada", "a1"), by("ada", "a2"), by("bob", "b1", { status: "hidden" })];
  const ballots = [
    credit("bob", "a1"),
    credit("cyd", "a2"),
    credit("ada", "a1"),
    credit("dan", "a1", { without: "for" }),
    credit("eve", "a1", { why: "Short." }),
    credit("fay", "b1"),
    { ...credit("gus", "a1"), round: "before" as const },
  ];
  const counted = count({ rebuttals, ballots });
  expect(counted.get("ada")?.credits).toBe(2);
  expect(counted.get("bob")?.credits).toBe(0);
});

import { expect, test } from "vitest";
import { hasVoted, seatsShown } from "#app/host/moderation/seats.ts";

test.each([
  ["en", ["ada", "Ben 2", "Ben 10", "佐藤", "鈴木", "青木"]],
  ["ja", ["ada", "Ben 2", "Ben 10", "佐藤", "青木", "鈴木"]],
])("[E5] people stand in the order of the host's language: %s", (locale, sorted) => {
  const seats = sorted.toReversed().map((name) => ({ participantId: name, name, connected: true }));
  expect(seatsShown(seats, "all", "before", locale).map(({ name }) => name)).toEqual(sorted);
});

test("[Y8] a vote on paper is not away, and may still have to be typed in", () => {
  const seats = [
    { participantId: "1", name: "Ada", connected: false, voted: [] },
    { participantId: "2", name: "Paper 1", connected: false, onPaper: true as const, voted: [] },
  ];
  const names = (filter: "away" | "missing" | "all") =>
    seatsShown(seats, filter, "after", "en").map(({ name }) => name);
  expect(names("away")).toEqual(["Ada"]);
  expect(names("missing")).toEqual(["Ada", "Paper 1"]);
});

test("[P34] [Y8] in the later vote a slip is not missing, for it can't vote there", () => {
  const voted = ["before" as const, "after" as const];
  const seats = [
    { participantId: "1", name: "Ada", connected: true, voted },
    { participantId: "2", name: "Bob", connected: true, voted: [...voted, "later" as const] },
    { participantId: "3", name: "Paper 1", connected: false, onPaper: true as const, voted },
  ];
  expect(seatsShown(seats, "missing", "later", "en").map(({ name }) => name)).toEqual(["Ada"]);
  expect(seats.map((seat) => hasVoted(seat, "later"))).toEqual([false, true, undefined]);
  expect(seats.map((seat) => hasVoted(seat, "after"))).toEqual([true, true, true]);
});

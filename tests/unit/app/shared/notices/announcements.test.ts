import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcements, APART, SUMMED_UP } from "#app/shared/notices/announcements.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function listen() {
  const announcements = new Announcements();
  const said: string[] = [];
  announcements.subscribe(() => {
    const { words } = announcements.said();
    if (words) said.push(words);
  });
  return { announcements, said };
}

test("[F2] 30 votes in 21 seconds are six announcements, the last with the newest number", () => {
  const { announcements, said } = listen();
  for (let voted = 1; voted <= 30; voted++) {
    announcements.tell("turnout", `${voted} of 30 voted`);
    vi.advanceTimersByTime(700);
  }
  vi.advanceTimersByTime(APART);
  // After 0.1 s, and then every five seconds: by then votes 1, 8, 15, 22 and 29 are in, and at last all.
  expect(said).toEqual([1, 8, 15, 22, 29, 30].map((voted) => `${voted} of 30 voted`));
});

test("[F2] what happens meanwhile is one sentence, with the newest of each topic", () => {
  const { announcements, said } = listen();
  announcements.tell("turnout", "1 of 30 voted");
  vi.advanceTimersByTime(1_000);
  announcements.tell("queue", "1 rebuttal waits");
  announcements.tell("turnout", "2 of 30 voted");
  announcements.tell("queue", "2 rebuttals wait");
  vi.advanceTimersByTime(APART);
  expect(said).toEqual(["1 of 30 voted", "2 of 30 voted 2 rebuttals wait"]);
});

test("[F2] the answer to one's own action is said at once, and news waits five seconds after it", () => {
  const { announcements, said } = listen();
  announcements.tell("turnout", "1 of 30 voted");
  vi.advanceTimersByTime(1_000);
  announcements.tell("turnout", "2 of 30 voted");
  announcements.answer("Text size 125 %");
  vi.advanceTimersByTime(200);
  expect(said).toEqual(["1 of 30 voted", "Text size 125 %"]);
  vi.advanceTimersByTime(APART - 200);
  expect(said).toHaveLength(2);
  vi.advanceTimersByTime(200);
  expect(said.at(-1)).toBe("2 of 30 voted");
});

test("[F2] news that is no longer true is not said", () => {
  const { announcements, said } = listen();
  announcements.tell("connection", "Reconnecting.");
  announcements.tell("connection", null);
  vi.advanceTimersByTime(2 * APART);
  expect(said).toEqual([]);
});

test("[F25] 30 marks as persuasive in 21 seconds are two summaries, each of what is new, and other news is not held up", () => {
  const { announcements, said } = listen();
  for (let marks = 1; marks <= 30; marks++) {
    announcements.add("persuaded", 1, (count) => `${count} more`);
    if (marks === 12) announcements.tell("time", "One minute left");
    vi.advanceTimersByTime(700);
  }
  vi.advanceTimersByTime(2 * SUMMED_UP);
  // After 0.1 s one, after 20.1 s the 28 since, and the last after 20 more.
  expect(said).toEqual(["1 more", "One minute left", "28 more", "1 more"]);
});

test("[F25] what was taken back before it was said is not in the summary", () => {
  const { announcements, said } = listen();
  announcements.add("persuaded", 2, (count) => `${count} more`);
  announcements.add("persuaded", -1, (count) => `${count} more`);
  announcements.add("fresh", 3, (count) => `${count} new`);
  announcements.add("fresh", -3, (count) => `${count} new`);
  vi.advanceTimersByTime(SUMMED_UP);
  expect(said).toEqual(["1 more"]);
});

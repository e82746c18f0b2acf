import { expect, test } from "vitest";
import { costOf } from "#debate/protocol/events.ts";
import { createSeatRates } from "#server/sockets/rate-limit.ts";

const RATE = 60;
const BURST = 300;

/** How many of this many messages at one moment are accepted. */
const heard = (pace: { countMessage(cost: number, now: number): number }, messages: number, now: number) =>
  Array.from({ length: messages }, () => pace.countMessage(1, now)).filter((wait) => wait === 0).length;

test("[L1] a seat may send five seconds of its rate at once, and then its rate, over any number of sockets", () => {
  const paces = createSeatRates(RATE);
  const [first, second] = [paces.enter("ada"), paces.enter("ada")];
  expect(heard(first, 200, 0)).toBe(200);
  expect(heard(second, 150, 0)).toBe(BURST - 200);
  expect(first.countMessage(1, 0)).toBeGreaterThan(0);
  // What was refused is counted as well: 351 messages are 5.85 s of its rate, and 5 s of it are allowed ahead.
  expect(heard(first, 1, 850)).toBe(0);
  expect(heard(first, 1, 900)).toBe(1);
  expect(heard(paces.enter("bob"), 1, 0)).toBe(1);
});

test("[L1] far over the limit, it is disconnected and refused for ten seconds", () => {
  const paces = createSeatRates(RATE);
  const pace = paces.enter("ada");
  const answers = Array.from({ length: 601 }, () => pace.countMessage(1, 0));
  expect(answers.slice(0, 600).every(Number.isFinite)).toBe(true);
  expect(answers[600]).toBe(Number.POSITIVE_INFINITY);
  paces.leave("ada", 0);
  expect(paces.wait("ada", 1)).toBe(10);
  expect(paces.wait("ada", 9_001)).toBe(1);
  expect(paces.wait("ada", 10_000)).toBe(0);
  expect(paces.wait("bob", 1)).toBe(0);
});

test("[L1] of 290 `sync` a second the seat's rate decides how many are answered, and its ballots between them still count", () => {
  const pace = createSeatRates(300).enter("ada");
  const heard = { sync: 0, ballot: 0 };
  for (let sent = 0; sent < 290 * 60; sent += 1) {
    if (pace.countMessage(costOf("sync"), (sent / 290) * 1_000) === 0) heard.sync += 1;
    if (sent % 29 === 0 && pace.countMessage(costOf("ballot:cast"), (sent / 290) * 1_000) === 0)
      heard.ballot += 1;
  }
  // 150 at once, and then next to nothing: what is refused uses up what comes in.
  expect(heard.sync).toBeGreaterThanOrEqual(150);
  expect(heard.sync).toBeLessThan(300);
  expect(heard.ballot).toBe(600);
});

test("[L1] a phone, its tabs and clients that reconnect at once stay far below the limit", () => {
  const pace = createSeatRates(300).enter("ada");
  const messages = ["sync", "sync", "ballot:cast", "rebuttal:post", "rebuttal:seen", "rebuttal:endorse"];
  for (let device = 0; device < 20; device += 1)
    for (const message of messages) expect(pace.countMessage(costOf(message), 0)).toBe(0);
});

test("[L2] a seat has at most 20 sockets, and one that has left makes room", () => {
  const paces = createSeatRates(RATE);
  for (let n = 0; n < 20; n += 1) paces.enter("ada");
  expect(paces.wait("ada")).toBe(10);
  paces.leave("ada");
  expect(paces.wait("ada")).toBe(0);
});

test("[L10] a seat may send 600 frames at once and 120 a second; beyond that it is disconnected and refused for ten seconds", () => {
  const paces = createSeatRates(RATE);
  const [first, second] = [paces.enter("ada"), paces.enter("ada")];
  const allowed = (pace: typeof first, frames: number, now: number) =>
    Array.from({ length: frames }, () => pace.countFrame(now)).filter(Boolean).length;
  expect(allowed(first, 400, 0)).toBe(400);
  expect(allowed(second, 200, 0)).toBe(200);
  expect(allowed(second, 120, 1_000)).toBe(120);
  expect(paces.wait("ada", 1_000)).toBe(0);
  expect(first.countFrame(1_000)).toBe(false);
  expect(paces.wait("ada", 1_000)).toBe(10);
});

test("[L10] every message that a seat may send fits into its frame limit", () => {
  const pace = createSeatRates(RATE).enter("ada");
  for (let second = 0; second < 60; second += 1)
    for (let message = 0; message < (second === 0 ? BURST : RATE); message += 1) {
      expect(pace.countFrame(second * 1_000)).toBe(true);
      expect(pace.countMessage(1, second * 1_000)).toBe(0);
    }
});

import { expect, test } from "vitest";
import { timeToSay } from "#app/shared/timers/use-time-news.ts";

/** Everything that is said of a timer, second by second. */
function saidOf(seconds: number, begun: number | null): number[] {
  const said: (number | null)[] = [];
  for (let left = seconds; left >= 0; left -= 1) said.push(timeToSay(left, begun));
  return said.filter((each, at): each is number => each !== null && each !== said[at - 1]);
}

test("[F2] a timer of five minutes is said as it begins, at a minute, at ten seconds and at its end", () => {
  expect(saidOf(300, 300)).toEqual([300, 60, 10, 0]);
});

test("[F2] what a phone hears a second late is said in round numbers, once", () => {
  expect(saidOf(299, 299)).toEqual([300, 60, 10, 0]);
  expect(saidOf(59, 59)).toEqual([60, 10, 0]);
  expect(saidOf(8, 8)).toEqual([10, 0]);
});

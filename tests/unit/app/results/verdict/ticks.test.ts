import { createElement } from "react";
import { expect, test } from "vitest";
import { axisFor, Ticks } from "#app/results/verdict/Range.tsx";
import type { Interval } from "#debate/counting/movement.ts";
import { markupOf } from "#tests/support/markup.tsx";

/** What is left for an axis in a window of 320 pixels, and how wide a digit is there. */
const [WIDTH, DIGIT] = [257, 7];

/** Where each number under an axis begins and ends on that phone, in pixels. */
function numbers(range: Interval): [number, number][] {
  const markup = markupOf(createElement(Ticks, { axis: axisFor([range]) }));
  const found = [...markup.matchAll(/<span class="([^"]*)" style="left:([\d.]+)%">([^<]*)</gu)];
  return found.flatMap(([, look = "", left, text = ""]): [number, number][] => {
    if (look.includes("max-md:hidden")) return [];
    const [at, wide] = [(Number(left) * WIDTH) / 100, text.length * DIGIT];
    const isInside = look.includes("-translate-x-full!") || look.includes(" md:-translate-x-1/2");
    const start = !isInside ? at - wide / 2 : look.includes("-translate-x-full!") ? at - wide : at;
    return [[start, start + wide]];
  });
}

test("[F4] on the narrowest phone the numbers under an axis keep apart", () => {
  const ranges: Interval[] = [
    [-27.3, 30.3],
    [-195.6, 81.3],
    [-100, 73.4],
    [-43.9, 43.9],
    [-14.5, 41.6],
    [8.3, 80.6],
    [-0.4, 5.2],
  ];
  for (const range of ranges) {
    const places = numbers(range);
    expect(places.length).toBeGreaterThan(3);
    for (const [place, [start]] of places.entries()) {
      const [, end] = places[place - 1] ?? [0, -DIGIT];
      expect(start - end, `${range}`).toBeGreaterThanOrEqual(DIGIT / 2);
    }
  }
});

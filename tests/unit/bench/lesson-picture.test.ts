import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawLesson } from "#tests/bench/lesson-picture/draw.ts";
import figures from "#tests/bench/lesson-picture/figures.json" with { type: "json" };

test("the picture in docs/performance.md is that of the figures (`npm run bench:picture`)", () => {
  expect(readFileSync("docs/images/lesson-cpu.svg", "utf8")).toBe(drawLesson(figures));
});

test("bars share one scale: 100 GETs are twice as wide as 50", () => {
  const widths = [
    ...drawLesson([{ part: "all", before: 100, now: 50 }]).matchAll(/ width="([\d.]+)" height="40"/gu),
  ];
  const [before, now] = widths.map(([, width]) => Number(width));
  expect(before).toBe(2 * (now ?? 0));
});

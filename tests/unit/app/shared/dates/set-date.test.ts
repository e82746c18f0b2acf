import { createElement } from "react";
import { expect, test } from "vitest";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import type { Schedule } from "#debate/rules/schedule.ts";
import { markupOf } from "#tests/support/markup.tsx";

const schedule: Schedule = {
  zone: "Asia/Tokyo",
  dates: [{ phase: "before", at: Date.parse("2026-12-04T23:00Z") }],
};

test.each([
  ["en", "The first vote opens Saturday, December\u00a05,\u00a02026, 8:00\u00a0AM (Japan Standard Time)."],
  ["ja", "事前投票は2026\u2060年\u206012\u2060月\u20605\u2060日土曜日 8:00（日本標準時）に始まります。"],
] as const)("[P32] in %s a set date breaks beside month, day and year, and not within", (language, words) => {
  expect(markupOf(createElement(NextDate, { schedule }), language)).toContain(words);
});

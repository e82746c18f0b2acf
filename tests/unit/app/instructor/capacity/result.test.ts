import { createElement } from "react";
import { expect, test } from "vitest";
import { CapacityResult } from "#app/instructor/capacity/CapacityResult.tsx";
import type { Capacity } from "#debate/protocol/capacity.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const found: Capacity = {
  phones: 1_200,
  orMore: false,
  limit: "joining",
  played: 800,
  vote: 24,
  reveal: 9,
  joinsPerMinute: 3_200,
};
const saysOf = (changes: Partial<Capacity> = {}) =>
  wordsOf(createElement(CapacityResult, { capacity: { ...found, ...changes }, at: 0 }));

test("[Q5] the result says the number, and that the Wi-Fi was not measured", () => {
  expect(saysOf()).toContain("This server can handle about 1,200 phones The Wi-Fi was not measured.");
  expect(saysOf({ vote: 1_234 })).toContain("1.2 s");
  expect(saysOf({ phones: 5_000, orMore: true })).toContain("This server can handle 5,000 phones or more");
});

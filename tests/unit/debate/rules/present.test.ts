import { expect, test } from "vitest";
import { present } from "#debate/rules/present.ts";

test("fields without a value are left out, and zero, false and empty text are values", () => {
  const fields = present({ a: null, b: undefined, c: 0, d: false, e: "" });
  expect(Object.entries(fields)).toEqual([
    ["c", 0],
    ["d", false],
    ["e", ""],
  ]);
});

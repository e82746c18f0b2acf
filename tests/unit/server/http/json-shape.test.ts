import { expect, test } from "vitest";
import { createShapeCheck } from "#server/http/json-shape.ts";

/** Whether a text may be parsed, that arrives in parts of so many bytes. */
function fits(text: string, bytes = text.length): boolean {
  const check = createShapeCheck();
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += bytes) if (!check(all.subarray(at, at + bytes))) return false;
  return true;
}

test.each([1, 3, 1_000_000])("[L19] JSON is counted the same in parts of %i bytes", (bytes) => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(fits(nested(32), bytes)).toBe(true);
  expect(fits(nested(33), bytes)).toBe(false);
  // Brackets in a text are text, also behind a quotation mark that is part of it.
  expect(fits(JSON.stringify([`"${"[".repeat(99)}`, '\\"', "{"]), bytes)).toBe(true);
  expect(fits(`["\\\\",${nested(33)}]`, bytes)).toBe(false);
});

test("[L19] 25,000 fields and 150,000 values may be parsed, and no more", () => {
  const fields = (count: number) => `{${Array.from({ length: count }, (_, n) => `"${n}":1`).join(",")}}`;
  expect(fits(fields(25_000))).toBe(true);
  expect(fits(fields(25_001))).toBe(false);
  const values = (count: number) => `[${"1,".repeat(count - 1)}1]`;
  expect(fits(values(150_000))).toBe(true);
  expect(fits(values(150_001))).toBe(false);
});

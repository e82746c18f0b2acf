import { expect, test } from "vitest";
import { isParsable } from "#server/http/json-shape.ts";

const fits = (text: string) => isParsable(Buffer.from(text));

test("[L19] JSON may be parsed up to 32 brackets deep", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(fits(nested(32))).toBe(true);
  expect(fits(nested(33))).toBe(false);
  // Brackets in a text are text, also behind a quotation mark that is part of it.
  expect(fits(JSON.stringify([`"${"[".repeat(99)}`, '\\"', "{"]))).toBe(true);
  expect(fits(`["\\\\",${nested(33)}]`)).toBe(false);
});

test("[L19] 25,000 fields and 150,000 values may be parsed, and no more", () => {
  const fields = (count: number) => `{${Array.from({ length: count }, (_, n) => `"${n}":1`).join(",")}}`;
  expect(fits(fields(25_000))).toBe(true);
  expect(fits(fields(25_001))).toBe(false);
  const values = (count: number) => `[${"1,".repeat(count - 1)}1]`;
  expect(fits(values(150_000))).toBe(true);
  expect(fits(values(150_001))).toBe(false);
});

import { expect, test } from "vitest";
import { isNamedBy, readTags } from "#server/http/etag.ts";

test.each([
  ['"a"', ['"a"']],
  ['"a", "b"', ['"a"', '"b"']],
  ['"a,b"', ['"a,b"']],
  ['""', ['""']],
  ['W/"a", "b"', ['W/"a"', '"b"']],
  ["*", "*"],
])("[D11] If-Match %j names %j", (header, tags) => {
  expect(readTags(header)).toEqual(tags);
});

test.each(["", "a", '"a', 'a"', '"a" "b"', '*, "a"', 'w/"a"', '"a\u0000"', '"\u20ac"'])(
  "[D11] If-Match %j is malformed",
  (header) => {
    expect(readTags(header)).toBeNull();
  },
);

test("[D11] a header of the longest size is read in one go", () => {
  expect(readTags('"a", '.repeat(3_000))).toHaveLength(3_000);
  expect(readTags(`${",".repeat(15_000)}x`)).toBeNull();
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ["*", true],
  ['"b"', false],
  [undefined, false],
])("[L15] If-None-Match %j names the tag of a: %s", (header, isNamed) => {
  expect(isNamedBy(header, '"a"')).toBe(isNamed);
});

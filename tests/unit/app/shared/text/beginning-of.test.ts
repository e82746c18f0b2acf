import { expect, test } from "vitest";
import { beginningOf } from "#app/shared/text/beginning-of.ts";

test("a beginning ends with a whole word", () => {
  expect(beginningOf("Geography does not bargain.")).toBe("Geography does not bargain.");
  expect(beginningOf("a".repeat(60))).toBe("a".repeat(60));
  expect(beginningOf(`${"a".repeat(50)} bcd ${"e".repeat(20)}`)).toBe(`${"a".repeat(50)} bcd …`);
});

test("a beginning of words without spaces is cut where it is long enough", () => {
  expect(beginningOf(`はい ${"海".repeat(80)}`)).toBe(`はい ${"海".repeat(57)} …`);
  expect(beginningOf("a".repeat(61))).toBe(`${"a".repeat(60)} …`);
});

test("a beginning cuts no emoji in two", () => {
  expect(beginningOf("👩‍👩‍👧‍👦".repeat(60))).toBe("👩‍👩‍👧‍👦".repeat(60));
  expect(beginningOf("👩‍👩‍👧‍👦".repeat(61))).toBe(`${"👩‍👩‍👧‍👦".repeat(60)} …`);
  expect(beginningOf(`a${"🦉".repeat(70)}`)).toBe(`a${"🦉".repeat(59)} …`);
});

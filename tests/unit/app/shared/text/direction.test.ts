import { expect, test } from "vitest";
import { directionOf } from "#app/shared/text/direction.ts";

test.each([
  ["الميناء القديم", "rtl"],
  ["«2011» הנמל", "rtl"],
  ["Harbor الميناء", "ltr"],
  ["港", "ltr"],
  ["12.", "ltr"],
  ["", "ltr"],
])("[E12] %j begins at the side of its first letter", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

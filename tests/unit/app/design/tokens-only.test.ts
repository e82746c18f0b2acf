import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Files with colors of their own, and why. */
const ALLOWED = [
  "layout.tsx", // the browser's bar takes no CSS variables
  "shared/links/QrCode.tsx", // dark on white in both themes, for cameras
  "results/picture/standalone.ts", // a picture that leaves the page
  "instructor/compare/SmallFlow.tsx", // units of the drawing, which scales
];
/** A color outside the palette, by number or by name. */
const COLOR = /(?<![\w&#/])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])|\b(?:rgba?|hsla?|oklch)\(/giu;
/** A size of text in pixels grows with neither the reader's size of text nor the wall. */
const PIXELS = /\btext-\[[\d.]+px\]/gu;

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.tsx?$/u.test(name) && !ALLOWED.includes(name));

test.each([
  ["color", COLOR],
  ["size of text in pixels", PIXELS],
])("screens use tokens, and no %s of their own", (_what, own) => {
  const found = sources.flatMap((name) =>
    (readFileSync(`app/${name}`, "utf8").match(own) ?? []).map((match) => `${name}: ${match}`),
  );
  expect(found).toEqual([]);
});

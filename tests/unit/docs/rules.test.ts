import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const NUMBERS = /([A-Z]{1,2})(\d{1,2})(?:-[A-Z]{1,2}(\d{1,2}))?/gu;

/** The numbers that stand in brackets in a file: "[B3]", "[F1, F8]", "[X9-X16]". */
function numbersIn(source: string): string[] {
  const bracketed = [...source.matchAll(/\[([A-Z]{1,2}\d[^\]\n]*)\]/gu)].map(([, inside = ""]) => inside);
  return bracketed.flatMap((inside) =>
    [...inside.matchAll(NUMBERS)].flatMap(([, letter = "", first = "", last = first]) =>
      Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${letter}${Number(first) + index}`,
      ),
    ),
  );
}

test("each rule has a test with its number in the title", () => {
  const rules = [...readFileSync("docs/rules.md", "utf8").matchAll(/^- \*\*([A-Z]{1,2}\d{1,2})\*\*/gmu)];
  expect(rules.length).toBeGreaterThan(400);
  const files = readdirSync("tests", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:test|e2e)\.tsx?$/u.test(file),
  );
  const tested = new Set(files.flatMap((file) => numbersIn(readFileSync(path.join("tests", file), "utf8"))));
  expect(rules.map(([, rule = ""]) => rule).filter((rule) => !tested.has(rule))).toEqual([]);
});

test("no rule is longer than 300 characters", () => {
  const rules = readFileSync("docs/rules.md", "utf8").matchAll(/^- \*\*[A-Z]{1,2}\d{1,2}\*\* (.*)$/gmu);
  expect([...rules].map(([, text = ""]) => text).filter((text) => text.length > 300)).toEqual([]);
});

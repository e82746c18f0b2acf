import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A `:has()` that is above something else, and what that is. */
const ABOVE = /:has\((?:[^()]|\([^()]*\))*\)[^\s,{>+~]*[\s>+~]+(?<subject>[^,{]*)[,{]/gu;

const styledBelow = (css: string) =>
  [...css.matchAll(ABOVE)].map(({ groups }) => groups?.subject?.trim() ?? "");

const filesOf = (kind: string) =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(kind))
    .map((name) => ({ name, text: readFileSync(`app/${name}`, "utf8") }));

// Browsers can't tell what such a rule is about: each node that comes or goes would style all of the page again.
test("no rule is about everything below a :has()", () => {
  expect(styledBelow("article:has(section) > *, p {}")).toEqual(["*"]);
  expect(styledBelow("html:has([data-backdrop]) body {}")).toEqual(["body"]);
  const found = filesOf(".css").flatMap(({ name, text }) =>
    styledBelow(text)
      .filter((subject) => /(?:^|[\s>+~(])\*\)?$/u.test(subject))
      .map((subject) => `${name}: ${subject}`),
  );
  expect(found).toEqual([]);
  expect(filesOf(".css").length).toBeGreaterThan(5);
  const classes = filesOf(".tsx").filter(({ text }) => /\bin-\[:has\(/u.test(text));
  expect(classes.map(({ name }) => name)).toEqual([]);
});

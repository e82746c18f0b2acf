// Whether the activity in docs/example-activity works: in a copy of the tree its files and the lines of its `registries.diff` come in
// their places; then lint, types and its own test must pass. `tests/copies` runs it.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesOfTree, runIn, withCopy } from "./support/tree-copy.mjs";

const EXAMPLE = "docs/example-activity";
const LINES = `${EXAMPLE}/registries.diff`;

const STEPS = [
  ["node", "prisma/generate.mjs"],
  // Sorts imports, and breaks lines that have become too long.
  ["biome", "check", "--write", "--error-on-warnings", "debate", "server", "app", "tests/activities"],
  ["tsc", "--noEmit", "--checkers", "1"],
  ["vitest", "run", "tests/activities/show-of-hands", "tests/unit/activities", "tests/unit/app/messages"],
];

const passes = withCopy(filesOfTree(), (copy) => {
  cpSync(EXAMPLE, copy, { recursive: true, filter: (from) => !from.endsWith(".diff") });
  for (const part of readFileSync(LINES, "utf8").split(/\n\n(?=\S)/u)) addTo(copy, part);
  return STEPS.every((step) => runIn(copy, step));
});
process.exit(passes ? 0 : 1);

/**
 * Adds a part's lines to the file that it begins with: an import before the others, and what follows other words after these.
 * @param {string} copy
 * @param {string} part
 */
function addTo(copy, part) {
  const [name = ""] = part.split("\n", 1);
  const file = path.join(copy, name);
  let text = readFileSync(file, "utf8");
  for (const [, words = "", marked = ""] of `${part}\n`.matchAll(/((?:^ .*\n)*)((?:^\+.*\n)+)/gmu)) {
    const lines = marked.replace(/^\+/gmu, "");
    const at = words ? endOf(words, text, name) : text.search(/^import /mu);
    text = text.slice(0, at) + (words ? `\n${lines.trimEnd()}` : lines) + text.slice(at);
  }
  writeFileSync(file, text);
}

/**
 * Where the one place ends in which a text has these words, however its lines are broken.
 * @param {string} words
 * @param {string} text
 * @param {string} name
 */
function endOf(words, text, name) {
  const tokens = words.match(/\w+|[^\w\s]/gu) ?? [];
  const pattern = tokens.map((token) => token.replace(/\W/u, "\\$&")).join("\\s*");
  const [place, another] = [...text.matchAll(new RegExp(`(?<!\\w)${pattern}`, "g"))];
  if (!place || another) throw new Error(`${name} has ${place ? "more than one" : "no"} place with ${words}`);
  return place.index + place[0].length;
}

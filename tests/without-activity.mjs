// `npm run without -- exit-ticket`: whether the program can do without an activity. In a copy of the tree its folders go, with the
// lines of the registries that name it and the tests that do; then types, lint and the unit tests must pass. `all`: one after the other;
// `by-turns`: one, which the newest commit chooses.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesOfTree, runIn, startIn, withCopy } from "./support/tree-copy.mjs";

const LAYERS = ["debate", "server", "app", "tests"];
/** Beside the registries, the kits of the library name activities: by their phases. */
const LIBRARY = readdirSync("library").map((id) => `library/${id}/debate.md`);
const FOLDERS = readdirSync("debate/activities", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const LINT = ["biome", "check", "--write", "--error-on-warnings", "debate", "server", "app"];
const TYPES = ["tsc", "--noEmit", "--checkers", "1"];
// Documents describe the whole program.
const ON_DOCUMENTS = ["tests/unit/docs", "tests/unit/debate/protocol/contract.test.ts"];

const [asked = ""] = process.argv.slice(2);
// CI tests only the modules that combine activities.
const UNITS =
  asked === "by-turns"
    ? ["tests/unit/debate/rules", "tests/unit/debate/protocol", "tests/unit/app/messages"]
    : ["tests/unit"];
const TESTS = ["vitest", "run", ...UNITS];
/** @type {Record<string, () => readonly string[]>} */
const SEVERAL = { all: () => FOLDERS, "by-turns": () => [oneByTurns()] };
const chosen = SEVERAL[asked]?.() ?? [asked];
for (const folder of chosen) {
  if (!FOLDERS.includes(folder)) {
    process.stderr.write(`There is no activity "${folder}". The activities are: ${FOLDERS.join(", ")}.\n`);
    process.exit(2);
  }
  if (!without(folder)) process.exit(1);
}

/** Another with each commit; again the same for the same one. */
function oneByTurns() {
  const { stdout } = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" });
  return FOLDERS[Number.parseInt(stdout.slice(0, 8), 16) % FOLDERS.length] ?? "";
}

/** @param {string} folder */
function without(folder) {
  process.stdout.write(`\n== without ${folder}\n`);
  const files = filesOfTree().filter((file) => !isOf(folder, file));
  return withCopy(files, (copy) => {
    const key = folder.replace(/-(\w)/gu, (_, letter) => letter.toUpperCase());
    const registries = LAYERS.flatMap((layer) =>
      files.filter((file) => path.dirname(file) === `${layer}/activities`),
    );
    for (const file of registries) edit(path.join(copy, file), folder, key);
    if (hasPhases(folder)) for (const file of LIBRARY) withoutPhase(path.join(copy, file), key);
    const naming = testsNaming(folder, key, files, copy);
    for (const file of [...naming, ...ON_DOCUMENTS])
      rmSync(path.join(copy, file), { recursive: true, force: true });
    process.stdout.write(`${naming.size} files of tests name it, and are left out\n`);
    return runIn(copy, LINT) && typesAreRight(copy) && runIn(copy, TESTS);
  });
}

/**
 * Tests that don't compile without the activity are about it, too, and go; what is left must compile.
 * @param {string} copy
 */
function typesAreRight(copy) {
  for (;;) {
    const { status, stdout } = startIn(copy, TYPES, "pipe");
    const tests = new Set([...stdout.matchAll(/^(tests\/[^(]+)\(/gmu)].map(([, file = ""]) => file));
    if (status === 0 || tests.size === 0 || /^(?!tests\/)\w[^( ]*\(/mu.test(stdout)) {
      process.stdout.write(stdout);
      return status === 0;
    }
    process.stdout.write(`Left out, too, since they need it: ${[...tests].join(", ")}\n`);
    for (const file of tests) rmSync(path.join(copy, file));
  }
}

/**
 * The tests that name it, and those that import one of these.
 * @param {string} folder
 * @param {string} name
 * @param {string[]} files
 * @param {string} copy where registries no longer name it
 */
function testsNaming(folder, name, files, copy) {
  const tests = files
    .filter((file) => file.startsWith("tests/") && /\.[cm]?tsx?$/u.test(file))
    .map((file) => ({ file, text: codeOf(readFileSync(path.join(copy, file), "utf8")) }));
  const naming = new Set();
  // Where a phase has the same name, only settings say that the activity is meant.
  const key = isCorePhase(name) ? `${name}: \\{` : `${name}\\b`;
  const names = new RegExp(`activities/${folder}/|\\b${key}`, "u");
  for (let before = -1; before < naming.size; ) {
    before = naming.size;
    for (const { file, text } of tests)
      if (names.test(text) || [...text.matchAll(/"#(tests\/[^"]+)"/gu)].some(([, from]) => naming.has(from)))
        naming.add(file);
  }
  return naming;
}

/**
 * A file without comments and sentences, in which people guess, read and speak; of those the values in them stay.
 * @param {string} text
 */
function codeOf(text) {
  const prose = /\/\/.*|\/\*[\s\S]*?\*\/|"[^"\n]*"|`[^`\n]*`/gu;
  const valuesIn = (/** @type {string} */ part) => (part.match(/\$\{[^}]*\}/gu) ?? []).join();
  return text.replace(prose, (part) => (/^\/|\s/u.test(part) ? valuesIn(part) : part));
}

/**
 * Takes the imports from an activity's folder out of a registry, and what its lists have of them.
 * @param {string} file
 * @param {string} folder
 * @param {string} key
 */
function edit(file, folder, key) {
  const names = [key, `"${key}"`, `"${folder}"`];
  const text = readFileSync(file, "utf8").replace(
    /^import (?:type )?([^;]*?) from "([^"]+)"[^;]*;\n/gmu,
    (whole, what, from) => {
      if (!from.includes(`/activities/${folder}/`)) return whole;
      names.push(...(what.match(/\w+(?=\s*(?:[,}]|$))/gu) ?? []));
      return "";
    },
  );
  const named = `(?:${names.map((name) => (name.startsWith('"') ? name : `${name}\\b`)).join("|")})`;
  // An entry is a name, a property of that name or with it as its value, or an object that begins with the name.
  const isNamed = new RegExp(`^(?:\\.{3})?(?:[\\w"-]+: |\\{\\s*name: )?${named}`, "u");
  const entries = entriesOf(text).filter(([start, end]) => isNamed.test(text.slice(start, end).trim()));
  const without = entries
    .filter(([at]) => !entries.some(([start, end]) => start < at && at < end))
    .toSorted(([one], [other]) => one - other)
    .reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);
  const typed = new RegExp(`\\s*\\| typeof ${named}|typeof ${named} \\| `, "gu");
  writeFileSync(file, without.replace(typed, ""));
}

/**
 * Where the entries of lists and objects begin and end, each with its comma.
 * @param {string} text
 */
function entriesOf(text) {
  /** @type {[number, number][]} */
  const entries = [];
  /** @type {number[]} */
  const begun = [];
  for (const { index, 0: mark } of text.matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|"[^"\n]*"|`[^`]*`|[[({\])},]/gu)) {
    const start = begun.at(-1);
    if ("[({".includes(mark)) begun.push(index + 1);
    else if (mark === "," && start !== undefined) {
      entries.push([start, index + 1]);
      begun[begun.length - 1] = index + 1;
    } else if ("])}".includes(mark) && start !== undefined) {
      entries.push([start, index]);
      begun.pop();
    }
  }
  return entries;
}

/**
 * Takes a phase out of a debate's kit: its note, and its name beside steps of plans.
 * @param {string} file
 * @param {string} phase
 */
function withoutPhase(file, phase) {
  const note = new RegExp(`^#### ${phase}\\n(?:(?!#).*\\n)*`, "gmu");
  const step = new RegExp(`^(- \\d+ min), ${phase}:`, "gmu");
  writeFileSync(file, readFileSync(file, "utf8").replace(note, "").replace(step, "$1:"));
}

/** @param {string} folder */
function hasPhases(folder) {
  return readFileSync(`debate/activities/${folder}/rules.ts`, "utf8").includes("  phases: [");
}

/** @param {string} name */
function isCorePhase(name) {
  return readFileSync("debate/rules/core-phases.ts", "utf8").includes(`"${name}"`);
}

/** @param {string} folder @param {string} file */
function isOf(folder, file) {
  return file.includes(`/activities/${folder}/`);
}

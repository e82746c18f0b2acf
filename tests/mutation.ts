// `npm run mutation` changes one operator or constant at a time, in a sample of the code that counts and decides, and lists the changes that
// no unit test notices. No file is written: Vitest gets each changed module from a plugin. `MUTANTS=600` draws a larger sample, `SEED=7`
// another one. test-results/mutants.json then has every change with its outcome.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { BaseSequencer, createVitest, ForksPoolWorker, parseAst, type TestSpecification } from "vitest/node";
import { createDice } from "#tests/support/chance.ts";

const SOURCES = ["debate/counting/*.ts", "debate/rules/*.ts", "debate/activities/*/*.ts"];
const TESTS = ["tests/unit/debate/**/*.test.ts", "tests/activities/*/*unit.test.ts"];
const SIZE = Number(process.env.MUTANTS ?? 300);
/** A change that makes its tests run so much longer, in milliseconds, counts as noticed: it may never end. */
const PATIENCE = 20_000;

const OPPOSITES: Record<string, string> = {
  ...{ "<": "<=", "<=": "<", ">": ">=", ">=": ">", "===": "!==", "!==": "===" },
  ...{ "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "+=": "-=", "-=": "+=", "++": "--", "--": "++" },
  ...{ "&&": "||", "||": "&&", some: "every", every: "some", min: "max", max: "min" },
};

type Node = { type: string; start: number; end: number } & {
  [field in "left" | "right" | "argument" | "callee" | "property" | "expression"]?: Node;
} & { operator?: string; name?: string; value?: unknown; computed?: boolean };
type Place = { start: number; end: number };
/** The `text` replaces what is at its place; `whole` is the expression that it is in. */
type Change = Place & { text: string; whole: Place };
type Mutant = Change & { file: string };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function mutantsOf(file: string): Mutant[] {
  const code = readFileSync(file, "utf8");
  const found: Mutant[] = [];
  // A link of an optional chain cannot stand alone, so its whole is the chain.
  const visit = (node: Node, chain: Node | null) => {
    if (node.type.startsWith("TS") && !node.expression) return;
    const whole = node.type === "ChainExpression" ? node : chain;
    const change = changeOf(node, code);
    if (change) found.push({ file, ...change, whole: whole ?? change.whole });
    for (const [field, value] of Object.entries(node)) {
      const isName = field === "key" && !node.computed;
      if (field !== "typeAnnotation" && !isName)
        for (const child of [value].flat()) if (isNode(child)) visit(child, whole);
    }
  };
  visit(parseAst(code, { lang: "ts" }), null);
  return found;
}

function changeOf(node: Node, code: string): Change | null {
  const { type, operator = "", left, right, argument, callee, value } = node;
  const textOf = ({ start, end }: Place) => code.slice(start, end);
  const instead = (text: string, { start, end }: Place = node) => ({ start, end, text, whole: node });
  if (type === "Literal" && typeof value === "boolean") return instead(`${!value}`);
  if (type === "Literal" && typeof value === "number") return instead(`${value + 1}`);
  if (type === "UnaryExpression" && argument && "!-".includes(operator))
    return instead(`(${textOf(argument)})`);
  if (type === "LogicalExpression" && left && operator === "??") return instead(textOf(left));
  const named = type === "CallExpression" ? callee?.property : undefined;
  const opposite = OPPOSITES[named?.name ?? operator];
  if (!opposite) return null;
  if (named) return instead(opposite, named);
  const isText = [left, right].some(
    (side) => side?.type === "TemplateLiteral" || typeof side?.value === "string",
  );
  if (isText && operator === "+") return null;
  const start = code.indexOf(operator, left?.end ?? node.start);
  return instead(opposite, { start, end: start + operator.length });
}

const files = execFileSync("git", ["ls-files", ...SOURCES], { encoding: "utf8" })
  .trim()
  .split("\n");
const dice = createDice();
const mutants = files
  .flatMap(mutantsOf)
  .map((mutant) => ({ mutant, drawn: dice.below(2 ** 32) }))
  .sort((one, other) => one.drawn - other.drawn)
  .slice(0, SIZE)
  .map(({ mutant }) => ({ ...mutant, file: path.resolve(mutant.file) }));

const print = (text: string) => process.stdout.write(text);
print(`SEED=${dice.seed}\n`);
const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-mutants-"));
let current: Mutant | null = null;
let order: string[] = [];
let endRun = (_: Error): void => {};

/** Marks the code of each mutant, so that test files can write down which ones they run. */
function marked(file: string, code: string): string {
  const marks = mutants.flatMap(({ file: its, whole: { start, end } }, number) => [
    ...(its === file ? [{ at: start, size: end - start, text: `(globalThis.reached.add(${number}), ` }] : []),
    ...(its === file ? [{ at: end, size: Number.POSITIVE_INFINITY, text: ")" }] : []),
  ]);
  const inOrder = marks.sort((one, other) => one.at - other.at || other.size - one.size);
  const body = inOrder.reduceRight(
    (before, { at, text }) => before.slice(0, at) + text + before.slice(at),
    code,
  );
  return `globalThis.reached ??= new Set();${body}`;
}

const reachedFile = (test: string) => path.join(folder, encodeURIComponent(test));
/** Empty where all tests of a file are skipped. */
function reachedBy(test: string): Set<number> {
  return new Set(existsSync(reachedFile(test)) ? JSON.parse(readFileSync(reachedFile(test), "utf8")) : []);
}
const noting = (test: string) => `
import { afterAll as afterTests } from "vitest";
import { writeFileSync as writeReached } from "node:fs";
afterTests(() => writeReached(${JSON.stringify(reachedFile(test))}, JSON.stringify([...(globalThis.reached ?? [])])));`;

const changing = {
  name: "changing",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    if (current) {
      const { file, start, end, text } = current;
      return id === file ? code.slice(0, start) + text + code.slice(end) : undefined;
    }
    if (id.endsWith(".test.ts")) return code + noting(id);
    return mutants.some(({ file }) => file === id) ? marked(id, code) : undefined;
  },
};

class InOrder extends BaseSequencer {
  override async sort(tests: TestSpecification[]) {
    return tests.toSorted((one, other) => order.indexOf(one.moduleId) - order.indexOf(other.moduleId));
  }
}

class Stoppable extends ForksPoolWorker {
  override on(event: string, callback: (argument: Error) => void) {
    if (event === "error") endRun = callback;
    super.on(event, callback);
  }
}

const openVitest = (options: { isolate: boolean; bail: number }) =>
  createVitest(
    "test",
    {
      ...options,
      config: false,
      watch: false,
      include: TESTS,
      maxWorkers: 1,
      testTimeout: 120_000,
      restoreMocks: true,
      unstubGlobals: true,
      setupFiles: "tests/support/seeded.ts",
      reporters: [{}],
      pool: { name: "stoppable", createPoolWorker: (worker) => new Stoppable(worker) },
      sequence: { sequencer: InOrder },
    },
    { plugins: [changing] },
  );

// First every test file alone, without a change: how long it takes, and what it runs.
const first = await openVitest({ isolate: true, bail: 0 });
const { testModules, unhandledErrors } = await first.runTestSpecifications(
  await first.getRelevantTestSpecifications(),
);
const failing = testModules.filter((test) => !test.ok()).map(({ moduleId }) => moduleId);
if (failing.length + unhandledErrors.length > 0)
  throw new Error(`Fails without a change: ${failing.join(", ")}`);
const tests = testModules
  .map((test) => ({
    id: test.moduleId,
    took: test.diagnostic().duration,
    reached: reachedBy(test.moduleId),
  }))
  .sort((one, other) => one.took - other.took);
await first.close();
rmSync(folder, { recursive: true });

// Then each change alone, with the test files that run it, the quick ones first, until one fails.
order = tests.map(({ id }) => id);
const vitest = await openVitest({ isolate: false, bail: 1 });
const specifications = await vitest.getRelevantTestSpecifications();

async function outcomeOf(mutant: Mutant, number: number) {
  const chosen = tests.filter(({ reached }) => reached.has(number));
  if (chosen.length === 0) return "never run";
  const ids = new Set(chosen.map(({ id }) => id));
  if (current) vitest.invalidateFile(current.file);
  current = mutant;
  vitest.invalidateFile(mutant.file);
  // Vitest counts the failures of earlier runs, too.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  const expected = chosen.reduce((sum, { took }) => sum + took, 0);
  const tooLong = setTimeout(() => endRun(new Error("It takes too long.")), expected + PATIENCE);
  const run = await vitest.runTestSpecifications(specifications.filter(({ moduleId }) => ids.has(moduleId)));
  clearTimeout(tooLong);
  const passed = run.unhandledErrors.length === 0 && run.testModules.every((test) => test.ok());
  return passed ? "survived" : "noticed";
}

const results: Record<"outcome" | "folder" | "place" | "before" | "after", string>[] = [];
for (const [number, mutant] of mutants.entries()) {
  const code = readFileSync(mutant.file, "utf8");
  const file = path.relative(process.cwd(), mutant.file);
  const lineStart = code.lastIndexOf("\n", mutant.start) + 1;
  const lineEnd = code.indexOf("\n", mutant.end);
  const result = {
    outcome: await outcomeOf(mutant, number),
    folder: path.dirname(file),
    place: `${file}:${code.slice(0, mutant.start).split("\n").length}`,
    before: code.slice(lineStart, lineEnd).trim(),
    after: (code.slice(lineStart, mutant.start) + mutant.text + code.slice(mutant.end, lineEnd)).trim(),
  };
  results.push(result);
  if (result.outcome !== "noticed")
    print(`${result.outcome}  ${result.place}\n  ${result.before}\n  ${result.after}\n`);
}
await vitest.close();

const OUTCOMES = ["noticed", "survived", "never run"];
const row = (title: string, counts: (number | string)[]) =>
  print(
    `${title.padEnd(32)}${["changes", ...OUTCOMES].map((_, place) => `${counts[place]}`.padStart(10)).join("")}\n`,
  );
const count = (title: string, some: typeof results) =>
  row(title, [
    some.length,
    ...OUTCOMES.map((outcome) => some.filter((one) => one.outcome === outcome).length),
  ]);
row("", ["changes", ...OUTCOMES]);
for (const one of [...new Set(results.map((result) => result.folder))].sort())
  count(
    one,
    results.filter((result) => result.folder === one),
  );
count("all", results);
mkdirSync("test-results", { recursive: true });
writeFileSync("test-results/mutants.json", JSON.stringify(results, null, 1));

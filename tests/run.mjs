// `npm test`: every suite, one after the other, and one closing line that adds them up.
// With names (`npm test -- unit e2e`) only those steps.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import "../prisma/generate.mjs";
import { failedTests } from "./support/failed-tests.mjs";
import { installWhatIsMissing } from "./support/system-packages.mjs";

const REPORTS = "test-results";
/**
 * The program of a package as a file for Node: those in .bin are not the same on every system.
 * @param {string} name
 */
function bin(name, packageName = name) {
  const folder = path.join("node_modules", packageName);
  const { bin: programs } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, programs[name]);
}

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {Counts & { name: string, printed: string, seconds: number }} Read */

/** @type {Record<string, () => string[]>} */
const STATIC = {
  format: () => [bin("biome", "@biomejs/biome"), "format", "."],
  lint: () => [bin("biome", "@biomejs/biome"), "lint", "--error-on-warnings", "."],
  // More checkers each work out the same types again: four take twice the CPU, beside two other programs.
  types: () => [bin("tsc", "typescript"), "--noEmit", "--checkers", "1"],
  unused: () => [bin("knip")],
};
/**
 * Steps without tests of their own count as one.
 * @type {Record<string, () => Promise<Counts>>}
 */
const STEPS = {
  unit: () => vitest("unit"),
  // Many wait for what the server sends twice a second: alone, three workers use two thirds of the CPU.
  integration: () => {
    const workers = names.includes("faults") ? 3 : 5;
    return vitest("integration", {
      options: [`--maxWorkers=${workers}`],
      env: { ...inMemory(), UNOPTIMIZED: "yes" },
    });
  },
  // What the store promises, on both databases.
  store: () => vitest("store", { options: ["--maxWorkers=3"], env: inMemory() }),
  build: async () => {
    const build = 'import("./server/launch/build.mjs").then((launch) => launch.buildWhereStale())';
    const built = await single("-e", [build]);
    return built.failed > 0 ? built : single("tests/budget.mjs", []);
  },
  start: () => single("tests/start.mjs", []),
  faults: () => vitest("faults"),
  // They count, so that other work disturbs nothing.
  attacks: () => vitest("attacks", { options: ["--maxWorkers=3"] }),
  // The image, and two servers behind nginx, killed, restarted, frozen.
  cluster: () => vitest("cluster"),
  activities: async () => {
    const tried = { passed: 0, failed: 0 };
    for (const [file = "", ...parameters] of IN_COPIES) {
      const { passed, failed } = await single(file, parameters);
      tried.passed += passed;
      tried.failed += failed;
    }
    return tried;
  },
  e2e: playwright,
};
/** What `activities` tries in copies of the tree: the example of CONTRIBUTING.md comes in, and one activity goes, another with each commit. */
const IN_COPIES = [["tests/example-activity.mjs"], ["tests/without-activity.mjs", "by-turns"]];
/** Steps that run one after the other, beside those of the other list: much of their time they wait. */
const SIDE_BY_SIDE = [
  ["build", "start", "integration"],
  ["unit", "faults", "cluster", "store", "attacks", "activities"],
];
const NEED_THE_BUILD = ["start", "faults", "cluster", "attacks", "e2e"];
const ALL = [...Object.keys(STATIC), ...Object.keys(STEPS)];
/** The long form of what chance and repetition find; `npm run test:long`, once a night. */
const LONG = {
  FAULT_KILLS: "200",
  SIM_RUNS: "1000000",
  FUZZ_RUNS: "500",
  SECRET_LESSONS: "10",
  HALL_PHONES: "6000",
  RECOUNTED_LESSONS: "300",
  BOTH_SCHEMES: "yes",
  EVERY_CLASS: "yes",
  OFFICE_FILES: "yes",
  SCREENSHOTS: "yes",
  TWELVE_BROWSERS: "yes",
  EVERY_TEST: "yes",
};
const CHECK = ["format", "lint", "types", "unused", "unit", "integration"];
/** What takes long for what it is likely to find: the check leaves it to `npm test`. */
const LEFT_TO_CI = [
  ...["old-databases", "recount", "backup", "oidc", "demo", "rehearsed-presets"].map(
    (name) => `tests/integration/${name}.test.ts`,
  ),
  ...["bad-files", "file-reader"].map((name) => `tests/unit/server/files/${name}.test.ts`),
];

const asked = process.argv
  .slice(2)
  .flatMap((name) => (name === "check" ? CHECK : name === "long" ? ALL : [name]));
if (process.argv.includes("long")) Object.assign(process.env, LONG);
if (process.argv.includes("check")) process.env.EXCLUDED_TESTS = LEFT_TO_CI.join(" ");
const names = asked.length > 0 ? asked : ALL;
const unknown = names.find((name) => !ALL.includes(name));
if (unknown) {
  process.stderr.write(`There is no step "${unknown}". The steps are: ${ALL.join(", ")}.\n`);
  process.exit(2);
}
installWhatIsMissing(names);

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];
/** Browser tests that passed only when tried again (decision 0051); the list above names them. */
let flaky = 0;
/** @type {(value?: unknown) => void} */
let afterBuild = () => undefined;
const built = names.includes("build") ? new Promise((resolve) => (afterBuild = resolve)) : null;
// What only reads the sources runs beside the first of the others, but for the build, which writes types.
const sourcesRead = Promise.all(Object.keys(STATIC).map(readIfAsked));
await Promise.all([sourcesRead, ...SIDE_BY_SIDE.map(inTurn)]);
await inTurn(["e2e"]);
// Named again at the end: what comes after a failed step is long.
for (const name of failures) {
  const outside = read(errorsOutside(name));
  const tests = failedTests(read(path.join(REPORTS, `${name}.json`)));
  for (const failed of [...tests, ...(Array.isArray(outside) ? outside : [])])
    process.stdout.write(`\n${name}: ${failed}\n`);
}
process.stdout.write(failures.length > 0 ? `\nFailed: ${failures.join(", ")}\n` : "\n");
if (flaky > 0) process.stdout.write(`Flaky: ${flaky} passed on the second try, named under e2e\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param {string} name */
async function readIfAsked(name) {
  if (names.includes(name)) conclude(await readSources(name, STATIC[name]?.() ?? []));
}

/** @param {string[]} steps */
async function inTurn(steps) {
  for (const name of steps.filter((each) => names.includes(each))) {
    if (name === "build") await sourcesRead;
    if (NEED_THE_BUILD.includes(name)) await built;
    conclude(await timed(name));
    if (name === "build") afterBuild();
  }
}

/**
 * @param {string} name
 * @returns {Promise<Read>}
 */
async function timed(name) {
  process.stdout.write(`\n== ${name}\n`);
  const begun = performance.now();
  const counts = (await STEPS[name]?.()) ?? counted();
  return { name, printed: "", seconds: (performance.now() - begun) / 1_000, ...counts };
}

/** @param {Read} read */
function conclude({ name, printed, seconds, passed, failed }) {
  if (STATIC[name]) process.stdout.write(`\n== ${name}\n${printed}`);
  process.stdout.write(`-- ${name}: ${seconds.toFixed(0)} s\n`);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
}

/**
 * Runs a file with Node.
 * @param {string} file
 * @param {string[]} parameters
 */
async function run(file, parameters, env = {}) {
  const child = spawn(process.execPath, [file, ...parameters], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...env },
  });
  const [status] = await once(child, "close");
  return status === 0;
}

/**
 * @param {string} name
 * @param {string[]} command
 * @returns {Promise<Read>}
 */
async function readSources(name, command) {
  const begun = performance.now();
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  /** @param {Buffer} chunk */
  const read = (chunk) => (printed += chunk);
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const [status] = await once(child, "close");
  const isGood = status === 0;
  const seconds = (performance.now() - begun) / 1_000;
  return { name, printed, seconds, passed: Number(isGood), failed: Number(!isGood) };
}

/**
 * @param {string} file
 * @param {string[]} parameters
 */
async function single(file, parameters) {
  return (await run(file, parameters)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} name
 * @param {{ folders?: string[], options?: string[], env?: object }} how
 */
async function vitest(name, { folders = [name], options = [], env = {} } = {}) {
  const report = path.join(REPORTS, `${name}.json`);
  // And what activities have of it in their folders.
  const files = folders.flatMap((folder) => [`tests/${folder}/`, `${folder}.test.ts`]);
  const parameters = ["run", ...files, ...options];
  parameters.push("--reporter=default", "--reporter=json", `--outputFile=${report}`);
  parameters.push("--reporter=./tests/support/errors-outside-tests.mjs");
  const ended = await run(bin("vitest"), parameters, { ...env, ERRORS_OUTSIDE_TESTS: errorsOutside(name) });
  const { numPassedTests, numFailedTests } = read(report);
  return counted(numPassedTests, numFailedTests, ended);
}

/** The short form leaves out what is marked @long, flows whose rules other tests hold, too, and most looks by axe. */
async function playwright() {
  const report = path.join(REPORTS, "e2e.json");
  const chosen = process.env.EVERY_TEST ? [] : ["--grep-invert=@long"];
  const ended = await run(bin("playwright"), ["test", "--retries=1", ...chosen], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(!process.env.EVERY_TEST && { BRIEF: "yes" }),
  });
  const { stats } = read(report);
  flaky += stats?.flaky ?? 0;
  return counted((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected, ended);
}

/**
 * Where a step's files go: into memory, where there is room. These steps ask what is stored; that it outlives the program and the
 * disk, `faults` asks, on a real one.
 */
function inMemory() {
  const memory = "/dev/shm";
  if (process.env.TMPDIR || !existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 2 ** 30 ? { TMPDIR: memory } : {};
}

/** Where a step's errors outside of tests go. @param {string} name */
function errorsOutside(name) {
  return path.join(REPORTS, `${name}-outside.json`);
}

/** @param {string} report */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
}

/** A suite that ended badly, or that ran nothing, has failed whatever it counted. */
function counted(passed = 0, failed = 0, ended = false) {
  const isBad = failed === 0 && (!ended || passed === 0);
  return { passed, failed: isBad ? 1 : failed };
}

// `npm test`: every check and every test, and one closing line that adds them up.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { installWhatIsMissing } from "./support/system-packages.mjs";

const REPORTS = "test-results";
let passed = 0;
let failed = 0;
let skipped = 0;
/** @type {string[]} */
const failures = [];

installWhatIsMissing();
rmSync(REPORTS, { recursive: true, force: true });
for (const check of ["lint", "types", "unused"]) {
  const isGood = await run(check);
  count(check, isGood, Number(isGood));
}
const areTestsGood = await run("tests");
const { numPassedTests, numFailedTests, numPendingTests = 0 } = report("vitest");
count("tests", areTestsGood, numPassedTests, numFailedTests);
skipped += numPendingTests;
const areBrowserTestsGood = await run("browser-tests");
const { stats } = report("playwright");
count("browser-tests", areBrowserTestsGood, stats?.expected, stats?.unexpected);
if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(", ")}\n`);
skipped += stats?.skipped ?? 0;
if (skipped > 0) process.stdout.write(`${skipped} skipped: each says why in its line above\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);

/**
 * Runs a script of package.json; answers whether it ended well.
 * @param {string} script
 */
async function run(script) {
  process.stdout.write(`\n== npm run ${script}\n`);
  const begun = performance.now();
  const [status] = await once(
    spawn(`npm run --silent ${script}`, { shell: true, stdio: "inherit" }),
    "close",
  );
  process.stdout.write(`-- ${script}: ${((performance.now() - begun) / 1_000).toFixed(0)} s\n`);
  return status === 0;
}

/** @param {string} name */
function report(name) {
  const file = `${REPORTS}/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/**
 * What ended badly or ran nothing has failed, whatever it counted.
 * @param {string} name
 * @param {boolean} isGood
 */
function count(name, isGood, good = 0, bad = 0) {
  const lost = bad === 0 && (!isGood || good === 0) ? 1 : bad;
  passed += good;
  failed += lost;
  if (lost > 0) failures.push(name);
}

// Old versions of Node.js must be able to run this file.
import { readFileSync } from "node:fs";
import path from "node:path";
import { IS_SOURCE, ROOT } from "./program.mjs";

/** [O17] Ends with one sentence on a Node.js that package.json does not allow. */
export function refuseOldNode() {
  const refusal = unfit(process.version);
  if (refusal === null) return;
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}

/**
 * [O17] An error for a Node.js that package.json does not allow; null if it does.
 * @param {string} version As in `process.version`.
 * @returns {string | null}
 */
export function unfit(version) {
  /** @type {string} */
  const ranges = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).engines.node;
  const [major, minor] = numbersOf(version);
  const allowed = ranges
    .split(" || ")
    .map((range) => ({ orNewer: range.startsWith(">="), least: numbersOf(range) }));
  const fits = allowed.some(({ orNewer, least }) =>
    orNewer ? major >= least[0] : major === least[0] && minor >= least[1],
  );
  if (fits) return null;
  const named = allowed.map(({ orNewer, least }) => (orNewer ? `or ${least[0]} and newer` : least.join(".")));
  return `Resolved needs Node.js ${named.join(", ")}, and this is ${version.slice(1)}. Install one of them (https://nodejs.org), then ${IS_SOURCE ? "run npm ci and npm start" : "install Resolved again"}.`;
}

/**
 * Major and minor version.
 * @param {string} text
 * @returns {[major: number, minor: number]}
 */
function numbersOf(text) {
  const [major = "", minor = ""] = text.replace(/^\D+/, "").split(".");
  return [Number(major), Number(minor)];
}

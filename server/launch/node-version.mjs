// Old versions of Node.js must be able to run this file.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const manifest = fileURLToPath(new URL("../../package.json", import.meta.url));

/**
 * [O17] An error for a Node.js that package.json does not allow; null if it does.
 * @param {string} version As in `process.version`.
 * @returns {string | null}
 */
export function unfit(version) {
  /** @type {string} */
  const ranges = JSON.parse(readFileSync(manifest, "utf8")).engines.node;
  const [major, minor] = numbersOf(version);
  const allowed = ranges
    .split(" || ")
    .map((range) => ({ orNewer: range.startsWith(">="), least: numbersOf(range) }));
  const fits = allowed.some(({ orNewer, least }) =>
    orNewer ? major >= least[0] : major === least[0] && minor >= least[1],
  );
  if (fits) return null;
  const named = allowed.map(({ orNewer, least }) => (orNewer ? `or ${least[0]} and newer` : least.join(".")));
  return `Resolved needs Node.js ${named.join(", ")}, and this is ${version.slice(1)}. Install one of them (https://nodejs.org), then run npm ci and npm start.`;
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

// [O40] The version and the build, for /healthz, the account page, the metrics and `resolved --version`.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Written by each build, beside what it built. */
const BUILT = "dist/release.json";

/**
 * The release that a folder holds: the source tree, or an installed package.
 * @param {string} root
 * @returns {{ version: string, build: string }}
 */
export function releaseIn(root) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return { version, build: builtIn(root) };
}

/** @param {string} root */
function builtIn(root) {
  try {
    return JSON.parse(readFileSync(path.join(root, BUILT), "utf8")).build;
  } catch {
    return "unknown";
  }
}

/** Notes what is built now: the commit, with a + if files were changed since; without Git the day. */
export function noteBuild(now = new Date()) {
  const build = commit() ?? now.toISOString().slice(0, 10);
  writeFileSync(BUILT, `${JSON.stringify({ build })}\n`);
}

function commit() {
  // A folder inside another repository has a prefix there.
  if (git("rev-parse", "--show-prefix") !== "") return null;
  return git("describe", "--always", "--dirty=+", "--abbrev=8", "--exclude=*");
}

/** @param {string[]} parameters */
function git(...parameters) {
  const { status, stdout } = spawnSync("git", parameters, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

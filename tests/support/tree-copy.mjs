// A copy of the tree in which something is tried: its program files are changed there, then commands run in it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** The files of the tree, as git lists them, with those that are not committed yet. */
export function filesOfTree() {
  const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  return spawnSync("git", listing, { encoding: "utf8", maxBuffer: 2 ** 27 })
    .stdout.split("\0")
    .filter((file) => file !== "" && existsSync(file));
}

/**
 * Copies these files, with what is made of the models and of pages; answers what was tried in the copy.
 * @param {readonly string[]} files
 * @param {(copy: string) => boolean} inCopy
 */
export function withCopy(files, inCopy) {
  const copy = mkdtempSync(path.join(os.tmpdir(), "resolved-copy-"));
  try {
    for (const file of files) cpSync(file, path.join(copy, file));
    for (const made of ["prisma/generated", "next-env.d.ts"])
      if (existsSync(made)) cpSync(made, path.join(copy, made), { recursive: true });
    symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
    return inCopy(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * Runs a program of a package in the copy, or Node; answers whether it ended well.
 * @param {string} copy
 * @param {readonly string[]} command
 */
export function runIn(copy, command) {
  return startIn(copy, command, "inherit").status === 0;
}

/**
 * The same, with what it printed where that is not shown.
 * @param {string} copy
 * @param {readonly string[]} command
 * @param {"inherit" | "pipe"} stdio
 */
export function startIn(copy, [program = "", ...parameters], stdio) {
  const file = program === "node" ? process.execPath : path.resolve("node_modules/.bin", program);
  return spawnSync(file, parameters, { cwd: copy, stdio, encoding: "utf8", maxBuffer: 2 ** 27 });
}

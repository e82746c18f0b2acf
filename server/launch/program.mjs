// The program and its folder. An old version of Node.js must be able to run this file.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isSourceTree } from "../platform/data-folder.mjs";

export const ROOT = path.resolve(fileURLToPath(import.meta.url), "../../..");
/** Whether this is the source tree, and not the installed program. */
export const IS_SOURCE = isSourceTree(ROOT);

/**
 * Enters the program's folder, where it finds its files. [O20] Relative paths in variables count from there in the source tree, and
 * for the installed program from the folder of the terminal.
 */
export function enterProgram() {
  const base = IS_SOURCE ? ROOT : process.cwd();
  process.chdir(ROOT);
  const { DATA_DIR, DATABASE_URL } = process.env;
  if (DATA_DIR) process.env.DATA_DIR = path.resolve(base, DATA_DIR);
  const [, file] = /^file:(?!\/\/)(.+)$/su.exec(DATABASE_URL ?? "") ?? [];
  if (file) process.env.DATABASE_URL = `file:${path.resolve(base, file)}`;
}

/**
 * Runs a program of `dist`, which the source tree builds first.
 * @param {string} name
 */
export async function runBuilt(name) {
  enterProgram();
  (await import("./native.mjs")).refuseMissingNative();
  if (IS_SOURCE) await (await import("./build.mjs")).buildWhereStale();
  await import(pathToFileURL(path.resolve("dist", `${name}.js`)).href);
}

/**
 * How a user of this program types a command with its argument.
 * @param {string} name
 * @param {string} parameter
 */
export function asTyped(name, parameter) {
  return IS_SOURCE ? `npm run ${name} -- ${parameter}` : `resolved ${name} ${parameter}`;
}

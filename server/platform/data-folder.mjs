// Plain JavaScript, so that backing up works without a build.
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** @typedef {Record<string, string | undefined>} Variables */

/**
 * [O20] The folder of all data: DATA_DIR, else `data` in the source tree and `.resolved` in the user's home.
 * @param {Variables} variables
 */
export function dataFolder({ DATA_DIR }) {
  if (DATA_DIR) return path.resolve(DATA_DIR);
  return isSourceTree() ? path.resolve("data") : path.join(os.homedir(), ".resolved");
}

/**
 * [O20] The database's address: DATABASE_URL, else a file in the folder of all data.
 * @param {Variables} variables
 */
export function databaseUrl(variables) {
  return variables.DATABASE_URL || `file:${path.join(dataFolder(variables), "resolved.db")}`;
}

/** Whether the program in this folder is built where it is, and not the installed package. */
export function isSourceTree(root = process.cwd()) {
  return existsSync(path.join(root, "server/index.ts"));
}

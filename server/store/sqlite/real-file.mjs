import { readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/**
 * [T6] The file that a name leads to, also where it is a link. Its journal is beside it, and so must its lock be: with a lock beside
 * each name, two servers could use one file.
 * @param {string} file
 * @returns {string}
 */
export function realFile(file) {
  try {
    return realpathSync(file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") return file;
  }
  try {
    // A link to a file that is not there yet.
    return realFile(path.resolve(path.dirname(file), readlinkSync(file)));
  } catch {
    return file;
  }
}

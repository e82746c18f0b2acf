import { readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/**
 * [T6] Resolves links, because the lock must be beside the file itself: with a lock beside each link, two servers could use one file.
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

// The folder of a server that `npm run capacity` starts.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { lockFile } from "./lock-file.mjs";

const PREFIX = "capacity-check-";
export const DATABASE = "resolved.db";

/**
 * [Q1] Makes one in `folder`, and deletes those that a crash left there.
 * @param {string} folder
 */
export function makeCheckFolder(folder) {
  const left = readdirSync(folder).filter((name) => name.startsWith(PREFIX));
  for (const name of left) deleteUnused(path.join(folder, name));
  return mkdtempSync(path.resolve(folder, PREFIX));
}

/**
 * If its server is only about to start, that server makes it again.
 * @param {string} folder
 */
function deleteUnused(folder) {
  try {
    const unlock = lockFile(path.join(folder, DATABASE));
    if (!unlock) return;
    unlock();
    rmSync(folder, { recursive: true });
  } catch {
    // Not a folder, or another user's: it does no harm to this check.
  }
}

// Replaces files with those of a backup, and keeps the old ones beside them.
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { SECRET, stamp, sync } from "./backups.mjs";

/** @typedef {[source: string, target: string]} Copy */

/**
 * The secret, if the backup has one that differs from the present one.
 * @param {string} folder
 * @param {string} beside
 * @returns {Copy[]}
 */
export function secretFor(folder, beside) {
  const [source, target] = [path.join(folder, SECRET), path.join(beside, SECRET)];
  if (!existsSync(source)) return [];
  const isSame = existsSync(target) && readFileSync(target, "utf8") === readFileSync(source, "utf8");
  return isSame ? [] : [[source, target]];
}

/** @param {string} target */
export function readyOf(target) {
  return `${target}.restoring`;
}

/**
 * Copies files next to their targets, with the owner and rights of the present files.
 * @param {Copy[]} copies
 */
export function layReady(copies) {
  for (const [source, target] of copies) {
    const [ready, beside] = [readyOf(target), path.dirname(target)];
    mkdirSync(beside, { recursive: true });
    copyFileSync(source, ready);
    chmodSync(ready, existsSync(target) ? statSync(target).mode : 0o600);
    giveTo(ready, existsSync(target) ? target : beside);
    sync(ready);
  }
}

/** @param {Copy[]} copies */
export function clear(copies) {
  for (const [, target] of copies) rmSync(readyOf(target), { force: true });
}

/**
 * Keeps the old files, and moves the new ones into place with one rename, so that there is a database whenever the
 * power fails. Returns which files were kept, and where.
 * @param {Copy[]} copies
 * @returns {[before: string, after: string][]}
 */
export function place(copies) {
  const suffix = `.before-restore-${stamp(new Date())}`;
  return copies.flatMap(([, target]) => {
    const isThere = existsSync(target);
    for (const part of ["", "-wal"])
      if (existsSync(target + part)) keep(target + part, target + suffix + part);
    checkpoint(target);
    // The -wal belongs to the old database, and would corrupt the new one.
    for (const part of ["-wal", "-shm"]) rmSync(target + part, { force: true });
    renameSync(readyOf(target), target);
    sync(path.dirname(target));
    return isThere ? [[target, target + suffix]] : [];
  });
}

/**
 * Checkpoints a database's -wal into its file, if it can still be opened.
 * @param {string} file
 */
function checkpoint(file) {
  if (!existsSync(`${file}-wal`)) return;
  try {
    const old = new BetterSqlite3(file);
    try {
      old.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      old.close();
    }
  } catch {
    // Then its parts are kept.
  }
}

/**
 * Keeps a file under a second name, as a hard link if the disk supports them.
 * @param {string} file
 * @param {string} aside
 */
function keep(file, aside) {
  try {
    linkSync(file, aside);
  } catch {
    renameSync(file, aside);
  }
}

/**
 * Changes the owner if root restores files of another user's server.
 * @param {string} file
 * @param {string} owned
 */
export function giveTo(file, owned) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(owned);
  chownSync(file, uid, gid);
}

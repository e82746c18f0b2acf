// Puts the files of a backup in place of the present ones, which are kept beside them.
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

/** Where the backup has a secret, and that is not there already. */
export function secretFor(folder, beside) {
  const [source, target] = [path.join(folder, SECRET), path.join(beside, SECRET)];
  if (!existsSync(source)) return [];
  const isSame = existsSync(target) && readFileSync(target, "utf8") === readFileSync(source, "utf8");
  return isSame ? [] : [[source, target]];
}

export function readyOf(target) {
  return `${target}.restoring`;
}

/** Copies files to beside where they will go, for the user and with the rights of what is there. */
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

export function clear(copies) {
  for (const [, target] of copies) rmSync(readyOf(target), { force: true });
}

/**
 * Keeps what is there beside it, and puts what lies ready in its place by one renaming: whenever the power goes, there is a
 * database. Answers with what was kept, and where.
 */
export function place(copies) {
  const suffix = `.before-restore-${stamp(new Date())}`;
  return copies.flatMap(([, target]) => {
    const isThere = existsSync(target);
    for (const part of ["", "-wal"])
      if (existsSync(target + part)) keep(target + part, target + suffix + part);
    foldIn(target);
    // The -wal belongs to the old database, and would corrupt the new one.
    for (const part of ["-wal", "-shm"]) rmSync(target + part, { force: true });
    renameSync(readyOf(target), target);
    sync(path.dirname(target));
    return isThere ? [[target, target + suffix]] : [];
  });
}

/** Checkpoints a database's -wal into its file, if it can still be opened. */
function foldIn(file) {
  if (!existsSync(`${file}-wal`)) return;
  try {
    const old = new BetterSqlite3(file);
    try {
      old.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      old.close();
    }
  } catch {
    // It goes aside in parts.
  }
}

/** The same file by a second name; where a disk knows no such thing, by that name alone. */
function keep(file, aside) {
  try {
    linkSync(file, aside);
  } catch {
    renameSync(file, aside);
  }
}

/** Where root restores what another user's server will open. */
export function giveTo(file, owned) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(owned);
  chownSync(file, uid, gid);
}

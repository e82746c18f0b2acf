import { UnusableDatabase } from "#server/platform/storage-failures.ts";

/** The first SQLite without the WAL-reset bug, which can lose commits when another process writes or checkpoints. */
const LEAST = [3, 51, 3] as const;

/** Refuses to start on a SQLite that can lose confirmed votes. [B2] */
export function assertSafeSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  const at = LEAST.findIndex((least, place) => parts[place] !== least);
  if (at === -1 || (parts[at] ?? 0) > (LEAST[at] ?? 0)) return;
  throw new UnusableDatabase(
    `SQLite ${version} can lose confirmed votes: version ${LEAST.join(".")} or newer is needed. Run npm ci to install better-sqlite3 12.8 or newer.`,
  );
}

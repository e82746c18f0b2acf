/** The migration that makes the schema of version 1.0.0. */
export const BASELINE = "0001_baseline";

/** The last migration before it on each database: with this one a database has the same schema. */
const LAST_BEFORE = { sqlite: "0024_ballot_rows", postgresql: "0023_joins" };

/**
 * Why this version can't use a database with these migrations, and which of them is the reason; null if it can.
 * @param {"sqlite" | "postgresql"} engine
 * @param {string[]} applied
 * @param {string[]} known the migrations of this version
 * @returns {{ is: "newer" | "older", name: string } | null}
 */
export function misfit(engine, applied, known) {
  const last = LAST_BEFORE[engine];
  const before = applied.includes(BASELINE) ? [] : applied.filter((name) => name <= last);
  const newer = applied.find((name) => !known.includes(name) && !before.includes(name));
  if (newer !== undefined) return { is: "newer", name: newer };
  const newest = before.sort().at(-1);
  return newest === undefined || newest === last ? null : { is: "older", name: newest };
}

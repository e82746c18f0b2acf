import { groupedBy } from "#app/instructor/grouped.ts";
import { twinsIn } from "#app/instructor/same-title.ts";
import type { DebateRow, SessionRow } from "#debate/protocol/pages.ts";

/** `hasTwin`: whether another debate has the same title. */
export type ShelvedDebate = DebateRow & { hasTwin: boolean };

/** One series' debates, newest issue first; `series` is null for debates that are in none. */
export type Shelf = { series: string | null; debates: ShelvedDebate[] };

/** In the order of the dashboard, debates of no series last. */
export function shelvesOf(debates: readonly DebateRow[]): Shelf[] {
  const twins = twinsIn(debates);
  const bySeries = groupedBy(debates, ({ series }) => series?.trim() || null);
  const shelves = [...bySeries].map(([series, rows]) => ({
    series,
    debates: rows.toSorted(newestIssueFirst).map((row) => ({ ...row, hasTwin: twins.has(row) })),
  }));
  return shelves.toSorted((one, other) => Number(one.series === null) - Number(other.series === null));
}

function newestIssueFirst(one: DebateRow, other: DebateRow): number {
  return (other.volume ?? 0) - (one.volume ?? 0) || (other.issue ?? 0) - (one.issue ?? 0);
}

const HOURS_12 = 12 * 60 * 60 * 1000;

/** A class that looks at its results is still in session for the rest of the day. */
export function isRunning({ phase, createdAt }: SessionRow, now: number): boolean {
  return phase !== "closed" && (phase !== "results" || now - createdAt < HOURS_12);
}

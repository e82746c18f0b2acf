import type { SessionRow } from "#debate/protocol/pages.ts";
import { isClosed } from "#debate/rules/phases.ts";

const HOURS_12 = 12 * 60 * 60 * 1000;

/** A class that looks at its results is still in session for the rest of the day. */
export function isRunning({ phase, createdAt }: SessionRow, now: number): boolean {
  return !isClosed(phase) && (phase !== "results" || now - createdAt < HOURS_12);
}

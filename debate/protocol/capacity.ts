import type { Instructor } from "#debate/protocol/pages.ts";

/** How long a capacity check takes at most, in seconds. */
export const CHECK_SECONDS = 20;
/** [Q2] What a class of the stated size may expect, in seconds: all join, and 95 of 100 have each of these in time. */
export const BOUNDS = { joining: 30, vote: 1, reveal: 1 } as const;
/** [Q2] The share of the calculated number that is stated. */
export const SAFETY = 0.75;
/** The largest class that is played or stated: one address may take 6,000 seats in a session [L7]. */
export const LARGEST = 5_000;

/** [Q2] What a check found. */
export type Capacity = {
  /** The phones that the server can handle, with the safety margin. */
  phones: number;
  /** Whether it can handle more: `phones` is the largest class that is stated. */
  orMore: boolean;
  /** What would be too slow first with more phones. */
  limit: "joining" | "vote" | "reveal";
  /** The largest class that was played, and what it waited for, in milliseconds: 95 of 100 had it by then. */
  played: number;
  vote: number;
  reveal: number;
  /** The phones that can join in a minute, without the safety margin. */
  joinsPerMinute: number;
};

/** How a check ended; `at`, when it began, in milliseconds since the epoch. */
export type CheckEnd = { at: number; outcome: "measured" | "canceled" | "session-running" | "failed" };
/** What the last check found that was not stopped. */
export type Found = { at: number; capacity: Capacity };

export type CapacityState = {
  /** False if this server can't be checked: it stores in PostgreSQL. */
  isAvailable: boolean;
  /** The check in progress: for how many seconds, and how many phones are connected. */
  running: { seconds: number; phones: number } | null;
  last: CheckEnd | null;
  found: Found | null;
};

export type CapacityPage = { instructor: Instructor; state: CapacityState };

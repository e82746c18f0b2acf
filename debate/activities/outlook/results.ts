import type { ActivityResults, Counting } from "#debate/activities/activity-results.ts";
import { OUTLOOKS, type OutlookChange, type OutlookChanges } from "#debate/activities/outlook/rules.ts";
import { studentWithin } from "#debate/counting/distributions.ts";
import type { Voters } from "#debate/counting/tally.ts";

const FEWEST = 10;
/** From 1 to 5, and back. */
const WIDEST_CHANGE = 4;

/** [M13] Null where neither question was answered both times by ten people. */
export function outlookChanges(voters: Voters): OutlookChanges | null {
  const [understanding, respect] = OUTLOOKS.map((about) => outlookChange(voters, about));
  return understanding || respect ? { understanding: understanding ?? null, respect: respect ?? null } : null;
}

function outlookChange(voters: Voters, about: (typeof OUTLOOKS)[number]): OutlookChange | null {
  const sums = { n: 0, before: 0, after: 0, squares: 0 };
  for (const voter of voters.values()) {
    const [before, after] = [voter.before?.outlook?.[about], voter.after?.outlook?.[about]];
    if (before === undefined || after === undefined) continue;
    sums.n += 1;
    sums.before += before;
    sums.after += after;
    sums.squares += (after - before) ** 2;
  }
  const { n, before, after, squares } = sums;
  if (n < FEWEST) return null;
  const sum = after - before;
  const half = studentWithin(0.95, n - 1) * Math.sqrt((n * squares - sum ** 2) / (n ** 2 * (n - 1)));
  const cut = (change: number) => Math.max(-WIDEST_CHANGE, Math.min(WIDEST_CHANGE, change));
  return { n, before: before / n, after: after / n, interval: [cut(sum / n - half), cut(sum / n + half)] };
}

export const outlookResults = {
  part: "outlook",
  count: ({ voters }: Counting) => outlookChanges(voters),
  // [Z12] Two questions with five answers each, asked twice, make groups of few in every class.
  hides: "always",
} as const satisfies ActivityResults;

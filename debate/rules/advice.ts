import { type ActivityAdvice, adviceOfActivities } from "#debate/activities/advice.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { nextPhase, openRound, votesSealed } from "#debate/rules/phases.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { LogEntry, Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

/** [H9] From when on each suggestion is made. Shares are of 1, times in milliseconds. */
const ADVISED = {
  /** The share of the class that may be missing for "4 have not voted"; with more of it the vote goes on. */
  missing: 0.25,
  /** Published rebuttals from which the class is taken to be arguing. */
  arguing: 5,
  /** Published rebuttals from which the sides are compared. */
  compared: 10,
  oneSided: 0.8,
  slow: 90_000,
  still: 180_000,
} as const;

/** A suggestion to the host, with the numbers that it follows from. */
export type Advice =
  | { kind: "everyone-voted" }
  | { kind: "missing"; count: number }
  | { kind: "unanswered"; side: Side; n: number }
  | { kind: "one-sided"; side: Side; percent: number }
  | { kind: "slow"; seconds: number }
  | { kind: "vote-again"; minutes: number; next: Phase }
  | ActivityAdvice;

type Seen = {
  snapshot: Pick<Snapshot, "phase" | "joined" | "onPaper" | "turnout" | "tally"> &
    Parameters<typeof adviceOfActivities>[0];
  settings: Pick<Settings, "identity" | "questions" | "activities">;
  rebuttals: Iterable<Pick<Rebuttal, "side" | "quote" | "status" | "at">>;
  /** How many paragraphs each position has. */
  paragraphs: Record<Side, number>;
  /** Since when the class is in this phase; null while that is not known. */
  beganAt: number | null;
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
};

/** [H9] What could come next, the most pressing first. Nothing follows from votes that are sealed [V9]. */
export function adviceOn(seen: Seen): Advice[] {
  const { phase } = seen.snapshot;
  if (openRound(phase)) return onVote(seen.snapshot);
  return [...(phase === "rebuttal" ? onRebuttals(seen) : []), ...onActivities(seen)];
}

function onActivities({ snapshot, settings }: Seen): Advice[] {
  const { phase, tally } = snapshot;
  const votes = votesSealed({ phase, settings }) ? null : (tally?.reading ?? tally?.before ?? null);
  return adviceOfActivities(snapshot, settings, { next: nextPhase(phase, settings), votes });
}

function onVote(snapshot: Seen["snapshot"]): Advice[] {
  const { voted } = snapshot.turnout;
  // [Y18] In a later vote slips take no part.
  const voters = phonesIn(snapshot);
  const missing = voters - voted;
  if (voted === 0) return [];
  if (missing <= 0) return [{ kind: "everyone-voted" }];
  return missing <= voters * ADVISED.missing ? [{ kind: "missing", count: missing }] : [];
}

function onRebuttals(seen: Seen): Advice[] {
  const published = [...seen.rebuttals].filter(({ status }) => status === "published");
  return [onPause(published, seen), onUnanswered(published, seen.paragraphs), onSides(published)].filter(
    (advice) => advice !== null,
  );
}

/** The time that the class spent in other phases is no pause. */
function onPause(
  published: readonly Pick<Rebuttal, "at">[],
  { settings, beganAt, now }: Pick<Seen, "settings" | "beganAt" | "now">,
): Advice | null {
  if (published.length < ADVISED.arguing || beganAt === null) return null;
  const next = nextPhase("rebuttal", settings) ?? "after";
  const since = now - Math.max(beganAt, ...published.map(({ at }) => at));
  if (since >= ADVISED.still) return { kind: "vote-again", minutes: Math.floor(since / 60_000), next };
  return since >= ADVISED.slow ? { kind: "slow", seconds: ADVISED.slow / 1_000 } : null;
}

/** The first paragraph that no one has answered, once the class is at its paragraphs at all. */
function onUnanswered(
  published: readonly Pick<Rebuttal, "quote">[],
  paragraphs: Seen["paragraphs"],
): Advice | null {
  const quotes = published.flatMap(({ quote }) => quote ?? []);
  if (quotes.length < ADVISED.arguing) return null;
  const answered = new Set(quotes.map(({ side, n }) => `${side} ${n}`));
  for (const side of SIDES)
    for (let n = 1; n <= paragraphs[side]; n += 1)
      if (!answered.has(`${side} ${n}`)) return { kind: "unanswered", side, n };
  return null;
}

function onSides(published: readonly Pick<Rebuttal, "side">[]): Advice | null {
  const all = published.length;
  if (all < ADVISED.compared) return null;
  for (const side of SIDES) {
    const written = published.filter((rebuttal) => rebuttal.side === side).length;
    if (written >= all * ADVISED.oneSided)
      return { kind: "one-sided", side, percent: Math.round((100 * written) / all) };
  }
  return null;
}

/**
 * Since when the class is in this phase, by the log, the newest entry first; null until the log that says so has come.
 * Of a phase that began before all these entries: when the oldest was made.
 */
export function phaseBeganAt(
  log: readonly Pick<LogEntry, "kind" | "detail" | "at">[],
  phase: Phase,
): number | null {
  const moved = log.find(({ kind }) => kind === "phase");
  if (!moved) return log.at(-1)?.at ?? null;
  return moved.detail === phase ? moved.at : null;
}

/** What a host who has closed a suggestion is not shown again in the same phase. */
export function closedKey({ kind }: Advice, phase: Phase): string {
  return `${phase} ${kind}`;
}

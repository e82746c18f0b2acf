import type { Debate } from "#debate/content/debate.ts";
import type { Results } from "#debate/counting/results.ts";
import { emptyTally, type Tally, total } from "#debate/counting/tally.ts";
import type { Moments } from "#debate/counting/timeline.ts";
import { CHOICES, type Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";

/** A session of a debate whose results are open, with what its class was told of them. */
export type Taught = {
  results: Pick<Results, "rounds" | "margin" | "paragraphs">;
  /** The session's own copy. */
  positions: Debate["positions"];
  moves: Moments["moves"];
};

type Spread = { middle: number; least: number; most: number; sessions: number };

/** [D20] What a debate usually does. Each part says how many sessions it is of, and is null without any. */
export type Usual = {
  sessions: number;
  /** Shares 0..1 of all first votes together, and how many there were. */
  before: { shares: Tally; votes: number; sessions: number } | null;
  /** Points towards For; the range of one session is its 95 % interval. */
  margin: Spread | null;
  /** Paragraphs of the debate that no rebuttal quoted, of the sessions that argued about the same text. */
  unanswered: { paragraphs: { side: Side; n: number }[]; sessions: number } | null;
  /** Minutes. */
  phases: (Spread & { phase: Phase })[];
};

const TIMED = ["before", "reading", "reading-vote", "rebuttal", "after"] as const satisfies readonly Phase[];
/** A phase that lasted longer was left open after the lesson, in seconds. */
const LONGEST_PHASE = 3 * 60 * 60;

export function usualOf(debate: Pick<Debate, "positions">, taught: readonly Taught[]): Usual {
  return {
    sessions: taught.length,
    before: firstVotes(taught),
    margin: marginOf(taught),
    unanswered: unansweredIn(debate, taught),
    phases: TIMED.flatMap((phase) => {
      const lasted = spread(taught.flatMap(({ moves }) => minutesIn(phase, moves) ?? []));
      return lasted ? [{ phase, ...lasted }] : [];
    }),
  };
}

function firstVotes(taught: readonly Taught[]): Usual["before"] {
  const votes = emptyTally();
  let sessions = 0;
  for (const { results } of taught) {
    const first = results.rounds.find(({ round }) => round === "before");
    // Null where the class was not told.
    if (!first || first.n === 0 || first.for === null) continue;
    sessions += 1;
    for (const choice of CHOICES) votes[choice] += first[choice] ?? 0;
  }
  const all = total(votes);
  if (all === 0) return null;
  const shares = { for: votes.for / all, against: votes.against / all, undecided: votes.undecided / all };
  return { shares, votes: all, sessions };
}

function marginOf(taught: readonly Taught[]): Usual["margin"] {
  const margins = taught.flatMap(({ results }) => results.margin ?? []);
  const [only, ...others] = margins;
  if (!only || others.length > 0) return spread(margins.map(({ points }) => points));
  const [least, most] = only.interval;
  return { middle: only.points, least, most, sessions: 1 };
}

function unansweredIn(debate: Pick<Debate, "positions">, taught: readonly Taught[]): Usual["unanswered"] {
  const same = taught.filter(
    ({ positions, moves }) => isArgued(moves) && textOf(positions) === textOf(debate.positions),
  );
  if (same.length === 0) return null;
  const quoted = new Set(
    same.flatMap(({ results }) =>
      results.paragraphs.filter(({ quotes }) => quotes > 0).map(({ side, n }) => `${side} ${n}`),
    ),
  );
  const paragraphs = debate.positions.flatMap(({ side, paragraphs }) =>
    paragraphs.filter(({ n }) => !quoted.has(`${side} ${n}`)).map(({ n }) => ({ side, n })),
  );
  return { paragraphs, sessions: same.length };
}

const isArgued = (moves: Taught["moves"]) => moves.some(({ phase }) => phase === "rebuttal");
const textOf = (positions: Debate["positions"]) =>
  JSON.stringify(positions.map(({ paragraphs }) => paragraphs.map(({ text }) => text)));

/** All stays together; null if there was none that ended, or one that was left open. */
function minutesIn(phase: Phase, moves: Taught["moves"]): number | null {
  const stays = moves.flatMap((move, index) => {
    const next = moves[index + 1];
    return move.phase === phase && next ? [next.at - move.at] : [];
  });
  if (stays.length === 0 || stays.some((seconds) => seconds > LONGEST_PHASE)) return null;
  return stays.reduce((sum, seconds) => sum + seconds, 0) / 60;
}

/** Median and range; null of nothing. */
function spread(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const half = (sorted.length - 1) / 2;
  const middle = ((sorted[Math.floor(half)] ?? least) + (sorted[Math.ceil(half)] ?? most)) / 2;
  return { middle, least, most, sessions: sorted.length };
}

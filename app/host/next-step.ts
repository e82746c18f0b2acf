import { nextPhase, openRound, type Phase } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Which words of `host.next` name the one next step. */
export type StepWords = Phase | "readingToVote" | "rebuttalToLastVote";

/** Why the host is asked once more before the class moves. */
export type Doubt =
  | { kind: "missing"; count: number }
  | { kind: "nobody" }
  | { kind: "final"; count: number }
  | { kind: "close" };

export type NextStep = { to: Phase; words: StepWords; doubt: Doubt | null };

/** The one next step of a session; null when there is none. */
export function nextStep(snapshot: Snapshot, settings: Settings): NextStep | null {
  const to = nextPhase(snapshot.phase, settings);
  return to && { to, words: stepWords(snapshot.phase, settings), doubt: doubtOf(snapshot, settings) };
}

function stepWords(phase: Phase, { readingVote }: Settings): StepWords {
  if (phase === "reading" && readingVote) return "readingToVote";
  if (phase === "rebuttal" && readingVote) return "rebuttalToLastVote";
  return phase;
}

function doubtOf({ phase, joined, turnout }: Snapshot, { identity }: Settings): Doubt | null {
  if (phase === "lobby" && joined === 0) return { kind: "nobody" };
  if (phase === "results") return { kind: "close" };
  const missing = openRound(phase) ? missingVotes({ joined, turnout }) : 0;
  // [V9] From the results of an anonymous session there is no way back.
  if (phase === "after" && identity === "anonymous") return { kind: "final", count: missing };
  return missing > 0 ? { kind: "missing", count: missing } : null;
}

/** How many with a seat have not voted in the latest round. */
export function missingVotes({ joined, turnout }: Pick<Snapshot, "joined" | "turnout">): number {
  return Math.max(0, joined - turnout.voted);
}

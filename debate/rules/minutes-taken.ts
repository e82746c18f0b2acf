import { TIMED_PHASES, type TimedPhase } from "#debate/rules/phase-order.ts";
import { PHASE_MINUTES } from "#debate/rules/session-options.ts";

/** In seconds. */
const PASSED_THROUGH = 30;

/**
 * [D36] How many minutes each phase took, from the moves of a session with their times in seconds: all stays in it together,
 * rounded. A phase that it only passed through, or has not left, is missing.
 */
export function minutesTaken(
  moves: readonly { at: number; phase: string }[],
): Partial<Record<TimedPhase, number>> {
  const seconds = new Map<string, number>();
  for (const [index, { at, phase }] of moves.entries()) {
    const next = moves[index + 1];
    if (next) seconds.set(phase, (seconds.get(phase) ?? 0) + next.at - at);
  }
  const timed = TIMED_PHASES.map((phase) => [phase, seconds.get(phase) ?? 0] as const);
  return Object.fromEntries(
    timed
      .filter(([, took]) => took >= PASSED_THROUGH)
      .map(([phase, took]) => [phase, Math.min(PHASE_MINUTES, Math.round(took / 60) || 1)]),
  );
}

import type { Debate } from "#debate/content/debate.ts";
import type { LESSON_MINUTES } from "#debate/content/kit.ts";
import { lengthOf } from "#debate/content/reading-time.ts";
import type { CorePhase } from "#debate/rules/core-phases.ts";

export type LessonMinutes = (typeof LESSON_MINUTES)[number];
/** A suggested lesson. `atHome`: the class can't read both positions within it. */
type SuggestedPlan = { steps: { phase: Planned; minutes: number }[]; atHome: boolean };
type Planned = Exclude<CorePhase, "reading-vote" | "closed">;

/** Minutes besides reading and arguing, which share the rest. */
const FIXED = {
  20: { lobby: 2, before: 1, after: 1, results: 3 },
  45: { lobby: 3, before: 2, after: 2, results: 8 },
  90: { lobby: 5, before: 3, after: 4, results: 18 },
} as const satisfies Record<LessonMinutes, object>;
/** At most this share of the rest is for reading, so that the class gets to argue. */
const READING_SHARE = 0.6;

/** [Y3] A plan that fits a debate: as long for reading as both positions take, if the lesson has room for that. */
export function suggestPlan(
  debate: Pick<Debate, "positions" | "lang">,
  minutes: LessonMinutes,
): SuggestedPlan {
  const { lobby, before, after, results } = FIXED[minutes];
  const rest = minutes - lobby - before - after - results;
  const needed = readingMinutes(debate);
  const reading = Math.min(needed, Math.floor(rest * READING_SHARE));
  const steps = { lobby, before, reading, rebuttal: rest - reading, after, results };
  return {
    steps: Object.entries(steps).map(([phase, each]) => ({ phase: phase as Planned, minutes: each })),
    atHome: needed > reading,
  };
}

/** How long reading both positions takes. */
export function readingMinutes({ positions, lang }: Pick<Debate, "positions" | "lang">): number {
  return positions.reduce((sum, { paragraphs }) => sum + lengthOf(paragraphs, lang).minutes, 0);
}

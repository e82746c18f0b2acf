import type { z } from "zod";
import type { Debate } from "#debate/content/debate.ts";
import type * as mine from "#debate/protocol/answers/mine.ts";
import { PHASES, type Phase } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** A question on the positions as a class is asked it. `answer` and `why`: once the reading is over. */
export type ClassQuestion = z.infer<typeof mine.Question>;
/** One student's answers: the index of an option for each question, null without one. */
export type Answers = readonly (number | null)[];

type Asking = Pick<Settings, "activities">;

/** [Y4] Whether a class may read the questions by now. */
export function asksQuestions(phase: Phase, { activities }: Asking): boolean {
  return activities.comprehension !== undefined && !isBefore(phase, "reading");
}

/** [Y4] The questions that a class may read now: from `reading` on, and after it with what is right, and why. */
export function questionsForClass(
  { kit }: Pick<Debate, "kit">,
  settings: Asking,
  phase: Phase,
): ClassQuestion[] {
  if (!asksQuestions(phase, settings)) return [];
  const isOver = isBefore("reading", phase);
  return (kit?.questions ?? []).map(({ question, options, answer, why }) => ({
    question,
    options,
    ...(isOver && { answer, ...(why !== undefined && { why }) }),
  }));
}

const isBefore = (one: Phase, other: Phase) => PHASES.indexOf(one) < PHASES.indexOf(other);

/** Whether these can be answers to a debate's questions. */
export function areAnswers({ kit }: Pick<Debate, "kit">, answers: Answers): boolean {
  const questions = kit?.questions ?? [];
  return (
    answers.length === questions.length &&
    questions.every(({ options }, index) => (answers[index] ?? 0) < options.length)
  );
}

/** How often the same answers were given. */
export type AnswerSet = { answers: Answers; count: number };
/** [Y5] How many answered anything, and of each question how often each option was chosen. */
export type CheckCounts = { answered: number; options: number[][] };

export function countAnswers(sets: readonly AnswerSet[]): CheckCounts {
  const counts: CheckCounts = { answered: 0, options: [] };
  for (const { answers, count } of sets) {
    if (answers.some((answer) => answer !== null)) counts.answered += count;
    answers.forEach((answer, index) => {
      const options = counts.options[index] ?? [];
      counts.options[index] = options;
      if (answer === null) return;
      while (options.length <= answer) options.push(0);
      options[answer] = (options[answer] ?? 0) + count;
    });
  }
  return counts;
}

/** One student's answers: the index of an option for each question, null without one. */
export type Answers = readonly (number | null)[];

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

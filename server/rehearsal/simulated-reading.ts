import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Planning, Student } from "#server/rehearsal/simulated-student.ts";
import { answerQuestions } from "#server/sessions/answer-questions.ts";
import { markUnclear, readBoth } from "#server/sessions/reading.ts";

/** How long the class takes, in seconds. */
const ANSWERING = 20;
const READING_BOTH = 10;

/** [H1] What a simulated class does while it reads, where it is asked. */
export function readingOf({ parts, opened: { settings }, debate, students, inSeconds }: Planning) {
  const questions = settings.activities.comprehension ? (debate.kit?.questions ?? []) : [];
  return {
    /** [X10] Most read both sides, and some don't understand a sentence at the beginning of a paragraph. */
    planReading(): void {
      for (const { seat, number } of students) {
        if (!seat) continue;
        const position = pick(debate.positions, "unclear side", number);
        const paragraph = pick(position?.paragraphs ?? [], "unclear", number);
        const seconds = READING_BOTH * (1 + draw("both", number));
        if (position && paragraph && draw("understands", number) < 0.3)
          inSeconds(seconds / 2, () =>
            markUnclear(parts, seat, { side: position.side, n: paragraph.n, sentence: 1, on: true }),
          );
        if (draw("reads", number) < 0.9) inSeconds(seconds, () => readBoth(parts, seat, true));
      }
    },

    /** [Y4] Most answer the questions on the positions, and most of these are right. */
    planAnswers(student: Student): void {
      const { seat, number, hasAnswered } = student;
      if (questions.length === 0 || !seat || hasAnswered) return;
      if (draw("answers", number) > 0.9) return;
      const answers = questions.map(({ options, answer }, at) =>
        draw("knows", at, number) < 0.7 ? answer : Math.floor(draw("option", at, number) * options.length),
      );
      inSeconds(1 + ANSWERING * draw("answering", number), async () => {
        student.hasAnswered = (await answerQuestions(parts, seat, answers)).ok;
      });
    },
  };
}

import { isOpen } from "#debate/activities/open.ts";
import { answerQuestions } from "#server/activities/comprehension/use-cases.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { SimulateEach } from "#server/rehearsal/simulated-student.ts";

/** How long the class takes, in seconds. */
const ANSWERING = 20;

/** [Y4] Most answer the questions on the positions, and most of these are right. */
export const simulateAnswers: SimulateEach = ({ parts, debate, inSeconds }) => {
  const questions = debate.kit?.questions ?? [];
  const answered = new Set<number>();
  return (session, { seat, number }) => {
    if (!isOpen("comprehension", session) || !seat || answered.has(number)) return;
    if (draw("answers", number) > 0.9) return;
    const answers = questions.map(({ options, answer }, at) =>
      draw("knows", at, number) < 0.7 ? answer : Math.floor(draw("option", at, number) * options.length),
    );
    inSeconds(1 + ANSWERING * draw("answering", number), async () => {
      if ((await answerQuestions(parts, seat, { answers })).ok) answered.add(number);
    });
  };
};

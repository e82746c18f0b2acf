import { isOpen } from "#debate/activities/open.ts";
import { castGuess } from "#server/activities/guess/use-cases.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { Simulate, Student } from "#server/rehearsal/simulated-student.ts";

/** How long the class takes, in seconds. */
const GUESSING = 8;

/** Most guess, each once, and somewhat too low. */
export const simulateGuesses: Simulate = ({ parts, students, inSeconds }) => {
  const planned = new Set<Student>();
  return (session) => {
    if (!isOpen("guess", session)) return;
    for (const student of students) {
      const { seat, number } = student;
      if (!seat || planned.has(student)) continue;
      planned.add(student);
      const share = Math.round(20 + 50 * ((draw("low", number) + draw("high", number)) / 2));
      if (draw("guesses", number) <= 0.9)
        inSeconds(1 + GUESSING * draw("when", number), () => castGuess(parts, seat, { share }));
    }
  };
};

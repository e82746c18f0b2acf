import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Planning } from "#server/rehearsal/simulated-student.ts";
import { markUnclear, readBoth } from "#server/sessions/reading.ts";

/** How long the class takes, in seconds. */
const READING_BOTH = 10;

/** [H1] What a simulated class does while it reads, where it is asked. */
export function readingOf({ parts, debate, students, inSeconds }: Planning) {
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
  };
}

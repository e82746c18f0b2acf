import { isOpen } from "#debate/activities/open.ts";
import { markUnclear, readBoth } from "#server/activities/reading/use-cases.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Simulate } from "#server/rehearsal/simulated-student.ts";

/** How long the class takes, in seconds. */
const READING_BOTH = 10;

/** [X10] Most read both sides, and some don't understand a sentence at the beginning of a paragraph. */
export const simulateReading: Simulate = ({ parts, opened, debate, students, inSeconds }) => {
  let last = opened.phase;
  return (session) => {
    const { phase } = session;
    const isNew = phase !== last;
    last = phase;
    if (!isNew || phase !== "reading" || !isOpen("reading", session)) return;
    for (const { seat, number } of students) {
      if (!seat) continue;
      const position = pick(debate.positions, "unclear side", number);
      const paragraph = pick(position?.paragraphs ?? [], "unclear", number);
      const seconds = READING_BOTH * (1 + draw("both", number));
      if (position && paragraph && draw("understands", number) < 0.3)
        inSeconds(seconds / 2, () =>
          markUnclear(parts, seat, { side: position.side, n: paragraph.n, sentence: 1, on: true }),
        );
      if (draw("reads", number) < 0.9) inSeconds(seconds, () => readBoth(parts, seat, { on: true }));
    }
  };
};

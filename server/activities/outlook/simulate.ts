import { asksFor } from "#debate/activities/open.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { SimulateAnswers } from "#server/rehearsal/simulated-student.ts";

/** Most understand the other side a little better afterwards. */
export const simulateOutlook: SimulateAnswers = ({ opened: { settings } }, { number }, round) => {
  const level = (about: string) => {
    const grown = round === "after" && draw("outlook", about, "grown", number) < 0.6 ? 1 : 0;
    return 2 + Math.floor(draw("outlook", about, number) * 3) + grown;
  };
  const outlook = { understanding: level("understanding"), respect: level("respect") };
  return asksFor("outlook", settings, round) ? { outlook } : {};
};

import { asksFor } from "#debate/activities/open.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { SimulateAnswers } from "#server/rehearsal/simulated-student.ts";

/** One in eight slips or drifts; nobody debates it. */
export const simulateControl: SimulateAnswers = ({ opened: { settings } }, { number }, round) => {
  const drifts = round === "after" && draw("control", "drifts", number) < 1 / 8;
  const control = pick(CHOICES, "control", drifts, number) ?? "undecided";
  return asksFor("control", settings, round) ? { control } : {};
};

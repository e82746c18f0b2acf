import { FIRST_WRITING, LATER_WRITING } from "#debate/activities/experiment/terms.ts";
import { OPPOSITE, SIDES } from "#debate/rules/choices.ts";
import { experimentUse } from "#server/activities/experiment/use-cases.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Simulate } from "#server/rehearsal/simulated-student.ts";

/** How long the class takes, in seconds. */
const READING = 20;
const WRITING = 30;

/** [M28] Each begins what the phone shows, and in `switch` writes when its half does; the other half is refused, as on a phone. */
export const simulateExperiment: Simulate = ({ parts, script, students, inSeconds }) => {
  const planned = new Set<string>();
  return ({ phase, settings }) => {
    const kind = settings.activities.experiment?.kind;
    const isWriting = phase === FIRST_WRITING || phase === LATER_WRITING;
    if (!kind || (phase !== "reading" && !isWriting) || planned.has(phase)) return;
    planned.add(phase);
    for (const { seat, number, before, leavesEarly } of students) {
      if (!seat || leavesEarly) continue;
      if (!isWriting) {
        inSeconds(READING * draw("begins", number), () =>
          experimentUse.uses["experiment:began"](parts, seat),
        );
        continue;
      }
      const side = before === "undecided" ? (pick(SIDES, "switch", number) ?? "for") : OPPOSITE[before];
      const written = { body: script.reasons[side].join("\n"), ...(before === "undecided" && { side }) };
      inSeconds(2 + WRITING * draw("switch", phase, number), () =>
        experimentUse.uses["experiment:write"](parts, seat, written),
      );
    }
  };
};

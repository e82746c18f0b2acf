import { isOpen } from "#debate/activities/open.ts";
import { pairsBy } from "#debate/activities/pairs/rules.ts";
import { sayToPartner } from "#server/activities/pairs/lines.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { Simulate } from "#server/rehearsal/simulated-student.ts";

/** How long the class takes for a line, in seconds. */
const LINE = 40;

/** [P27] In writing each says what speaks for their side; aloud there is nothing to simulate. */
export const simulatePairs: Simulate = ({ parts, script, students, inSeconds }) => {
  let isPlanned = false;
  return (session) => {
    const isTalking = isOpen("pairs", session) && session.ofActivities.pairing !== undefined;
    const isWriting = isTalking && pairsBy(session.settings) === "text";
    if (isWriting && !isPlanned)
      for (const { seat, number, before } of students) {
        if (!seat) continue;
        for (const [place, body] of script.reasons[before].entries())
          inSeconds(5 + LINE * (place + draw("line", number, place)), () =>
            sayToPartner(parts, seat, { id: parts.ids.uuid(), body }),
          );
      }
    isPlanned = isWriting;
  };
};

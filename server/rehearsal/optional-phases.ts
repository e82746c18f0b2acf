import type { Phase } from "#debate/rules/phases.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { Planning } from "#server/rehearsal/simulated-student.ts";
import { sayToPartner } from "#server/sessions/pairs.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** How long the class takes for each, in seconds. */
const LINE = 40;

/** [H1] What simulated students do in the optional phases, planned once for each time that the class comes to one. */
export function optionalPhases({
  parts,
  script,
  students,
  inSeconds,
}: Planning): (session: SessionRecord) => void {
  let planned: Phase | null = null;

  /** [P27] In writing each says what speaks for their side; aloud there is nothing to simulate. */
  function planPairs(): void {
    for (const { seat, number, before } of students) {
      if (!seat) continue;
      for (const [place, body] of script.reasons[before].entries())
        inSeconds(5 + LINE * (place + draw("line", number, place)), () =>
          sayToPartner(parts, seat, { id: parts.ids.uuid(), body }),
        );
    }
  }

  return ({ phase, settings, pairing }) => {
    if (planned === phase) return;
    planned = null;
    if (phase === "pairs" && pairing && settings.activities.pairs?.by === "text") planPairs();
    else return;
    planned = phase;
  };
}

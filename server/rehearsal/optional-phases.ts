import { SIDES } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { otherSide } from "#debate/rules/steelman.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Planning } from "#server/rehearsal/simulated-student.ts";
import type { Seat } from "#server/sessions/cast.ts";
import { askForSteelman, rateSteelman, writeSteelman } from "#server/sessions/steelman.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** How long the class takes for each, in seconds. */
const STEELMAN = 30;
const RATING = 15;
/** How many texts each rates: two people are asked about each. */
const RATED = 2;

/** [H1] What simulated students do in the optional phases, planned once for each time that the class comes to one. */
export function optionalPhases({
  parts,
  script,
  students,
  inSeconds,
}: Planning): (session: SessionRecord) => void {
  let planned: Phase | null = null;

  /** [P16] Each writes the reasons of the other side as its best argument, and then rates two. */
  function planSteelmen(): void {
    for (const { seat, number, after, leavesEarly } of students) {
      if (!seat || leavesEarly) continue;
      const side = after === "undecided" ? (pick(SIDES, "side", number) ?? "for") : otherSide(after);
      const body = script.reasons[side].join("\n");
      const at = 2 + STEELMAN * draw("steelman", number);
      inSeconds(at, () =>
        writeSteelman(parts, seat, { body, side: after === "undecided" ? side : undefined }),
      );
      if (after === "undecided") continue;
      for (let place = 1; place <= RATED; place += 1)
        inSeconds(at + RATING * place, () => rateOne(seat, number, place));
    }
  }

  async function rateOne(seat: Seat, number: number, place: number): Promise<void> {
    const asked = await askForSteelman(parts, seat);
    if (!asked.ok || !asked.value.given) return;
    const texts = await parts.store.steelmen.ofSeat(seat.participantId);
    const text = texts?.given.find(({ fair }) => fair === undefined);
    const fair = draw("fair", number, place) < 0.7;
    const why =
      draw("says why", number, place) < 0.5
        ? pick(script.ratings[fair ? "fair" : "unfair"], "why", number, place)
        : undefined;
    if (text) await rateSteelman(parts, seat, { steelmanId: text.id, fair, why });
  }

  return ({ phase }) => {
    if (planned === phase) return;
    planned = null;
    if (phase !== "steelman") return;
    planSteelmen();
    planned = phase;
  };
}

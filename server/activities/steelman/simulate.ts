import { isOpen } from "#debate/activities/open.ts";
import { otherSide } from "#debate/activities/steelman/rules.ts";
import { SIDES } from "#debate/rules/choices.ts";
import type { Language } from "#debate/rules/languages.ts";
import { askForSteelman, rateSteelman, writeSteelman } from "#server/activities/steelman/use-cases.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Simulate } from "#server/rehearsal/simulated-student.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** How long the class takes, in seconds. */
const WRITING = 30;
const RATING = 15;
/** How many texts each rates: two people are asked about each. */
const RATED = 2;
/** Words why a best argument of the own side is fair, or not what that side means. */
export const WORDS: Record<Language, Record<"fair" | "unfair", string[]>> = {
  en: {
    fair: ["That is how we would say it ourselves.", "It leaves out nothing that matters to us."],
    unfair: ["This is only the part of it that is easy to answer.", "The last sentence is not what we mean."],
  },
  ja: {
    fair: ["私たちも同じように言うと思います。", "大切なことがすべて入っています。"],
    unfair: ["反論しやすいところだけを取り上げています。", "最後の文は、私たちの考えとは少し違います。"],
  },
};

/** [P16] Each writes the reasons of the other side as its best argument, and then rates two. */
export const simulateSteelmen: Simulate = ({ parts, script, students, language, inSeconds }) => {
  let isPlanned = false;

  async function rateOne(seat: Seat, number: number, place: number): Promise<void> {
    const asked = await askForSteelman(parts, seat);
    if (!asked.ok || !asked.value.given) return;
    const texts = await parts.store.steelmen.ofSeat(seat.participantId);
    const text = texts?.given.find(({ fair }) => fair === undefined);
    const fair = draw("fair", number, place) < 0.7;
    const why =
      draw("says why", number, place) < 0.5
        ? pick(WORDS[language][fair ? "fair" : "unfair"], "why", number, place)
        : undefined;
    if (text) await rateSteelman(parts, seat, { steelmanId: text.id, fair, why });
  }

  return (session) => {
    const isWriting = isOpen("steelman", session);
    if (isPlanned === isWriting) return;
    isPlanned = isWriting;
    if (!isWriting) return;
    for (const { seat, number, after, leavesEarly } of students) {
      if (!seat || leavesEarly) continue;
      const side = after === "undecided" ? (pick(SIDES, "side", number) ?? "for") : otherSide(after);
      const body = script.reasons[side].join("\n");
      const at = 2 + WRITING * draw("steelman", number);
      inSeconds(at, () =>
        writeSteelman(parts, seat, { body, side: after === "undecided" ? side : undefined }),
      );
      if (after === "undecided") continue;
      for (let place = 1; place <= RATED; place += 1)
        inSeconds(at + RATING * place, () => rateOne(seat, number, place));
    }
  };
};

import { createElement } from "react";
import { expect, test } from "vitest";
import { Seated } from "#app/student/join/Seated.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import { keptFields } from "#app/student/offline/kept-fields.ts";
import { CreditQuestion } from "#app/student/vote/CreditQuestion.tsx";
import { Settings } from "#debate/rules/settings.ts";
import { wordsOf } from "#tests/support/markup.tsx";

/** What a phone asks about what moved its student. */
function asked(when: "after" | "instead"): string {
  const seat = {
    settings: Settings.parse({ activities: { pairs: { when } } }),
    you: { participantId: "me", name: "Me", endorsed: [], posted: [], reported: [], ballots: {} },
    desk: { fields: keptFields("fields") } as Partial<Seat["desk"]> as Seat["desk"],
  } as Partial<Seat> as Seat;
  return wordsOf(
    createElement(
      Seated,
      { seat, shown: { view: "vote", place: null }, waiting: [] },
      createElement(CreditQuestion),
    ),
  );
}

test("[P22] a class that has pairs in place of rebuttals is not asked which rebuttal moved it", () => {
  expect(asked("after")).toMatch(/What moved you most\?.*Nothing.*Rebuttal.*Paragraph/u);
  expect(asked("instead")).toMatch(/What moved you most\?.*Nothing Paragraph/u);
});

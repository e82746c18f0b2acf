import { createElement } from "react";
import { expect, test } from "vitest";
import { BeginWithSide } from "#app/activities/reading/Phone.tsx";
import { Seated } from "#app/student/join/Seated.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf } from "#tests/support/markup.tsx";

test("[X9] [E7] [E10] the expert to begin with is named in their own language, with readings", () => {
  const seat = { you: { firstSide: "for" } as Partial<Seat["you"]> } as Partial<Seat> as Seat;
  const [first, second] = BUILT_IN_DEBATE.positions;
  const expert = { ...first.expert, name: "江藤《えとう》友三郎" };
  const debate = { ...BUILT_IN_DEBATE, positions: [{ ...first, expert }, second] } as typeof BUILT_IN_DEBATE;
  const shown = { view: "read" as const, place: null };
  const markup = markupOf(
    createElement(Seated, { seat, shown, waiting: [] }, createElement(BeginWithSide, { debate })),
  );
  expect(markup).toMatch(/Begin with <bdi dir="auto" lang="ja"><ruby>江藤.*<\/ruby>友三郎<\/bdi>\. Then/u);
});

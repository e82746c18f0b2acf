import { createElement } from "react";
import { expect, test } from "vitest";
import { PhonePreview } from "#app/host/previews/PhonePreview.tsx";
import { viewsOf } from "#app/shared/views-of-phase.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { openRound, phasesOf } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english } = ALL_WORDS;

const settings = Settings.parse({
  questions: { readingVote: true },
  activities: { steelman: {}, laterVote: {}, pairs: { when: "after", by: "voice" } },
});
const { title, over } = english.phones;

const shownIn = (phase: Phase) =>
  wordsOf(
    createElement(PhonePreview, {
      ...{ debate: BUILT_IN_DEBATE, settings, rebuttals: null, snapshot: { phase } as Snapshot },
    }),
  );

test.each(phasesOf(settings))("in %s the control room's copy of a phone has the words of phones", (phase) => {
  const { main } = viewsOf(phase, settings);
  const round = openRound(phase);
  expect(shownIn(phase)).toContain(main === "vote" ? round && title.vote[round] : title[main]);
});

test.each(["closed", "later-closed"] as const)(
  "in %s it says that the session is over, as phones do",
  (phase) => {
    expect(shownIn(phase)).toContain(over);
  },
);

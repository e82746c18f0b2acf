"use client";
import type { ComponentType, ReactNode } from "react";
import { QuestionsAhead, QuestionsBelow } from "#app/activities/comprehension/Phone.tsx";
import { BeginsByLot, SwitchFirst, SwitchLater } from "#app/activities/experiment/Phone.tsx";
import { MissedBar } from "#app/activities/pairs/phone/MissedBar.tsx";
import { PairsView } from "#app/activities/pairs/phone/PairsView.tsx";
import { BeginWithSide, WithUnclear } from "#app/activities/reading/Phone.tsx";
import { ReadingGuide } from "#app/activities/reading/ReadingGuide.tsx";
import { SentenceTools } from "#app/activities/reading/SentenceTools.tsx";
import { SpeakBar } from "#app/activities/speaking/Phone.tsx";
import { Checklist, Starters } from "#app/activities/starters/Phone.tsx";
import { SteelmanView } from "#app/activities/steelman/Phone.tsx";
import type { WordsOf } from "#app/messages/words.ts";
import type { BelowTexts } from "#app/student/read/read-parts.ts";
import { beginsWith } from "#debate/activities/experiment/terms.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { SentencePlace } from "#debate/content/sentence-places.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { PhaseWithView } from "#debate/rules/phase-order.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** What activities add to the reading, the rebuttals and their own phases on a phone; their bars can stand above any phase. */
type ArgueParts = {
  name: ActivityName;
  /** The views of its phases. */
  views?: { [phase in PhaseWithView]?: ComponentType };
  /** Above every view while it is used, if it says `hasBar` in `phone.ts`. */
  Bar?: ComponentType;
  /** What a rebuttal can begin with, and what to look at before it is sent. `onBegun`: once a beginning is in the text. */
  composer?: { Beginnings: ComponentType<{ onBegun: () => void }>; Checks: ComponentType };
  /** Where the positions are shown. */
  read?: {
    /** Above them, while the class reads; and the same, once the texts are there. */
    Above?: ComponentType;
    Begin?: ComponentType<{ debate: ReadDebate }>;
    /** The side that they open on, if not For. */
    opensOn?: (you: Mine) => Side | undefined;
    Around?: ComponentType<{ children: ReactNode }>;
    /** What can be done with a sentence that was picked, and by which words that is offered. */
    picked?: { Tools: ComponentType<{ place: SentencePlace }>; how: WordsOf<"student.read"> };
    Below?: ComponentType<BelowTexts>;
  };
};

const PARTS = [
  {
    name: "experiment",
    views: { "switch-first": SwitchFirst, "switch-later": SwitchLater },
    read: {
      Begin: BeginsByLot,
      opensOn: ({ experiment }) => (experiment?.kind === "order" ? beginsWith(experiment.arm) : undefined),
    },
  },
  {
    name: "reading",
    read: {
      Begin: BeginWithSide,
      opensOn: ({ firstSide }) => firstSide,
      Around: WithUnclear,
      picked: { Tools: SentenceTools, how: "howToMark" },
      Below: ReadingGuide,
    },
  },
  { name: "comprehension", read: { Above: QuestionsAhead, Below: QuestionsBelow } },
  { name: "starters", composer: { Beginnings: Starters, Checks: Checklist } },
  { name: "speaking", Bar: SpeakBar },
  { name: "pairs", views: { pairs: PairsView }, Bar: MissedBar },
  { name: "steelman", views: { steelman: SteelmanView } },
] as const satisfies readonly ArgueParts[];

export const PHONE_ARGUE: readonly ArgueParts[] = PARTS;
export const VIEWS = merged(partsIn(PARTS, "views"));

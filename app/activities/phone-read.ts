"use client";
import type { ComponentType, ReactNode } from "react";
import { QuestionsAhead, QuestionsBelow } from "#app/activities/comprehension/Phone.tsx";
import { BeginHere, WithUnclear } from "#app/activities/reading/Phone.tsx";
import { ReadingGuide } from "#app/activities/reading/ReadingGuide.tsx";
import { SentenceTools } from "#app/activities/reading/SentenceTools.tsx";
import type { BelowTexts } from "#app/student/read/read-parts.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { SentencePlace } from "#debate/content/sentence-places.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** Where activities stand on a phone that shows the positions. */
type ReadParts = {
  name: ActivityName;
  /** Above them, while the class reads. */
  Above?: ComponentType;
  /** The same, once the texts are there. */
  Begin?: ComponentType<{ debate: ReadDebate }>;
  /** The side that they open on, if not For. */
  opensOn?: (you: Mine) => Side | undefined;
  Around?: ComponentType<{ children: ReactNode }>;
  /** What can be done with a sentence that was picked, and by which words that is offered. */
  picked?: { Tools: ComponentType<{ place: SentencePlace }>; how: "howToMark" };
  Below?: ComponentType<BelowTexts>;
};

export const READ: readonly ReadParts[] = [
  {
    name: "reading",
    Begin: BeginHere,
    opensOn: ({ firstSide }) => firstSide,
    Around: WithUnclear,
    picked: { Tools: SentenceTools, how: "howToMark" },
    Below: ReadingGuide,
  },
  { name: "comprehension", Above: QuestionsAhead, Below: QuestionsBelow },
];

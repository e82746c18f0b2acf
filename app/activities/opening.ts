"use client";
import type { ComponentType } from "react";
import { PairsChoice, summaryOfPairs } from "#app/activities/pairs/Opening.tsx";
import type { WordsOf } from "#app/messages/words.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Chosen } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Summary = WordsOf<"instructor.opening.more">;

/** A row of the form that opens a session. Words are paths of `instructor.opening`, summaries of its `more`. */
type Opening = {
  name: ActivityName;
  label: WordsOf<"instructor.opening">;
  hint: WordsOf<"instructor.opening">;
  /** [H11] Why some sessions can't have it. */
  excluded?: WordsOf<"instructor.opening">;
  /** The minutes that it takes, beside those of its phase; without them it needs no time of its own. */
  takes?: number;
  /** What the line says that sums up the form. */
  summary?: Summary | ((chosen: Chosen) => Summary | null);
  /** What else there is to choose once a session has it. */
  Choice?: ComponentType<{ settings: Settings; onChange: (fields: Partial<Settings>) => void }>;
  /** [H12] A class has to be told where the form still has it as it began. */
  isTold?: true;
};

export const OPENING: readonly Opening[] = [
  { name: "outlook", label: "outlook.label", hint: "outlook.hint", summary: "outlook", takes: 1 },
  { name: "reading", label: "drawnSide.label", hint: "drawnSide.hint", summary: "drawnSide" },
  {
    name: "comprehension",
    label: "comprehension.label",
    hint: "comprehension.hint",
    summary: "comprehension",
    takes: 3,
  },
  {
    name: "starters",
    label: "starters.label",
    hint: "starters.hint",
    excluded: "starters.excluded",
    summary: "starters",
  },
  {
    name: "speaking",
    label: "speaking.label",
    hint: "speaking.hint",
    excluded: "speaking.excluded",
    summary: "speaking",
  },
  {
    name: "pairs",
    label: "pairs.label",
    hint: "pairs.hint",
    excluded: "pairs.excluded",
    summary: summaryOfPairs,
    Choice: PairsChoice,
  },
  {
    name: "steelman",
    label: "steelman.label",
    hint: "steelman.hint",
    excluded: "steelman.excluded",
    summary: "steelman",
  },
  { name: "guess", label: "guess.label", hint: "guess.hint", excluded: "guess.excluded", takes: 1 },
  { name: "exitTicket", label: "exitTicket.label", hint: "exitTicket.hint", summary: "exitTicket", takes: 3 },
  {
    name: "laterVote",
    label: "laterVote.label",
    hint: "laterVote.hint",
    summary: "laterVote",
    takes: 1,
    isTold: true,
  },
];

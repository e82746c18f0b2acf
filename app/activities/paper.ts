import type { ComponentType } from "react";
import { GuessFigure } from "#app/activities/guess/Picture.tsx";
import { PaperLater } from "#app/activities/later-vote/Paper.tsx";
import { OutlookOnPaper } from "#app/activities/outlook/Results.tsx";
import { AFTER_POSITIONS } from "#app/activities/sections.ts";
import type { Results } from "#debate/counting/results.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** What is printed of these sections. */
const LATER: Record<(typeof AFTER_POSITIONS)[number]["id"], ComponentType<{ results: Results }>> = {
  later: PaperLater,
};

export const PAPER_SECTIONS = AFTER_POSITIONS.map((section) => ({ ...section, Content: LATER[section.id] }));

/** A part of the report where the results have that part; its words are `title` and `lead` of `results` under its id. */
type Paper = { id: string; part: keyof Results; Content: ComponentType<{ page: ResultsPage }> };

/** Beside how sure people were, without a lead. */
export const PAPER_PAIR = [
  { id: "guesses", part: "guess", Content: GuessFigure },
] as const satisfies readonly Paper[];

/** Each for itself. */
export const PAPER = [
  { id: "outlook", part: "outlook", Content: OutlookOnPaper },
] as const satisfies readonly Paper[];

import type { ComponentType } from "react";
import { PaperLater } from "#app/activities/later-vote/Paper.tsx";
import { AFTER_POSITIONS } from "#app/activities/sections.ts";
import type { Results } from "#debate/counting/results.ts";

/** What is printed of these sections. */
const PAPER: Record<(typeof AFTER_POSITIONS)[number]["id"], ComponentType<{ results: Results }>> = {
  later: PaperLater,
};

export const PAPER_SECTIONS = AFTER_POSITIONS.map((section) => ({ ...section, Content: PAPER[section.id] }));

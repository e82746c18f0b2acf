import type { ComponentType } from "react";
import { GuessesSection } from "#app/activities/guess/Results.tsx";
import { hasLater } from "#app/activities/later-vote/DidItLast.tsx";
import { LaterSection } from "#app/activities/later-vote/Results.tsx";
import { OutlookSection } from "#app/activities/outlook/Results.tsx";
import type { HOSTS_PARTS } from "#app/activities/results-later.ts";
import type { TitledResults } from "#app/messages/words.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Results } from "#debate/counting/results.ts";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** What activities have on the page of results. */
type ResultsParts = {
  name: ActivityName;
  /** A section where the results have that part, and what it follows. */
  section?: {
    id: TitledResults<"title" | "lead">;
    part: keyof Results;
    follows: "positions" | "confidence";
    Content: ComponentType<{ results: Results }>;
    /** Without a lead where it says false. */
    hasLead?: (results: Results) => boolean;
  };
  /** A section for the host alone, whose content loads later. */
  hosts?: { part: keyof typeof HOSTS_PARTS; id: string; words: TitledResults<"title" | "lead" | "loading"> };
};

export const RESULTS: readonly ResultsParts[] = [
  {
    name: "outlook",
    section: { id: "outlook", part: "outlook", follows: "confidence", Content: OutlookSection },
  },
  {
    name: "guess",
    section: { id: "guesses", part: "guess", follows: "confidence", Content: GuessesSection },
  },
  { name: "exitTicket", hosts: { part: "exitTicket", id: "exit-tickets", words: "exitTickets" } },
  {
    name: "laterVote",
    section: { id: "later", part: "later", follows: "positions", Content: LaterSection, hasLead: hasLater },
  },
];

/** A table that an instructor can download. `isThere`: of which sessions, if not of those with the activity. */
type Download = {
  name: ActivityName;
  table: Table;
  isThere?: (of: Pick<Settings, "activities">) => boolean;
};

/** In the order of the page. */
export const DOWNLOADS: readonly Download[] = [
  { name: "comprehension", table: "comprehension", isThere: () => true },
  { name: "pairs", table: "pairs" },
  { name: "pairs", table: "pairLines", isThere: ({ activities }) => activities.pairs?.by === "text" },
  { name: "steelman", table: "steelmen" },
  { name: "steelman", table: "steelmanRatings" },
  { name: "guess", table: "guesses" },
  { name: "exitTicket", table: "exit" },
  { name: "reading", table: "reading", isThere: () => true },
  { name: "speaking", table: "speaking" },
];

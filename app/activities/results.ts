import type { ComponentType } from "react";
import { ControlSection } from "#app/activities/control/Results.tsx";
import { ExperimentSection } from "#app/activities/experiment/Results.tsx";
import { GuessFigure } from "#app/activities/guess/Picture.tsx";
import { GuessesSection } from "#app/activities/guess/Results.tsx";
import { hasLater } from "#app/activities/later-vote/DidItLast.tsx";
import { LaterSection } from "#app/activities/later-vote/Results.tsx";
import { OutlookSection } from "#app/activities/outlook/Results.tsx";
import type { HOSTS_PARTS } from "#app/activities/results-later.ts";
import type { TitledResults, WordsOf } from "#app/messages/words.ts";
import type { ChartProps } from "#app/results/picture/chart-props.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Results } from "#debate/counting/results.ts";

/** What activities have on the page of results, which the server draws: no part with "use client" imports this. */
type ResultsParts = {
  name: ActivityName;
  /** A section where the results have that part, and what it follows. */
  section?: {
    id: TitledResults;
    part: keyof Results;
    follows: "positions" | "confidence";
    Content: ComponentType<{ results: Results }>;
    /** Without a lead where it says false. */
    hasLead?: (results: Results) => boolean;
  };
  /** A section for the host alone, whose content loads later. */
  hosts?: {
    part: keyof typeof HOSTS_PARTS;
    id: string;
    title: WordsOf<"results">;
    lead: WordsOf<"results">;
    loading: WordsOf<"results">;
  };
  /** A chart that can be saved, where the results have that part. */
  picture?: { part: keyof Results; Figure: ComponentType<ChartProps> };
};

export const RESULTS: readonly ResultsParts[] = [
  {
    name: "outlook",
    section: { id: "outlook", part: "outlook", follows: "confidence", Content: OutlookSection },
  },
  {
    name: "control",
    section: { id: "control", part: "control", follows: "confidence", Content: ControlSection },
  },
  {
    name: "experiment",
    section: { id: "experiment", part: "experiment", follows: "confidence", Content: ExperimentSection },
  },
  {
    name: "guess",
    section: { id: "guesses", part: "guess", follows: "confidence", Content: GuessesSection },
    picture: { part: "guess", Figure: GuessFigure },
  },
  {
    name: "exitTicket",
    hosts: {
      part: "exitTicket",
      id: "exit-tickets",
      title: "exitTickets.title",
      lead: "exitTickets.lead",
      loading: "exitTickets.loading",
    },
  },
  {
    name: "laterVote",
    section: { id: "later", part: "later", follows: "positions", Content: LaterSection, hasLead: hasLater },
  },
];

import type { ComponentType } from "react";
import { ControlOnPaper } from "#app/activities/control/Results.tsx";
import { ExperimentOnPaper } from "#app/activities/experiment/Paper.tsx";
import { GuessFigure } from "#app/activities/guess/Picture.tsx";
import { hasLater } from "#app/activities/later-vote/DidItLast.tsx";
import { PaperLater } from "#app/activities/later-vote/Paper.tsx";
import { OutlookOnPaper } from "#app/activities/outlook/Results.tsx";
import type { TitledResults } from "#app/messages/words.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Results } from "#debate/counting/results.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** A part of the printed report where the results have that part. */
type PaperPart = {
  name: ActivityName;
  id: TitledResults;
  part: keyof Results;
  Content: ComponentType<{ page: ResultsPage }>;
  /** In the row of how sure people were, without a section of its own. */
  isBeside?: true;
  hasLead: (results: Results) => boolean;
};

/** In the order of the report. */
export const PAPER: readonly PaperPart[] = [
  {
    name: "guess",
    id: "guesses",
    part: "guess",
    Content: GuessFigure,
    isBeside: true,
    hasLead: () => false,
  },
  { name: "control", id: "control", part: "control", Content: ControlOnPaper, hasLead: () => true },
  {
    name: "experiment",
    id: "experiment",
    part: "experiment",
    Content: ExperimentOnPaper,
    hasLead: () => true,
  },
  { name: "laterVote", id: "later", part: "later", Content: PaperLater, hasLead: hasLater },
  {
    name: "outlook",
    id: "outlook",
    part: "outlook",
    Content: OutlookOnPaper,

    hasLead: () => true,
  },
];

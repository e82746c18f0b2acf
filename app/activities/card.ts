import type { ComponentType } from "react";
import { ExitOnCard } from "#app/activities/exit-ticket/Card.tsx";
import { ExperimentOnCard } from "#app/activities/experiment/Card.tsx";
import { GuessOnCard } from "#app/activities/guess/Card.tsx";
import { OutlookOnCard } from "#app/activities/outlook/Card.tsx";
import { SteelmanOnCard } from "#app/activities/steelman/Card.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** What an activity adds to a student's card, and what it comes after there. */
type CardPart = {
  name: ActivityName;
  after: "votes" | "credited" | "written";
  Part: ComponentType<{ card: StudentCard }>;
};

export const CARD: readonly CardPart[] = [
  { name: "outlook", after: "votes", Part: OutlookOnCard },
  { name: "experiment", after: "written", Part: ExperimentOnCard },
  { name: "steelman", after: "written", Part: SteelmanOnCard },
  { name: "guess", after: "credited", Part: GuessOnCard },
  { name: "exitTicket", after: "written", Part: ExitOnCard },
];

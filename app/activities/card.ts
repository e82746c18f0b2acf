import type { ComponentType } from "react";
import { ExitOnCard } from "#app/activities/exit-ticket/Card.tsx";
import { GuessOnCard } from "#app/activities/guess/Card.tsx";
import { OutlookOnCard } from "#app/activities/outlook/Card.tsx";
import { SteelmanOnCard } from "#app/activities/steelman/Card.tsx";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** What activities add to a student's card: after the votes. */
export const CARD_VOTES: readonly ComponentType<{ card: StudentCard }>[] = [OutlookOnCard];

/** After what the student credited. */
export const CARD_CREDITED: readonly ComponentType<{ card: StudentCard }>[] = [GuessOnCard];

/** At its end. */
export const CARD: readonly ComponentType<{ card: StudentCard }>[] = [SteelmanOnCard, ExitOnCard];

import type { ComponentType } from "react";
import { ExitOnCard } from "#app/activities/exit-ticket/Card.tsx";
import { SteelmanOnCard } from "#app/activities/steelman/Card.tsx";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** What activities add to a student's card, at its end. */
export const CARD: readonly ComponentType<{ card: StudentCard }>[] = [SteelmanOnCard, ExitOnCard];

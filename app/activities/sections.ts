import type { ComponentType } from "react";
import { GuessesSection } from "#app/activities/guess/Results.tsx";
import { LaterSection } from "#app/activities/later-vote/Results.tsx";
import { OutlookSection } from "#app/activities/outlook/Results.tsx";
import type { Results } from "#debate/counting/results.ts";

/** A section of the results where they have that part; its words are `title` and `lead` of `results` under its id. */
type Section = {
  id: string;
  part: keyof Results;
  Content: ComponentType<{ results: Results }>;
  /** Without a lead where it says false. */
  hasLead?: (results: Results) => boolean;
};

/** Those that follow the positions. */
export const AFTER_POSITIONS = [
  {
    id: "later",
    part: "later",
    Content: LaterSection,
    hasLead: ({ later }: Results) => !!later && later.paired.n > 0,
  },
] as const satisfies readonly Section[];

export const SECTIONS = [
  { id: "outlook", part: "outlook", Content: OutlookSection },
  { id: "guesses", part: "guess", Content: GuessesSection },
] as const satisfies readonly Section[];

import type { ActivityName } from "#debate/activities/index.ts";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import type { Settings } from "#debate/rules/settings.ts";

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
  {
    name: "experiment",
    table: "experimentTexts",
    isThere: ({ activities }) => activities.experiment?.kind === "switch",
  },
  { name: "steelman", table: "steelmen" },
  { name: "steelman", table: "steelmanRatings" },
  { name: "guess", table: "guesses" },
  { name: "exitTicket", table: "exit" },
  { name: "reading", table: "reading", isThere: () => true },
  { name: "speaking", table: "speaking" },
];

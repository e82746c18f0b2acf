import { isOn } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Of = Pick<Settings, "activities">;

/** The activities' tables that an instructor can download. `isThere`: whether a session has the table; without it, each has. */
export const DOWNLOADS = [
  { table: "comprehension" },
  { table: "pairs", isThere: (of: Of) => isOn("pairs", of) },
  { table: "pairLines", isThere: ({ activities }: Of) => activities.pairs?.by === "text" },
  { table: "steelmen", isThere: (of: Of) => isOn("steelman", of) },
  { table: "steelmanRatings", isThere: (of: Of) => isOn("steelman", of) },
  { table: "guesses", isThere: (of: Of) => isOn("guess", of) },
  { table: "exit", isThere: (of: Of) => isOn("exitTicket", of) },
  { table: "reading" },
  { table: "speaking", isThere: (of: Of) => isOn("speaking", of) },
] as const satisfies readonly { table: string; isThere?: (of: Of) => boolean }[];

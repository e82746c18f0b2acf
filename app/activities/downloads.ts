import { isOn } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Of = Pick<Settings, "activities">;

/** Tables of activities, for whoever takes the data away. `isThere`: only some sessions have it. */
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

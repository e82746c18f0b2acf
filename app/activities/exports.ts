import type { ActivityName } from "#debate/activities/index.ts";
import type { Table } from "#debate/protocol/answers/export-tables.ts";

/** The tables of activities that the host can export, in this order. */
export const TABLES = [
  { table: "steelmen", of: "steelman" },
  { table: "steelmanRatings", of: "steelman" },
  { table: "exit", of: "exitTicket" },
] as const satisfies readonly { table: Table; of: ActivityName }[];

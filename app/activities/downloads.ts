import type { z } from "zod";
import type { ActivityName } from "#debate/activities/index.ts";
import type { TABLES } from "#debate/activities/messages.ts";

/** The activities whose tables only sessions with them have. */
export const OF_ACTIVITY: { [table in Table]: ActivityName } = { guesses: "guess", exit: "exitTicket" };
type Table = z.infer<(typeof TABLES)[number]>["table"];

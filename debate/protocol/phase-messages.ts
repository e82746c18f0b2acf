// The message of set dates.
import { z } from "zod";
import { TypedDates } from "#debate/protocol/requests.ts";

/** [P29] What opens when, in place of what was set before; null for nothing. */
export const SetDates = z.strictObject({ schedule: TypedDates.nullable() });

import type { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/control/messages.ts";

/** The most characters of the resolution. */
export const CONTROL_LENGTH = 200;
/** [M41] */
export type Beyond = z.infer<typeof messages.Beyond>;

/** [M40] A resolution that nobody debates, beside the debated one in the first and the last vote. */
export const control = {
  name: "control",
  lines: { resolution: CONTROL_LENGTH },
  asks: { control: ["before", "after"] },
  sends: {},
} as const satisfies Activity;

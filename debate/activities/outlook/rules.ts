import type { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/outlook/messages.ts";

/** [M13] What the first and the last vote ask about people's outlook, each answered from 1 to 5. */
export const OUTLOOKS = ["understanding", "respect"] as const;

/**
 * [M13] What people who answered a question of outlook both times said on average, from 1 to 5, and the 95 % interval of the
 * mean change.
 */
export type OutlookChange = z.infer<typeof messages.OutlookChange>;
export type OutlookChanges = Record<(typeof OUTLOOKS)[number], OutlookChange | null>;

export const outlook = {
  name: "outlook",
  presets: ["seminar"],
  asks: { outlook: ["before", "after"] },
  sends: {},
} as const satisfies Activity;

// The optional parts of a lesson, in its order. Nothing else imports from inside one of their folders, and none imports another.
import { exitTicket } from "#debate/activities/exit-ticket/rules.ts";
import { type Merged, merged } from "#debate/activities/merged.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { LiveRole } from "#debate/rules/roles.ts";

export const ACTIVITIES = [exitTicket] as const;

type Each = (typeof ACTIVITIES)[number];
export type ActivityName = Each["name"];

/** The messages of all activities, with who may send them. */
export const SENDS = merged(ACTIVITIES.map(({ sends }) => sends));
export type Sends = typeof SENDS;

/** What is counted of activities for a room. */
export type ActivityRoom = Merged<Parameters<Each["view"]>[1]>;

/** [V1] What an audience sees of all activities. */
export function activitiesFor(role: LiveRole, room: ActivityRoom): ActivitySnapshot {
  return merged(ACTIVITIES.map(({ view }) => view(role, room)));
}

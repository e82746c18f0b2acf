import type { ActivityRoom } from "#debate/activities/index.ts";
import type { ActivitySnapshot } from "#debate/activities/messages.ts";
import type { LiveRole } from "#debate/rules/roles.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/** When and where a session with everything is seen. `isSealed`: [V9] not even the host is told counts. */
type Moment = { phase: string; step: string | null; identity: Identity; isSealed: boolean };

/** When the session was closed, in each of its phases. */
export const CLOSED_AT = 4_000_000;

/** [V1] What audiences see of an activity: its fields, what a room has of it, each value found nowhere else, and what of that each sees. */
export type WhatIsSeen = {
  fields: readonly (keyof ActivitySnapshot)[];
  room: Partial<ActivityRoom>;
  seenBy: (role: LiveRole, moment: Moment) => ActivitySnapshot;
};

/** Of an activity of which a session's state says nothing. */
export const NOTHING_IS_SEEN: WhatIsSeen = { fields: [], room: {}, seenBy: () => ({}) };

// The wire of all activities, in the order of the lesson.
import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { exitTicket } from "#debate/activities/exit-ticket/messages.ts";
import { merged } from "#debate/activities/merged.ts";
import { pairs } from "#debate/activities/pairs/messages.ts";

const ALL = [pairs, exitTicket] as const;
type Each = (typeof ALL)[number];

/** What those that have this part say in it. That each keeps its own types is known here, and not to the compiler. */
function partsOf<Part extends keyof ActivityMessages>(part: Part) {
  const all: readonly ActivityMessages[] = ALL;
  const parts: unknown[] = all.map((activity) => activity[part]).filter((each) => each !== undefined);
  return parts as Extract<Each, { [part in Part]: unknown }>[Part][];
}

export const SENDS = merged(ALL.map(({ sends }) => sends));
export const SNAPSHOT = merged(partsOf("snapshot"));
export const MINE = merged(partsOf("mine"));
export const SEAT = merged(partsOf("seat"));
export const CARD = merged(partsOf("card"));
export const OWN_FILE = merged(partsOf("ownFile"));
export const TABLES = partsOf("tables").flat();

const Snapshot = z.object(SNAPSHOT);
const Mine = z.object(MINE);
const Seat = z.object(SEAT);
const OwnFile = z.object(OWN_FILE);
export type ActivitySnapshot = z.infer<typeof Snapshot>;
export type OwnOfActivities = z.infer<typeof Mine>;
export type SeatOfActivities = z.infer<typeof Seat>;
export type OwnFileOfActivities = z.infer<typeof OwnFile>;

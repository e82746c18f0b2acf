// The wire of all activities, in the order of the lesson.
import { z } from "zod";
import { exitTicket } from "#debate/activities/exit-ticket/messages.ts";
import { merged } from "#debate/activities/merged.ts";

const ALL = [exitTicket] as const;

export const SENDS = merged(ALL.map(({ sends }) => sends));
export const SNAPSHOT = merged(ALL.map(({ snapshot }) => snapshot));
export const MINE = merged(ALL.map(({ mine }) => mine));
export const CARD = merged(ALL.map(({ card }) => card));
export const OWN_FILE = merged(ALL.map(({ ownFile }) => ownFile));
export const TABLES = ALL.flatMap(({ tables }) => tables);

const Snapshot = z.object(SNAPSHOT);
const Mine = z.object(MINE);
const OwnFile = z.object(OWN_FILE);
export type ActivitySnapshot = z.infer<typeof Snapshot>;
export type OwnOfActivities = z.infer<typeof Mine>;
export type OwnFileOfActivities = z.infer<typeof OwnFile>;

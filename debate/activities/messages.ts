// The wire of all activities, in the order of the lesson.
import { z } from "zod";
import { exitTicket } from "#debate/activities/exit-ticket/messages.ts";
import { merged } from "#debate/activities/merged.ts";
import { steelman } from "#debate/activities/steelman/messages.ts";

const ALL = [steelman, exitTicket] as const;

export const SENDS = merged(ALL.map(({ sends }) => sends));
export const SNAPSHOT = merged(ALL.map(({ snapshot }) => snapshot));
export const MINE = merged(ALL.map(({ mine }) => mine));
export const CARD = merged(ALL.map(({ card }) => card));
export const OWN_FILE = merged(ALL.map(({ ownFile }) => ownFile));
export const HIDDEN = merged(ALL.flatMap((each) => ("hidden" in each ? [each.hidden] : [])));
type EachTable = (typeof ALL)[number]["tables"][number];
export const TABLES = ALL.flatMap(({ tables }): readonly EachTable[] => tables);
export const NAMED = merged(ALL.flatMap((each) => ("named" in each ? [each.named] : [])));

const Snapshot = z.object(SNAPSHOT);
const Mine = z.object(MINE);
const Card = z.object(CARD);
const Hidden = z.object(HIDDEN);
const OwnFile = z.object(OWN_FILE);
export type ActivitySnapshot = z.infer<typeof Snapshot>;
export type OwnOfActivities = z.infer<typeof Mine>;
export type CardOfActivities = z.infer<typeof Card>;
/** How much else was hidden with students' rebuttals. */
export type HiddenInActivities = z.infer<typeof Hidden>;
export type OwnFileOfActivities = z.infer<typeof OwnFile>;

// The wire of all activities, in the order of the lesson.

import type { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { comprehension } from "#debate/activities/comprehension/messages.ts";
import { control } from "#debate/activities/control/messages.ts";
import { exitTicket } from "#debate/activities/exit-ticket/messages.ts";
import { experiment } from "#debate/activities/experiment/messages.ts";
import { guess } from "#debate/activities/guess/messages.ts";
import { laterVote } from "#debate/activities/later-vote/messages.ts";
import { merged } from "#debate/activities/merged.ts";
import { outlook } from "#debate/activities/outlook/messages.ts";
import { pairs } from "#debate/activities/pairs/messages.ts";
import { reading } from "#debate/activities/reading/messages.ts";
import { speaking } from "#debate/activities/speaking/messages.ts";
import { steelman } from "#debate/activities/steelman/messages.ts";

const ALL = [
  outlook,
  control,
  experiment,
  reading,
  comprehension,
  speaking,
  pairs,
  steelman,
  guess,
  exitTicket,
  laterVote,
] as const;

type Each = (typeof ALL)[number];
type Of<Part extends keyof ActivityMessages> = Extract<Each, { [part in Part]: unknown }>[Part];

/** What those that have this part say in it. That each keeps its own types is known here, and not to the compiler. */
function partsOf<Part extends keyof ActivityMessages>(part: Part): readonly Of<Part>[] {
  const all: readonly ActivityMessages[] = ALL;
  const parts: unknown[] = all.map((activity) => activity[part]).filter((each) => each !== undefined);
  return parts as Of<Part>[];
}

export const SENDS = merged(partsOf("sends"));
export const SNAPSHOT = merged(partsOf("snapshot"));
export const MINE = merged(partsOf("mine"));
export const SEAT = merged(partsOf("seat"));
export const PAGE = merged(partsOf("page"));
export const BESIDE = merged(partsOf("beside"));
export const NAMED = merged(partsOf("named"));
export const CARD = merged(partsOf("card"));
export const HIDDEN = merged(partsOf("hidden"));
export const OWN_FILE = merged(partsOf("ownFile"));
export const SEAT_COLUMNS = merged(partsOf("seatColumns"));
export const DESIGN_COLUMNS = merged(partsOf("design"));
export const TABLES = partsOf("tables").flat();
export const RESULTS = merged(partsOf("results"));
export const WITHHELD = partsOf("withheld").flat();
export const SHOWN = merged(partsOf("shown"));

/** What a shape holds; of one without fields, an object of which nothing is known. */
type Said<Shape extends z.ZodRawShape> = [keyof Shape] extends [never]
  ? Record<never, never>
  : z.infer<z.ZodObject<Shape>>;
export type ActivitySnapshot = Said<typeof SNAPSHOT>;
export type OwnOfActivities = Said<typeof MINE>;
/** How much else was hidden with students' rebuttals. */
export type HiddenInActivities = Said<typeof HIDDEN>;
/** What a class reads beside the positions. */
export type Beside = Said<typeof PAGE>;
export type SeatOfActivities = Said<typeof SEAT>;
export type OwnFileOfActivities = Said<typeof OWN_FILE>;

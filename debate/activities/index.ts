// The optional parts of a lesson, in its order. Nothing else imports from inside one of their folders, and none imports another.
import type { Activity } from "#debate/activities/activity.ts";
import { exitTicket } from "#debate/activities/exit-ticket/rules.ts";
import { laterVote } from "#debate/activities/later-vote/rules.ts";
import { type Merged, merged } from "#debate/activities/merged.ts";
import type { ActivitySnapshot, CardOfActivities, OwnOfActivities } from "#debate/activities/messages.ts";
import { pairs } from "#debate/activities/pairs/rules.ts";
import { steelman } from "#debate/activities/steelman/rules.ts";
import type { LiveRole } from "#debate/rules/roles.ts";

export const ACTIVITIES = [pairs, steelman, exitTicket, laterVote] as const;

type Each = (typeof ACTIVITIES)[number];
export type ActivityName = Each["name"];
type Of<Part extends keyof Activity> = Extract<Each, { [part in Part]: unknown }>[Part];

/** What those that have this part say in it. That each keeps its own types is known here, and not to the compiler. */
function partsOf<Part extends keyof Activity>(part: Part): readonly Of<Part>[] {
  const all: readonly Activity[] = ACTIVITIES;
  const parts: unknown[] = all.map((activity) => activity[part]).filter((each) => each !== undefined);
  return parts as Of<Part>[];
}

/** The same by their names. */
function byName<Part extends keyof Activity>(
  part: Part,
): { [Name in Extract<Each, { [part in Part]: unknown }>["name"]]: NonNullable<Activity[Part]> } {
  const all: readonly Activity[] = ACTIVITIES;
  const parts = all.flatMap((each) => (each[part] === undefined ? [] : [[each.name, each[part]]]));
  return Object.fromEntries(parts);
}

/** The messages of all activities, with who may send them. */
export const SENDS = merged(ACTIVITIES.map(({ sends }) => sends));
export type Sends = typeof SENDS;

export type ActivityPhase = Of<"phases">[number];
/** Their phases, each after the one that it names. */
export const ACTIVITY_PHASES: readonly ActivityPhase[] = partsOf("phases").flat();

/** The kinds of entries in the log. */
export const LOGGED = merged(partsOf("log"));

/** [H11] Which sessions can't have them, by their names. */
export const EXCLUDED = byName("excluded");

/** The activity that adds a phase to lessons. */
export function activityOf(phase: string): ActivityName | undefined {
  return ACTIVITIES.find((each) => "phases" in each && each.phases.some(({ name }) => name === phase))?.name;
}

/** [V47] */
export const PROMISES = merged(partsOf("promise"));

/** What a student's card has of activities. */
export function cardOfActivities(you: OwnOfActivities): CardOfActivities {
  return merged(partsOf("card").map((card) => card(you)));
}

/** What is counted of activities for a room. */
export type ActivityRoom = Merged<Parameters<Of<"view">>[1]>;

/** [V1] What an audience sees of all activities. */
export function activitiesFor(role: LiveRole, room: ActivityRoom): ActivitySnapshot {
  return merged(partsOf("view").map((view) => view(role, room)));
}

// The optional parts of a lesson, in its order. Nothing else imports from inside one of their folders, and none imports another.

import type { Activity, RoomFacts } from "#debate/activities/activity.ts";
import { comprehension } from "#debate/activities/comprehension/rules.ts";
import { control } from "#debate/activities/control/rules.ts";
import { exitTicket } from "#debate/activities/exit-ticket/rules.ts";
import { experiment } from "#debate/activities/experiment/rules.ts";
import { guess } from "#debate/activities/guess/rules.ts";
import { laterVote } from "#debate/activities/later-vote/rules.ts";
import { type Merged, merged, type PartOf, partsIn } from "#debate/activities/merged.ts";
import type { ActivitySnapshot, OwnOfActivities } from "#debate/activities/messages.ts";
import { outlook } from "#debate/activities/outlook/rules.ts";
import { pairs } from "#debate/activities/pairs/rules.ts";
import { reading } from "#debate/activities/reading/rules.ts";
import { speaking } from "#debate/activities/speaking/rules.ts";
import { starters } from "#debate/activities/starters/rules.ts";
import { steelman } from "#debate/activities/steelman/rules.ts";
import type { LiveRole } from "#debate/rules/roles.ts";

export const ACTIVITIES = [
  outlook,
  control,
  experiment,
  reading,
  comprehension,
  starters,
  speaking,
  pairs,
  steelman,
  guess,
  exitTicket,
  laterVote,
] as const;

type Each = (typeof ACTIVITIES)[number];
export type ActivityName = Each["name"];
type Of<Part extends keyof Activity> = PartOf<Each, Part>;
const partsOf = <Part extends keyof Activity>(part: Part) => partsIn(ACTIVITIES, part);

/** The messages of all activities, with who may send them. */
export const SENDS = merged(ACTIVITIES.map(({ sends }) => sends));
export type Sends = typeof SENDS;

export type ActivityPhase = Of<"phases">[number];
/** Their phases, each after the one that it names. */
export const ACTIVITY_PHASES: readonly ActivityPhase[] = partsOf("phases").flat();

/** [X12] What rebuttals can begin with. */
export const STARTERS: readonly Starter[] = partsOf("beginnings").flat();
export type Starter = Of<"beginnings">[number];

/** The kinds of entries in the log. */
export const LOGGED = merged(partsOf("log"));

/** [V14] Their steps of the reveal, each after the one that it names. */
export const ACTIVITY_STEPS: readonly Of<"step">[] = partsOf("step");
export type ActivityStep = Of<"step">["name"];

/** [V12] Their pictures of the results. */
export const ACTIVITY_CHARTS: readonly Of<"chart">[] = partsOf("chart");
export type ActivityChart = Of<"chart">["name"];

/** [Z11] What no longer holds of a student's own state once the class votes again. */
export const OWN_UNTIL_VOTE = partsOf("ownUntilVote").flat();

/** [B5] What they ask with a vote: the field of a ballot, and in which rounds. */
export const ASKED = merged(partsOf("asks"));
export type Asked = keyof typeof ASKED;

/** The activity that adds a phase to lessons. */
export function activityOf(phase: string): ActivityName | undefined {
  return ACTIVITIES.find((each) => "phases" in each && each.phases.some(({ name }) => name === phase))?.name;
}

/** [V47] */
export const PROMISES = merged(partsOf("promise"));
/** [V47] Who else sees, with activities, what the core promises. */
export const ALSO_VISIBLE = merged(partsOf("alsoVisible"));

/** What a student's card has of their own state in activities. */
export function ownOnCard(you: OwnOfActivities): Merged<ReturnType<Of<"card">>> {
  return merged(partsOf("card").map((card) => card(you)));
}

/** What is counted of activities for a room. */
export type ActivityRoom = Omit<Viewed, keyof RoomFacts>;
type Viewed = Merged<Parameters<Of<"view">>[1]>;

/** [V1] What an audience sees of all activities. */
export function activitiesFor(role: LiveRole, room: ActivityRoom & RoomFacts): ActivitySnapshot {
  return merged(partsOf("view").map((view) => view(role, room)));
}

/** The times in it in those of a device. */
export function activitiesInOwnTime(seen: ActivitySnapshot, offset: number): ActivitySnapshot {
  return merged(partsOf("inOwnTime").map((inOwnTime) => inOwnTime(seen, offset)));
}

/** When a session was closed, if the snapshot says so. */
export function closedAtIn(snapshot: ActivitySnapshot): number | null {
  const all: readonly Activity[] = ACTIVITIES;
  return all.reduce<number | null>(
    (at, { chosenLater }) => at ?? chosenLater?.closedAt(snapshot as never) ?? null,
    null,
  );
}

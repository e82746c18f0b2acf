import type { Activities } from "#debate/rules/activity-settings.ts";
import type { CorePhase } from "#debate/rules/core-phases.ts";
import type { Told } from "#debate/rules/promise-terms.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { LiveRole, Role } from "#debate/rules/roles.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/**
 * An optional part of a lesson, as the rules know it. No schemas here: phones load it. Parameters that differ between activities
 * are `never`, so that each names its own types.
 */
export type Activity = {
  /** Its key among the activities of a session's settings. */
  name: string;
  /** [P1] The phases that it adds to the lesson, in order. */
  phases?: readonly {
    name: string;
    /** The phase before it: of the core, or of this activity. */
    after: string;
    /** [P3] Whether the host may leave it out. */
    optional?: true;
    /** [D34] Whether it can have minutes. */
    takesMinutes?: true;
    /** [P34] Whether it comes after the lesson. */
    afterLesson?: true;
  }[];
  /** When it is used: in one phase, of the core or its own, or from one on. */
  open: { in: CorePhase | (string & {}) } | { from: CorePhase | (string & {}) };
  /** [H11] Which sessions can't have it, and why, for programs. */
  excluded?: { when: (chosen: { identity: Identity; activities: Activities }) => boolean; why: string };
  /** Its messages by name. */
  sends: Readonly<Record<string, Sending>>;
  /** The kinds of entries that it writes into the log. `about`: what an entry's detail names. `hostOnly`: not for assistants. */
  log?: Readonly<Record<string, { about?: "seat"; hostOnly?: true }>>;
  /** [V47] What it promises of each thing that it learns of a student; `says`: what that is, for the table. */
  promise?: Readonly<Record<string, { says: string; told: readonly Told[] }>>;
  /** What a student's card has of their own state. */
  card?: (you: never) => object;
  /** [V1] What an audience sees of what was counted for the room; of the core it may ask for `RoomFacts`. */
  view?: (role: LiveRole, room: never) => object;
};

/** What the core knows of a room, for views. `isSealed`: [V9] not even the host is told counts now. */
export type RoomFacts = { phase: string; identity: Identity; isSealed: boolean };

export type Sending = {
  /** [A1] Who may send it. */
  from: readonly Role[];
  /** [L1] How much of its seat's rate limit it costs, if more than one. */
  costs?: number;
  /** For what a student must not lose: a phone stores it until the server has confirmed it. */
  keeps?: {
    /** What belongs together: a newer message of the same subject takes the place of the older. */
    subject: (payload: never) => string;
    /** What has changed of the student's own state once it is confirmed. `approvesFirst`: whether the host reads words before the class. */
    confirmed: (payload: never, you: never, how: { approvesFirst: boolean }) => object;
    /** The words that stay to be read if it is refused; without it nothing stays. */
    ifRefused?: (payload: never) => readonly string[];
    /** The phase in which its own view says that it was refused. */
    shownIn?: string;
    /** Refusals that mean that the phone shows what has changed since. */
    outdatedIf?: readonly Refusal[];
  };
};

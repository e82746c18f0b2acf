import type { Round } from "#debate/rules/choices.ts";
import type { CorePhase } from "#debate/rules/core-phases.ts";
import type { CoreStep } from "#debate/rules/core-steps.ts";
import type { Told } from "#debate/rules/promise-terms.ts";
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
  /** [V14] The step that it adds to the reveal, after one of the core's: none of those after it can have been shown before. */
  step?: { name: string; after: CoreStep };
  /** [V12] The picture of the results that it adds for the wall, from the step on that shows its part of the results. */
  chart?: { name: string; part: string; step: CoreStep };
  /**
   * When it is used: in one phase, of the core or its own, there at one step of the reveal, or from one phase on; not of what only asks
   * with a vote.
   */
  open?: { in: CorePhase | (string & {}); step?: string } | { from: CorePhase | (string & {}) };
  /** [W13] Whether phones may be told of it without a new version of the session. */
  isQuiet?: true;
  /** [B5] What it asks with a vote: the field of a ballot, and in which rounds. */
  asks?: Readonly<Record<string, readonly Round[]>>;
  /** Its messages by name. */
  sends: Readonly<Record<string, Sending>>;
  /** The kinds of entries that it writes into the log. `about`: what an entry's detail names. `hostOnly`: not for assistants. */
  log?: Readonly<Record<string, { about?: "seat"; hostOnly?: true }>>;
  /** [V47] What it promises of each thing that it learns of a student; `says`: what that is, for the table. */
  promise?: Readonly<Record<string, { says: string; told: readonly Told[] }>>;
  /** [Z11] What no longer holds of a student's own state once the class votes again. */
  ownUntilVote?: readonly string[];
  /** [V1] What an audience sees of what was counted for the room; of the core it may ask for `RoomFacts`. */
  view?: (role: LiveRole, room: never) => object;
};

/** What the core knows of a room, for views. `isSealed`: [V9] not even the host is told counts now. */
export type RoomFacts = { phase: string; step: string | null; identity: Identity; isSealed: boolean };

export type Sending = {
  /** [A1] Who may send it. */
  from: readonly Role[];
  /** [L1] How much of its seat's rate limit it costs, if more than one. */
  costs?: number;
  /** For what a student must not lose: a phone stores it until the server has confirmed it. */
  keeps?: {
    /** What belongs together: a newer message of the same subject takes the place of the older. */
    subject: (payload: never) => string;
    /** The phase outside of which it is dropped if it still waits. */
    onlyIn?: CorePhase;
    /** What has changed of the student's own state once it is confirmed. */
    confirmed: (payload: never, you: never) => object;
    /** The words that stay to be read if it is refused; without it nothing stays. */
    ifRefused?: (payload: never) => readonly string[];
  };
};

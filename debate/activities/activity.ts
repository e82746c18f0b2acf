import type { LaterRound, Round } from "#debate/rules/choices.ts";
import type { CorePhase } from "#debate/rules/core-phases.ts";
import type { CoreStep } from "#debate/rules/core-steps.ts";
import type { PersonFor } from "#debate/rules/person.ts";
import type { VisibleTo } from "#debate/rules/promise-terms.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { LiveRole, Role } from "#debate/rules/roles.ts";
import type { Identity, Preset } from "#debate/rules/session-options.ts";

/**
 * An optional part of a lesson, as the rules know it. No schemas here: phones load it. Parameters that differ between activities
 * are `never`, so that each names its own types.
 */
export type Activity = {
  /** Its key among the activities of a session's settings. */
  name: string;
  /** [V41] Its column of the export `design`, if that is not its name. */
  column?: string;
  /** [D39] What there is to choose about it, each with its options: the usual one first. */
  choices?: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** [D39] What the instructor writes about it, each on one line: the most characters. A session without these words can't have it. */
  lines?: Readonly<Record<string, number>>;
  /** [H10] The presets that switch it on; without this field no preset changes it. */
  presets?: readonly Preset[];
  /** [P1] The phases that it adds to the lesson, in order. */
  phases?: readonly {
    name: string;
    /** The phase before it: of the core, or of this activity. */
    after: string;
    /** With which settings of the activity it is there; without this, with all. */
    when?: (settings: never) => boolean;
    /** [P3] Whether the host may leave it out. */
    optional?: true;
    /** [D34] Of one that can have minutes: [H10] those of each preset. */
    minutes?: { [preset in Preset]?: number };
    /** [P34] Of one that comes after the lesson, how it is entered and left. */
    afterLesson?: AfterLesson;
    /** [P2] The round whose vote is open in it. */
    votes?: LaterRound;
    /** Whether phones have a view of its own in it. */
    ownView?: true;
    /** The phase whose place it takes, with which settings of the activity; `why`: what needs that phase can't be. */
    replaces?: { phase: CorePhase; when: (settings: never) => boolean; why: string };
  }[];
  /** [V14] The step that it adds to the reveal, after one of the core's: none of those after it can have been shown before. */
  step?: { name: string; after: CoreStep };
  /** [V12] The picture of the results that it adds for the wall, from the step on that shows its part of the results. */
  chart?: { name: string; part: string; step: CoreStep };
  /** [H11] The sessions that can't have it, and why, for programs. */
  excluded?: { when: (session: never) => boolean; why: string };
  /** Whether its sessions have a vote after reading, whatever their settings say of that. */
  votesAfterReading?: (settings: never) => boolean;
  /** [H11] The phase without which a session can't have it. */
  needsPhase?: CorePhase;
  /**
   * When it is used: in one phase, of the core or its own, there at one step of the reveal, or from one phase on, until another one; not
   * of what only asks with a vote.
   */
  open?:
    | { in: CorePhase | (string & {}); step?: string }
    | { from: CorePhase | (string & {}); until?: CorePhase | (string & {}) };
  /** [W13] Whether phones may be told of it without a new version of the session. */
  isQuiet?: true;
  /** What the debate must have for it; without this, any will do. */
  needs?: (debate: never) => boolean;
  /** What a class reads beside the positions, once these may be read. `names`: its fields on the wire. `read`: their values in a phase. */
  beside?: { names: readonly string[]; read: (debate: never, phase: string) => object };
  /** [B5] What it asks with a vote: the field of a ballot, and in which rounds. */
  asks?: Readonly<Record<string, readonly Round[]>>;
  /** [X12] What a rebuttal can begin with, as its `starter` names it. */
  beginnings?: readonly string[];
  /** Its messages by name. */
  sends: Readonly<Record<string, Sending>>;
  /** The kinds of entries that it writes into the log. `about`: what an entry's detail names. `hostOnly`: not for assistants. */
  log?: Readonly<Record<string, { about?: "seat" | "table"; hostOnly?: true }>>;
  /** [V47] What it promises of each thing that it learns of a student; `says`: what that is, for the table. */
  promise?: Readonly<Record<string, { says: string; visibleTo: readonly VisibleTo[] }>>;
  /** [Z11] What no longer holds of a student's own state once the class votes again. */
  ownUntilVote?: readonly string[];
  /** [V47] Who else sees with it what the core promises. */
  alsoVisible?: Readonly<Record<string, readonly VisibleTo[]>>;
  /** What a student's card has of their own state. */
  card?: (you: never) => object;
  /** [V1] What an audience sees of what was counted for the room; of the core it may ask for `RoomFacts`. */
  view?: (role: LiveRole, room: never) => object;
  /** What has times of the server's clock, in those of a device; `offset`: the server's less that, in milliseconds. */
  inOwnTime?: (seen: never, offset: number) => object;
  /**
   * Of one that the host may choose after the opening, what a control room learns from its view: whether the session has it by now,
   * and when it was closed, where it says so.
   */
  chosenLater?: { isOn: (snapshot: never) => boolean; closedAt: (snapshot: never) => number | null };
};

/** What a suggestion may look ahead to: the next phase, and the newest votes before it, null where these are sealed [V9]. */
export type Ahead = { next: string | null; votes: Record<"for" | "against", number> | null };

/** How long after a session was closed a phase may open, in milliseconds, and where the class may go from it. */
export type AfterLesson = {
  /** Missing where it need not wait; only the host or a set date opens one that waits, no timer. */
  from?: number;
  until: number;
  movesTo: readonly string[];
  /** Whether its vote is over and its results are public: then [V9] an anonymous class does not vote again. */
  isOver?: true;
};

/**
 * What the core knows of a room, for views. `isSealed`: [V9] not even the host sees counts now. `personFor`: [V10] the only way to
 * name someone.
 */
export type RoomFacts = Rehearsed & {
  phase: string;
  step: string | null;
  identity: Identity;
  isSealed: boolean;
  activities: Readonly<Record<string, object>>;
  closedAt?: number | null;
  personFor: PersonFor;
};

/** What a phone knows as a message is confirmed. `now`: in milliseconds since the epoch; `approvesFirst`: whether the host reads words before the class. */
export type Confirming = { now: number; approvesFirst: boolean };

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
    confirmed: (payload: never, you: never, how: Confirming) => object;
    /** The words that stay to be read if it is refused; without it nothing stays. */
    ifRefused?: (payload: never) => readonly string[];
    /** The phase in which its own view says that it was refused. */
    shownIn?: string;
  };
};

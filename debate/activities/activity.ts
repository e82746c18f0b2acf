import type { CorePhase } from "#debate/rules/core-phases.ts";
import type { LiveRole, Role } from "#debate/rules/roles.ts";

/**
 * An optional part of a lesson, as the rules know it. No schemas here: phones load it. Parameters that differ between activities
 * are `never`, so that each names its own types.
 */
export type Activity = {
  /** Its key among the activities of a session's settings. */
  name: string;
  /** When it is used: in one phase, or from one on. */
  open: { in: CorePhase } | { from: CorePhase };
  /** Its messages by name. */
  sends: Readonly<Record<string, Sending>>;
  /** [V1] What an audience sees of what was counted for the room. */
  view: (role: LiveRole, room: never) => object;
};

export type Sending = {
  /** [A1] Who may send it. */
  from: readonly Role[];
  /** [L1] How much of its seat's rate limit it costs, if more than one. */
  costs?: number;
  /** For what a student must not lose: a phone stores it until the server has confirmed it. */
  keeps?: {
    /** What belongs together: a newer message of the same subject takes the place of the older. */
    subject: (payload: never) => string;
    /** What has changed of the student's own state once it is confirmed. */
    confirmed: (payload: never, you: never) => object;
    /** The words that stay to be read if it is refused; without it nothing stays. */
    ifRefused?: (payload: never) => readonly string[];
  };
};

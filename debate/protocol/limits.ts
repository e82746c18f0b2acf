// Limits that pages need, too: without a schema, whose library every page would load.

/** The longest timer, in seconds. */
export const TIMER_SECONDS = 4 * 60 * 60;
/** The most characters of the note on an invitation. */
export const INVITATION_NOTE_LENGTH = 80;
/** The most characters of a private note on a session. */
export const NOTE_LENGTH = 5_000;
/** [R16] How many seats or log entries one message may name. */
export const AT_ONCE = 100;

import type { Outlook } from "#debate/rules/ballots.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";

/** The answer to "what moved you?": one rebuttal or one paragraph, and the vote without it. */
export type Credit = {
  rebuttalId?: string | undefined;
  paragraph?: { side: Side; n: number } | undefined;
  without?: Choice | undefined;
  why?: string | undefined;
};

/** One participant's answer in one round. If there are several, the last one counts. */
export type CountedBallot = {
  participantId: string;
  round: Round;
  choice: Choice;
  confidence?: number | undefined;
  /** Why they voted so, in their words. */
  reason?: string | undefined;
  credit?: Credit | undefined;
  outlook?: Outlook | undefined;
  control?: Choice | undefined;
};

/** A rebuttal that may be shown; `at` is milliseconds since the epoch. */
export type CountedRebuttal = {
  id: string;
  side: Side;
  body: string;
  participantId: string;
  quote?: Quote | undefined;
  replyTo?: string | undefined;
  at: number;
  /** [R30] Those that were merged into it: credit to them is credit to it, but not their authors'. */
  merged?: readonly { id: string; participantId: string }[];
};

/**
 * Participants who were shown, or who endorsed, one rebuttal; several of these about one rebuttal add up. `merged`: the one of those
 * that were merged into it whose words they read.
 */
export type Encounter = { rebuttalId: string; participantIds: readonly string[]; merged?: string };

/**
 * Everything that a session's results are counted from. The caller has already left out removed participants and
 * hidden rebuttals. `rounds`: the session's rounds, in order.
 */
export type CountingInput = {
  code: string;
  resolution: string;
  phase: string;
  rounds: readonly Round[];
  ballots: readonly CountedBallot[];
  positions: readonly { side: Side; paragraphs: readonly { n: number }[] }[];
  rebuttals: readonly CountedRebuttal[];
  endorsements: readonly Encounter[];
  exposures: readonly Encounter[];
  /** [P35] Whether the later vote has closed, so that it is counted. */
  withLater?: boolean;
  /** [V9] Whether nothing that is counted may tell authors. */
  isAnonymous?: boolean;
  /** [Y10] How many of the seats are ballot slips. */
  onPaper?: number;
};

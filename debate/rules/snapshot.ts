import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { Actor, DownWith, Outcome } from "#debate/rules/moderation.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Quote, RebuttalStatus } from "#debate/rules/rebuttals.ts";

export type Tally = Record<Choice, number>;
export type Tallies = Partial<Record<Round, Tally>>;

/** What the host put on the wall. [V13] A blank wall shows nothing. */
export type OnWall = { rebuttalId: string } | "blank";

/** A session's state as sent to a room. A client keeps the one with the highest version. */
export type Snapshot = {
  version: number;
  phase: Phase;
  /** Milliseconds since the epoch; absent without a timer. */
  phaseEndsAt?: number;
  /** Whether the phase ends automatically then. */
  timerCloses?: boolean;
  locked: boolean;
  /** Participants with a seat, those removed not counted. */
  joined: number;
  turnout: { round: Round; voted: number };
  /** Only for those who may see it now. */
  tally?: Tallies;
  /** Host and screen: the host shows the tallies so far. */
  revealed?: boolean;
  /** Host, assistant and screen: what was put on the wall; without it the wall shows the phase. */
  wall?: OnWall;
  /** The same where it is a rebuttal, for clients from before there was `wall`. */
  spotlight?: string;
  /** Host: whether only the class and holders of the results link can read the results. */
  resultsKept?: boolean;
  /** Host and assistant: rebuttals that wait for approval or were reported and not yet dealt with. */
  queue?: number;
  /** Host and assistant: new rebuttals wait for approval. */
  approveFirst?: boolean;
};

export type MyBallot = {
  choice: Choice;
  seq: number;
  confidence?: number;
  reason?: string;
  credit?: MyCredit;
  /** When it was cast, in milliseconds since the epoch. */
  castAt?: number;
};
export type MyCredit = {
  rebuttalId?: string;
  paragraph?: { side: Side; n: number };
  without?: Choice;
  why?: string;
};

/** One student's own: ballots by round, endorsements, which rebuttals are theirs, and what became of reports. */
export type Mine = {
  participantId: string;
  name: string;
  ballots: Partial<Record<Round, MyBallot>>;
  endorsed: string[];
  posted: string[];
  reported: { rebuttalId: string; outcome: Outcome }[];
};

export type Rebuttal = {
  id: string;
  side: Side;
  body: string;
  /** `you`, a pseudonym, a name, or nothing, as the identity promise allows. */
  by?: string;
  quote?: Quote;
  replyTo?: string;
  source?: string;
  endorsements: number;
  status: RebuttalStatus;
  /** Host and author: hidden not for its own sake, but with what it answers or with its author's seat. */
  downWith?: DownWith;
  /** Milliseconds since the epoch. */
  at: number;
  /** Best first across camps: the place in the ranking, 1 the best. The approval by camp itself would betray a tally. */
  rank: number;
  /** Host and assistant only, and not in anonymous sessions. */
  participantId?: string;
  /** Host and assistant only: the newest reasons of those who reported it and that the host has not dealt with. */
  reports?: string[];
  /** Host and assistant only: how many such reports there are, where that is more than are told. */
  reportCount?: number;
};

/** Where a page of rebuttals ends: those written before are on the next ones, the newest first. */
export type PageEnd = { at: number; id: string };

/** `more`: what changed is more than fits into one message, and `sync` tells it. */
export type RebuttalBatch = { cursor: number; changed: Rebuttal[]; removed: string[]; more?: true };

/**
 * For host and assistant, and in anonymous sessions for nobody; an assistant is told neither `realName` nor `voted`.
 */
export type Seat = {
  participantId: string;
  name: string;
  realName?: string;
  connected: boolean;
  voted?: Round[];
};
export type Roster = { connected: number; seats: Seat[] };

/** For host and assistant: something that was done in the session. */
export type LogEntry = {
  id: number;
  /** Milliseconds since the epoch. */
  at: number;
  actor: Actor | "participant" | "timer";
  kind: string;
  /** What it was about, where that is neither a rebuttal nor a seat. */
  detail?: string;
  rebuttalId?: string;
  /** By the name that the class sees; not in anonymous sessions. */
  seat?: { name: string };
  /** How often it happened, where several are one line. */
  count?: number;
  /** Whether `host:undo` takes it back. */
  canUndo: boolean;
};

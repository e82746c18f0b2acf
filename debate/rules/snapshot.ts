import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { ExitTicket } from "#debate/rules/exit-ticket.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { Actor, DownWith, Outcome } from "#debate/rules/moderation.ts";
import type { OwnPair, PairsNews } from "#debate/rules/pairs.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { ReadingCounts, SentencePlace } from "#debate/rules/reading.ts";
import type { Quote, RebuttalStatus } from "#debate/rules/rebuttals.ts";
import type { Link } from "#debate/rules/rights.ts";
import type { Schedule } from "#debate/rules/schedule.ts";
import type { Speaking } from "#debate/rules/speaking.ts";
import type { GivenSteelman, OwnSteelman } from "#debate/rules/steelman.ts";
import type { Step } from "#debate/rules/steps.ts";

export type Tally = Record<Choice, number>;
export type Tallies = Partial<Record<Round, Tally>>;

/** The pictures of the results that can be put on the wall. */
export const CHARTS = ["flow", "swing", "chance", "guess"] as const;
export type Chart = (typeof CHARTS)[number];

/** What the host put on the wall. [V13] A blank wall shows nothing. [R23] `replies`: those that the host put there under it. */
export type OnWall =
  | { rebuttalId: string; replies?: string[] | undefined }
  | { paragraph: { side: Side; n: number } }
  | { reason: string }
  | { chart: Chart }
  | "glossary"
  | "thanks"
  | "blank";

/** Words that came with a vote: why it was cast, and how what is credited moved the voter. */
export type WordsKind = "reason" | "why";
/** Those that are on the wall. */
export type WallWords = { kind: WordsKind; text: string };

/** [V27] How the wall looks where the host has chosen it; without that, as its computer and browser have it. */
export type WallLook = { theme?: "light" | "dark"; language?: Language };

/** A session's state as sent to a room. A client keeps the one with the highest version. */
export type Snapshot = {
  version: number;
  phase: Phase;
  /** Milliseconds since the epoch; absent without a timer. */
  phaseEndsAt?: number;
  /** Whether the phase ends automatically then. */
  timerCloses?: boolean;
  /** [P10] Host and assistant: a student needs more time than the timer gives. */
  moreTime?: boolean;
  locked: boolean;
  /** Participants, without removed ones. */
  joined: number;
  /** [Y18] Not for students, where phones are asked what slips can't answer: how many of these are slips. */
  onPaper?: number;
  turnout: { round: Round; voted: number };
  /** [V33] Students, from `results` on: votes that no one cast. */
  notHeld?: Round[];
  /** Only for audiences that may see it now. */
  tally?: Tallies;
  /** In `results` and `closed`: the step of the reveal that is displayed. */
  step?: Step;
  /** Host and assistant: the class has had the whole results since the last vote, whatever step is displayed. */
  opened?: boolean;
  /** Host, assistant and screen, at the step `guess`: how many have guessed. */
  guessed?: number;
  /** Host and screen: whether the host shows the tallies so far. */
  revealed?: boolean;
  /** What was put on the wall; without it the wall shows the phase. [F5] Students: only a rebuttal or a paragraph. */
  wall?: OnWall;
  /** [V18] With it, if words of a voter are on the wall: those. */
  wallWords?: WallWords;
  /** Host, assistant and screen: how the wall looks, if the host has chosen that. */
  wallLook?: WallLook;
  /** Host: whether only the class and holders of the results link can read the results. */
  resultsKept?: boolean;
  /** [A4] Host: the existing links as paths with their keys. */
  links?: Partial<Record<Link, string>>;
  /** Host and assistant: the number of rebuttals that wait for approval or have unresolved reports. */
  queue?: number;
  /** Host and assistant: whether new rebuttals wait for approval. [V49] Students: only where they do. */
  approveFirst?: boolean;
  /** [Y5] Host, from `reading` on, if the class answers questions on the positions; `options` if they may be told. */
  check?: { answered: number; options?: number[][] };
  /** [P16] In `steelman`: how many have written, and how many answers about these there are. `waiting`: host and assistant. */
  steelman?: { written: number; rated: number; waiting?: number };
  /** [P22] In `pairs`. */
  pairs?: PairsNews;
  /** [Y16] Host, while exit tickets are written: how many there are. */
  exitTickets?: number;
  /** [P12] Host, assistant and screen, while students may ask to speak. */
  speaking?: Speaking;
  /** [X10] Host, if the class says what it has read: the counts so far. */
  reading?: ReadingCounts;
  /** [P29] The set dates that are ahead, with their time zone. */
  schedule?: Schedule;
  /** [P34] Host and assistant, where a later vote is planned or can be; `from`, `until`: when it may open, once closed. */
  later?: { planned: boolean; from?: number; until?: number };
};

export type MyBallot = {
  choice: Choice;
  seq: number;
  confidence?: number;
  reason?: string;
  credit?: MyCredit;
  outlook?: MyOutlook;
  /** When it was cast, in milliseconds since the epoch. */
  castAt?: number;
};
export type MyCredit = {
  rebuttalId?: string;
  paragraph?: { side: Side; n: number };
  without?: Choice;
  why?: string;
};
/** [M13] From 1 to 5. */
export type MyOutlook = { understanding?: number; respect?: number };

/** One student's own ballots, endorsements, rebuttals, reports and guess. */
export type Mine = {
  participantId: string;
  name: string;
  ballots: Partial<Record<Round, MyBallot>>;
  endorsed: string[];
  posted: string[];
  reported: { rebuttalId: string; outcome: Outcome }[];
  /** [V16] Of the share For in the last vote, in percent. */
  guess?: number;
  /** [Y4] To the questions on the positions: the index of an option for each, null without one. */
  answers?: (number | null)[];
  /** [P16] From `steelman` on, in a session that has it. */
  steelman?: { own?: OwnSteelman; given: GivenSteelman[] };
  /** [P22] In `pairs`, once this student has a place. */
  pair?: OwnPair;
  /** [Y15] */
  exit?: ExitTicket;
  /** [P11] My request to speak. `number`: what the host calls, if no name; `called`: it is my turn. */
  speech?: { side: Side; number?: number; called?: boolean };
  /** [X9] The side that the reading opens on, if that is drawn. */
  firstSide?: Side;
  /** [X10] The student says that they have read both positions. */
  readBoth?: true;
  /** [X10] The sentences that the student does not understand. */
  unclear?: SentencePlace[];
};

export type Rebuttal = {
  id: string;
  side: Side;
  body: string;
  /** `you`, a pseudonym, a name, or nothing, as the identity promise allows. */
  by?: string;
  /** [R32] By the same promise the other authors of what it stands for, the first to write first; the reader among them, by name. */
  with?: string[];
  /** How many they are, if `with` is shortened. */
  withCount?: number;
  quote?: Quote;
  /** [R30] What it answers, or what stands for that now. */
  replyTo?: string;
  source?: string;
  /** [R21] Its author has changed it since it was posted. */
  edited?: true;
  /** Which of its words these are, once they were changed: an endorsement says so. */
  edition?: number;
  /** [R24] How many others were merged into it. */
  merged?: number;
  /** [R24] Host and author: what it was merged into, with `downWith: "merged"`. */
  mergedInto?: string;
  /** Screen: how many replies the class reads. */
  answers?: number;
  endorsements: number;
  status: RebuttalStatus;
  /** Host and author: why it is hidden if it was not hidden itself. */
  downWith?: DownWith;
  /** Milliseconds since the epoch. */
  at: number;
  /** The place in the ranking, 1 the best: [K10] across camps for the host, by all endorsements for everyone else. */
  rank: number;
  /** Host and assistant only, and not in anonymous sessions. */
  participantId?: string;
  /** Host and assistant only: reasons of unresolved reports, the newest first. */
  reports?: string[];
  /** [R38] Host and assistant only: it waits because the filter holds it. */
  held?: true;
  /** Host and assistant only: the number of such reports, if `reports` is shortened. */
  reportCount?: number;
};

/** The end of a page of rebuttals. The next pages have older ones, the newest first. */
export type PageEnd = { at: number; id: string };

/** [R28] What has changed of a rebuttal whose words a phone has: its endorsements and its place. */
export type RebuttalCount = [id: string, endorsements: number, rank: number];

/** `more`: not all changes fit into one message; `sync` gets the rest. `counts`: for students. */
export type RebuttalBatch = {
  cursor: number;
  changed: Rebuttal[];
  removed: string[];
  counts?: RebuttalCount[];
  more?: true;
};

/** For host and assistant, and for no one in anonymous sessions. An assistant sees neither `realName` nor `voted`. */
export type Seat = {
  participantId: string;
  name: string;
  realName?: string;
  connected: boolean;
  /** [Y8] A ballot slip that the host typed in. */
  onPaper?: true;
  voted?: Round[];
  /** [P22] In `pairs`: the table at which they sit. */
  table?: number;
};
export type Roster = { connected: number; seats: Seat[] };

/** For host and assistant: an entry of the log. */
export type LogEntry = {
  id: number;
  /** Milliseconds since the epoch. */
  at: number;
  actor: Actor | "participant" | "timer";
  kind: string;
  /** What it was about, unless that is a rebuttal or a seat. */
  detail?: string;
  rebuttalId?: string;
  /** With the name that the class sees; absent in anonymous sessions. */
  seat?: { name: string };
  /** How often it happened, if one entry counts several. */
  count?: number;
  /** Whether `host:undo` can undo it. */
  canUndo: boolean;
};

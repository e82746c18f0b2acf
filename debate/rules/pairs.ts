import type { Choice } from "#debate/rules/choices.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttals.ts";
import type { Identity, PairsBy } from "#debate/rules/session-options.ts";

/** The most lines that someone writes to partners in a session. */
export const LINES_EACH = 100;
/** The most characters of a line. */
export const LINE_LENGTH = 500;

/** [P25] Whether the class has been paired, and when its script began, in milliseconds since the epoch. */
export type Pairing = { madeAt: number; startedAt?: number | undefined };

/** A line between partners. `by`: a name, or `you`. */
export type PairLine = { id: string; by: string; body: string; status: RebuttalStatus; at: number };

/** A table as one of its people sees it. */
export type OwnTable = {
  table: number;
  group: string;
  /** When the last of those who sit here now sat down. */
  since: number;
  /** In the script, from 0. */
  place: number;
  /** [P40] `name`: unless a pseudonym would stand beside a face. [P41] `choice`: of their newest vote, null without one. */
  partners: { place: number; name?: string; choice?: Choice | null }[];
  /** [P37] What came of this student's request. `place`: of the partner whom they can't find, as long as both sit here. */
  asked?: { place?: number; state: RequestState };
  /** [P37] A partner can't find this student. */
  missed?: true;
  /** [P27] Only in writing: since this student sits here, the oldest first. */
  lines?: PairLine[];
};
/** [P27] Whom a line was written to. */
export type Addressees = Pick<OwnTable, "group" | "since">;

/** [P27] Whether those at a table are the ones whom a line was written to, or some of them; one without them is to whoever sits there. */
export function readsLine(table: Addressees, to: Addressees | undefined): boolean {
  return to === undefined || (to.group === table.group && to.since >= table.since);
}

/** `away`: this student was not there, and the partner got another one. */
export type OwnPair = OwnTable | "away";

/**
 * [P37] A request to find a missing partner: `waiting`, then `here` if the partner answers, `there` if the host says that they
 * are there, and `over` if it ended otherwise.
 */
export const REQUEST_STATES = ["waiting", "here", "there", "over"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** [P39] A request that waits. An assistant is told the table alone where partners have no names [P40]. */
export type MissingPartner = { table: number; participantId?: string; partnerId?: string };
/** What the host decides: whether the partner is replaced or stays. */
export const MISSING_DECISIONS = ["replace", "stay"] as const;
export type MissingDecision = (typeof MISSING_DECISIONS)[number];

/** [P40] At a table a pseudonym would stand beside a face, and with it everything that its owner writes. */
export function namesPartners({ identity, pairsBy }: { identity: Identity; pairsBy: PairsBy }): boolean {
  return identity === "named" || pairsBy === "text";
}

/** [P41] Whether one of a seat's votes is older than the pairing. */
export function votedInTime(ballots: readonly { castAt: number }[], pairing: Pairing): boolean {
  return ballots.some(({ castAt }) => castAt <= pairing.madeAt);
}

/** [P22] What is told of pairs in their phase. */
export type PairsNews = Partial<Pairing> & {
  /** Host, assistant and screen: how many tables there are. */
  tables?: number;
  /** Host and assistant: people who have no one. */
  alone?: number;
  /** [P27] Host: the tables that have a line that waits. */
  held?: number[];
  /** [P39] Host and assistant, the oldest first. */
  missing?: MissingPartner[];
};

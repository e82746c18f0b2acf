import type { z } from "zod";
import type * as answers from "#debate/protocol/answers/phase-state.ts";
import type { PairsBy } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** The most lines that someone writes to partners in a session. */
export const LINES_EACH = 100;
/** The most characters of a line. */
export const LINE_LENGTH = 500;

/** [P25] Whether the class has been paired, and when its script began, in milliseconds since the epoch. */
export type Pairing = { madeAt: number; startedAt?: number | undefined };

/** A line between partners. `by`: a name, or `you`. */
export type PairLine = z.infer<typeof answers.PairLine>;

/** A table as one of its people sees it. */
export type OwnTable = z.infer<typeof answers.OwnTable>;
/** [P27] Whom a line was written to. */
export type Addressees = Pick<OwnTable, "group" | "since">;

/** [P27] Whether those at a table are the ones whom a line was written to, or some of them; a line without them is for those who sit there now. */
export function readsLine(table: Addressees, to: Addressees | undefined): boolean {
  return to === undefined || (to.group === table.group && to.since >= table.since);
}

/** `away`: this student was not there, and the partner got another one. */
export type OwnPair = z.infer<typeof answers.OwnPair>;

/**
 * [P37] A request to find a missing partner: `waiting`, then `here` if the partner answers, `there` if the host says that they
 * are there, and `over` if it ended otherwise.
 */
export type RequestState = z.infer<typeof answers.requestState>;

/** [P39] A request that waits. An assistant is told the table alone where partners have no names [P40]. */
export type MissingPartner = z.infer<typeof answers.MissingPartner>;
/** What the host decides: whether the partner is replaced or stays. */
export const MISSING_DECISIONS = ["replace", "stay"] as const;
export type MissingDecision = (typeof MISSING_DECISIONS)[number];

/** How pairs talk. */
export function pairsBy({ activities: { pairs } }: Pick<Settings, "activities">): PairsBy {
  return pairs?.by ?? "voice";
}

/** [P40] At a table a pseudonym would stand beside a face, and with it everything that its owner writes. */
export function namesPartners(settings: Pick<Settings, "identity" | "activities">): boolean {
  return settings.identity === "named" || pairsBy(settings) === "text";
}

/** [P41] Whether one of a seat's votes is older than the pairing. */
export function votedInTime(ballots: readonly { castAt: number }[], pairing: Pairing): boolean {
  return ballots.some(({ castAt }) => castAt <= pairing.madeAt);
}

/** [P22] What is told of pairs in their phase. */
export type PairsNews = z.infer<typeof answers.PairsNews>;

import type { Choice, Side } from "#debate/rules/choices.ts";

/** The share of each camp that endorses a rebuttal. */
export type Appeal = Record<Choice, number>;
export type Quote = { side: Side; n: number; exact: string };

/** What a simulated class says. */
export type Script = {
  /** A student's name in a named session, before a number. */
  name: string;
  /** `side`: what it argues for. `camp`: its author's vote before. */
  rebuttals: {
    key: string;
    camp: Choice;
    side: Side;
    quote?: Quote;
    replyTo?: string;
    body: string;
    /** Its words if starters are offered [X12]. */
    started?: { starter: string; body: string };
    appeal: Appeal;
    /** [R21] The words that its author gives it afterwards. */
    edited?: string;
    /** [R22] Whether its author takes it back. */
    withdrawn?: true;
    /** [R10] A classmate's reason for a report. */
    report?: string;
  }[];
  /** Given with the vote before, by choice. */
  reasons: Record<Choice, string[]>;
  /** What students who moved give credit to, by their new choice. */
  credits: Record<Choice, { key?: string; paragraph?: { side: Side; n: number }; why: string }[]>;
};

import type { Choice } from "#debate/rules/choices.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttals.ts";

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
  /** The id of those who sit together: another one once someone has joined them. */
  group: string;
  /** In the script, from 0. */
  place: number;
  /** [P26] With the choice of their newest vote; null without one. */
  partners: { place: number; name: string; choice: Choice | null }[];
  /** [P27] Only in writing: since this student sits here, the oldest first. */
  lines?: PairLine[];
};
/** `away`: a partner said that this student is not there. */
export type OwnPair = OwnTable | "away";

/** [P22] What is told of pairs in their phase. */
export type PairsNews = Partial<Pairing> & {
  /** Host, assistant and screen: how many tables there are. */
  tables?: number;
  /** Host and assistant: people who have no one. */
  alone?: number;
  /** [P27] Host: the tables that have a line that waits. */
  held?: number[];
};

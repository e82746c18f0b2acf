import type { z } from "zod";
import type * as parts from "#debate/protocol/answers/parts.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { cleanText } from "#debate/rules/text.ts";

/** [R23] So many replies are shown under what they answer; the rest is folded. */
export const REPLIES_SHOWN = 2;
/** [R7] The most rebuttals of one participant in a session. */
export const REBUTTALS_EACH = 50;
/** [R14] This many of each seat have room as long as the session has any. */
export const FIRST_OF_A_SEAT = 5;
/** [R14] The share of the remaining room that one seat may use. */
const SHARE = 1 / 6;
/** [R14] The most rebuttals of a session. */
const MOST_IN_ALL = 5_000;

/**
 * [X3] `version`: in whose words it is, if not the original's. `sentences`: the first and the last that it touches, counted
 * from 1, told where the debate has versions.
 */
export type Quote = z.infer<typeof parts.quote>;

type Author = { phase: Phase; removed: boolean };

/** [R1] Rebuttals, endorsements and reports are accepted in `rebuttal`, from participants who were not removed. */
export function mayArgue({ phase, removed }: Author): Result<void> {
  if (removed) return refuse("removed");
  if (isClosed(phase)) return refuse("closed");
  if (phase !== "rebuttal") return refuse("wrong-phase");
  return accept(undefined);
}

type Crowd = { own: number; all: number; seats: number; withdrawn: number };

/**
 * [R7, R14] Whether a seat may write another rebuttal. `own` and `all`: how many the seat and the session have;
 * `seats`: the number of seats; `withdrawn`: how many the seat took back [R22]. Room grows with the class, and the fuller it is,
 * the smaller a seat's share, so no one can fill it.
 */
export function hasRoom({ own, all, seats, withdrawn }: Crowd): boolean {
  if (own + withdrawn >= REBUTTALS_EACH || all >= MOST_IN_ALL) return false;
  const room = Math.min(MOST_IN_ALL / 2, Math.max(400, 5 * seats));
  return own < FIRST_OF_A_SEAT || own < (room - all) * SHARE;
}

/** [R2] [W7] A rebuttal starts as `pending` if the host approves first, or holds some and this is one. */
export function firstStatus(
  { moderation, filter }: Pick<Settings, "moderation" | "filter">,
  isHeldBack: () => boolean,
): RebuttalStatus {
  return moderation === "before" || (filter.holds && isHeldBack()) ? "pending" : "published";
}

/**
 * [R3] A quotation has the exact words of one paragraph of one position. White space, which browsers change in
 * selections, and invisible characters may differ.
 */
export function quotesParagraph(exact: string, paragraph: string): boolean {
  const quoted = foldedText(exact);
  return quoted !== "" && foldedText(paragraph).includes(quoted);
}

/** A text without what may differ in a quotation of it. */
export function foldedText(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ").trim();
}

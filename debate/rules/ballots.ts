import { ASKED, type Asked } from "#debate/activities/index.ts";
import { asksFor } from "#debate/activities/open.ts";
import { type Choice, isOfDebate, type Round, type Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isShut, PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";

export type Credit = {
  rebuttalId?: string | undefined;
  paragraph?: { side: Side; n: number } | undefined;
  without?: Choice | undefined;
  why?: string | undefined;
};

/** [M13] Each from 1 to 5. */
export type Outlook = { understanding?: number | undefined; respect?: number | undefined };

export type BallotIntent = {
  round: Round;
  choice: Choice;
  /** The client's own counter. The ballot with the highest is the newest. */
  seq: number;
  confidence?: number | undefined;
  reason?: string | undefined;
  credit?: Credit | undefined;
  outlook?: Outlook | undefined;
  control?: Choice | undefined;
};

/** Whether two ballots have the same content, whatever their counters. */
export function isSameBallot(one: BallotContent, other: BallotContent): boolean {
  return contentOf(one) === contentOf(other);
}

type BallotContent = Pick<
  BallotIntent,
  "choice" | "confidence" | "reason" | "credit" | "outlook" | "control"
>;

function contentOf({ choice, confidence, reason, credit, outlook, control }: BallotContent): string {
  const { rebuttalId, paragraph, without, why } = credit ?? {};
  return JSON.stringify([
    choice,
    confidence,
    reason,
    rebuttalId,
    paragraph?.side,
    paragraph?.n,
    without,
    why,
    outlook?.understanding,
    outlook?.respect,
    control,
  ]);
}

export type BallotContext = {
  phase: Phase;
  settings: Settings;
  removed: boolean;
  /** `seq` of this participant's stored ballot of the same round, if there is one. */
  storedSeq: number | null;
};

/**
 * Decides about a ballot when it is stored. `store: false`: it is a repetition, which succeeds and changes nothing.
 */
export function admits(context: BallotContext, ballot: BallotIntent): Result<{ store: boolean }> {
  // [B4] A removed participant's ballot is refused, even a repeated one.
  if (context.removed) return refuse("removed");
  // [B3] A ballot with a counter not above the stored one was already answered, and gets the same answer again.
  if (context.storedSeq !== null && ballot.seq <= context.storedSeq) return accept({ store: false });
  if (isShut(context.phase)) return refuse("closed");
  // [B1] A ballot is accepted only in the phase of its round.
  if (context.phase !== PHASE_OF_ROUND[ballot.round]) return refuse("wrong-phase");
  // [B5] Fields that the session does not ask for are refused.
  if (!holdsOnlyAsked(context.settings, ballot)) return refuse("forbidden", "not asked for in this session");
  return accept({ store: true });
}

/** [B5] Whether a ballot contains only what its session asks for. */
export function holdsOnlyAsked(settings: Settings, ballot: BallotIntent): boolean {
  const { round, confidence, reason, credit } = ballot;
  if (confidence !== undefined && !settings.questions.confidence) return false;
  if (reason !== undefined && !asksReason(settings, round)) return false;
  const isUnasked = (field: Asked) => ballot[field] !== undefined && !asksFor(field, settings, round);
  if (Object.keys(ASKED).some((field) => isUnasked(field as Asked))) return false;
  return credit === undefined || (settings.questions.credit && round === "after");
}

/** [P36] A vote after the lesson is one tap, and how sure one is. */
export function asksReason({ questions }: Pick<Settings, "questions">, round: Round): boolean {
  return questions.reasons && isOfDebate(round);
}

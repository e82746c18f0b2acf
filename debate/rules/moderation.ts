import type { RebuttalStatus } from "#debate/rules/rebuttals.ts";

/** Who decides about what the class reads. */
export type Actor = "host" | "assistant";

export const MODERATIONS = ["hide", "show", "approve", "keep"] as const;
export type Moderation = (typeof MODERATIONS)[number];

/** [R6] Hide takes down; show and approve publish; keep changes nothing. All of them resolve the reports. */
export function decisionAfter(action: Moderation, before: RebuttalStatus): RebuttalStatus {
  if (action === "keep") return before;
  return action === "hide" ? "hidden" : "published";
}

/** [R9] What can be undone, and what the log says then. */
export const TAKEN_BACK = {
  hide: "undo-hide",
  show: "undo-show",
  approve: "undo-approve",
  keep: "undo-keep",
  removed: "restored",
} as const satisfies Record<Moderation | "removed", string>;
/** The kinds of events that decide about a rebuttal or a seat. */
export const DECISIONS: readonly string[] = [...Object.keys(TAKEN_BACK), ...Object.values(TAKEN_BACK)];

type Logged = { id: number; kind: string; detail: string; was: string | null };

/** Whether an event is a decision with a record of what it replaced. */
export function isDecision<Event extends Omit<Logged, "id">>(
  event: Event,
): event is Event & { kind: keyof typeof TAKEN_BACK } {
  if (!Object.hasOwn(TAKEN_BACK, event.kind)) return false;
  return event.kind === "removed" ? event.detail !== "" : event.was !== null;
}

/**
 * [R9] The events that can be undone, out of some given the newest first: the newest decision about each rebuttal and
 * seat, unless a later one exists.
 */
export function undoable(newestFirst: readonly Logged[], decidedLater: Iterable<string> = []): Set<number> {
  const targets = new Set(decidedLater);
  const found = new Set<number>();
  for (const event of newestFirst) {
    if (!DECISIONS.includes(event.kind) || targets.has(event.detail)) continue;
    targets.add(event.detail);
    if (isDecision(event)) found.add(event.id);
  }
  return found;
}

type Decided = {
  id: string;
  replyTo?: string | null | undefined;
  decision: RebuttalStatus;
  downWithSeat: boolean;
};
/** Why a rebuttal is hidden if it was not hidden itself: with its author's seat, or with what it answers. */
export type DownWith = "seat" | "answered";
export type Standing = { status: RebuttalStatus; downWith?: DownWith };

/**
 * [R8] The status of each rebuttal for readers: it is readable only if everything it answers, directly or indirectly,
 * is. So replies come back together with what they answer, and rebuttals that were hidden themselves stay hidden.
 */
export function standings(rebuttals: readonly Decided[]): Map<string, Standing> {
  const known = new Set(rebuttals.map(({ id }) => id));
  const found = new Map<string, Standing>();
  const replies = new Map<string, Decided[]>();
  let level: Decided[] = [];
  for (const rebuttal of rebuttals) {
    const answered = rebuttal.replyTo;
    if (answered == null || !known.has(answered)) level.push(rebuttal);
    else if (!replies.get(answered)?.push(rebuttal)) replies.set(answered, [rebuttal]);
  }
  // Level by level, because a chain of replies may be longer than the call stack.
  while (level.length > 0) {
    for (const rebuttal of level) {
      const above = found.get(rebuttal.replyTo ?? "");
      found.set(rebuttal.id, standing(rebuttal, above === undefined || above.status === "published"));
    }
    level = level.flatMap(({ id }) => replies.get(id) ?? []);
  }
  return found;
}

function standing({ decision, downWithSeat }: Decided, isAboveReadable: boolean): Standing {
  if (decision === "hidden") return { status: "hidden" };
  if (downWithSeat) return { status: "hidden", downWith: "seat" };
  if (!isAboveReadable) return { status: "hidden", downWith: "answered" };
  return { status: decision };
}

/** The outcome of a report, as its reporter sees it. */
export type Outcome = "waiting" | "kept" | "taken-down";

/** [R10] A hidden rebuttal counts as taken down, even if hidden with another; a resolved one that is visible was kept. */
export function outcomeOf({ status, settled }: { status: RebuttalStatus; settled: boolean }): Outcome {
  if (status === "hidden") return "taken-down";
  return settled ? "kept" : "waiting";
}

import type { z } from "zod";
import type * as mine from "#debate/protocol/answers/mine.ts";
import type * as rebuttals from "#debate/protocol/answers/rebuttal-state.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";

/** Who decides about what the class reads. */
export type Actor = "host" | "assistant";

export const MODERATIONS = ["hide", "show", "approve", "keep"] as const;
export type Moderation = (typeof MODERATIONS)[number];

/** [R24] What is done with similar rebuttals. The log remembers what one was merged into before. */
export type Merging = "merge" | "separate";

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
  merge: "undo-merge",
  separate: "undo-separate",
  removed: "restored",
} as const satisfies Record<Moderation | Merging | "removed", string>;
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

/**
 * [Y12] How many rebuttals are hidden and approved by decision, each by its newest one that was not undone. `keep` and merging
 * decide neither. `events` are in order, and of rebuttals that still exist.
 */
export function decidedInAll(events: readonly { kind: string; detail: string }[]): {
  hidden: number;
  approved: number;
} {
  const decisions = new Map<string, string[]>();
  for (const { kind, detail } of events) {
    const about = decisions.get(detail) ?? [];
    if (kind === "hide" || kind === "show" || kind === "approve") decisions.set(detail, [...about, kind]);
    else if (about.length > 0 && kind === `undo-${about.at(-1)}`) decisions.set(detail, about.slice(0, -1));
  }
  const newest = [...decisions.values()].map((about) => about.at(-1));
  return {
    hidden: newest.filter((kind) => kind === "hide").length,
    approved: newest.filter((kind) => kind === "approve").length,
  };
}

type Decided = {
  id: string;
  replyTo?: string | null | undefined;
  mergedInto?: string | null | undefined;
  decision: RebuttalStatus;
  downWithSeat: boolean;
};
/** Why a rebuttal is hidden if it was not hidden itself: with its author's seat, with what it answers, or because another stands for it. */
export type DownWith = z.infer<typeof rebuttals.downWith>;
export type Standing = { status: RebuttalStatus; downWith?: DownWith };

/**
 * [R8] The status of each rebuttal for readers: it is readable only if everything it answers, directly or indirectly,
 * is. So replies come back together with what they answer, and rebuttals that were hidden themselves stay hidden. [R31] A merged
 * one gives way to the one that it was merged into, as long as that can be read, and goes down with it if that is hidden; its
 * replies are there as long as what stands for it is.
 */
export function standings(rebuttals: readonly Decided[]): Map<string, Standing> {
  const known = new Map(rebuttals.map((rebuttal) => [rebuttal.id, rebuttal]));
  const found = new Map<string, Standing>();
  const isThere = (id: string | null | undefined): boolean | undefined => {
    const standing = found.get(id ?? "");
    if (standing?.downWith === "merged") return isThere(known.get(id ?? "")?.mergedInto);
    return standing && standing.status === "published";
  };
  const standsForOthers = (id: string | null | undefined): boolean => {
    const { status, downWith } = found.get(id ?? "") ?? {};
    return status === "published" || downWith === "merged" || (status === "hidden" && !downWith);
  };
  for (const first of rebuttals) {
    // Not by recursion, because a chain of replies may be longer than the call stack.
    const path = found.has(first.id) ? [] : [first];
    const onPath = new Set([first.id]);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const needed = [last.replyTo, last.mergedInto]
        .map((id) => known.get(id ?? ""))
        .find((other) => other && !found.has(other.id) && !onPath.has(other.id));
      if (needed) {
        path.push(needed);
        onPath.add(needed.id);
        continue;
      }
      // Without a standing: it was deleted, or a merge that goes in a circle is left out.
      found.set(last.id, standing(last, isThere(last.replyTo) ?? true, standsForOthers(last.mergedInto)));
      path.pop();
    }
  }
  return found;
}

function standing({ decision, downWithSeat }: Decided, isAboveThere: boolean, isMerged: boolean): Standing {
  if (decision === "hidden") return { status: "hidden" };
  if (downWithSeat) return { status: "hidden", downWith: "seat" };
  if (!isAboveThere) return { status: "hidden", downWith: "answered" };
  return isMerged ? { status: "hidden", downWith: "merged" } : { status: decision };
}

/** The outcome of a report, as its reporter sees it. */
export type Outcome = z.infer<typeof mine.outcome>;

/** [R10] A hidden rebuttal counts as taken down, even if hidden with another; a resolved one that is visible was kept. */
export function outcomeOf({ status, settled }: { status: RebuttalStatus; settled: boolean }): Outcome {
  if (status === "hidden") return "taken-down";
  return settled ? "kept" : "waiting";
}

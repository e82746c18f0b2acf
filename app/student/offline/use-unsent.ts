"use client";
import { useUnsentInActivities } from "#app/activities/phone-vote.ts";
import { type Draft, ownWordsIn } from "#app/student/argue/draft.ts";
import { useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";

/** [F18] What was being written when the class moved on. It is the draft still: if the class comes back, it goes on. */
export function useUnsent(): Unsent[] {
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const inActivities = useUnsentInActivities(phase);
  const drafts = useUnsentDrafts(phase !== "rebuttal");
  return [...drafts, ...inActivities].filter(({ texts }) => texts.length > 0);
}

/** A rebuttal, and a change of one that waits behind it. */
function useUnsentDrafts(isOver: boolean): Unsent[] {
  const { drafts } = useSeat().desk;
  const draft = useDraft((draft) => (isOver ? draft : null));
  const begun = [draft, draft?.aside].filter((each): each is Draft => Boolean(each));
  return begun.map((each) => ({
    ...{ kind: each.edits ? "edit" : "rebuttal", key: each.id, texts: ownWordsIn(each) },
    forget: () => drafts.forget(each.id),
  }));
}

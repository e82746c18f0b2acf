"use client";
import { useSyncExternalStore } from "react";
import { useUnsentInActivities } from "#app/activities/use-unsent.ts";
import { type Draft, ownWordsIn } from "#app/student/argue/draft.ts";
import { useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

/** [F18] What was being written when the class moved on. It is the draft still: if the class comes back, it goes on. */
export function useUnsent(): Unsent[] {
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const steelman = useUnsentSteelman(resultsPublic(phase));
  const drafts = useUnsentDrafts(phase !== "rebuttal");
  const others = useUnsentInActivities(phase);
  return [...steelman, ...drafts, ...others].filter(({ texts }) => texts.length > 0);
}

/** [P16] What was written for the other side. */
function useUnsentSteelman(isOver: boolean): Unsent[] {
  const { desk, you } = useSeat();
  const { subscribe, value, atFirst } = desk.steelman;
  const draft = useSyncExternalStore(subscribe, value, atFirst);
  const body = draft?.body.trim() ?? "";
  if (!isOver || body === "" || body === you.steelman?.own?.body) return [];
  return [
    { kind: "steelman", key: "steelman", texts: [body], forget: () => desk.steelman.change(() => null) },
  ];
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

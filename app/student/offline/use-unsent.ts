"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useUnsentOfActivities } from "#app/activities/use-unsent.ts";
import { type Draft, ownWordsIn } from "#app/student/argue/draft.ts";
import { useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";

/** [F18] What was being written when the class moved on. It is the draft still: if the class comes back, it goes on. */
export function useUnsent(): Unsent[] {
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const inActivities = useUnsentOfActivities();
  const drafts = useUnsentDrafts(phase !== "rebuttal");
  const line = useUnsentLine(phase !== "pairs");
  return [...inActivities, ...drafts, ...line].filter(({ texts }) => texts.length > 0);
}

/** A rebuttal, and a change of one that waits behind it. */
function useUnsentDrafts(isOver: boolean): Unsent[] {
  const t = useTranslations("student.refused.unsent");
  const { drafts } = useSeat().desk;
  const draft = useDraft((draft) => (isOver ? draft : null));
  const begun = [draft, draft?.aside].filter((each): each is Draft => Boolean(each));
  return begun.map((each) => ({
    ...{ title: t(each.edits ? "edit" : "rebuttal"), key: each.id, texts: ownWordsIn(each) },
    forget: () => drafts.forget(each.id),
  }));
}

/** [P27] What was typed to one's partners. */
function useUnsentLine(isOver: boolean): Unsent[] {
  const t = useTranslations("student.refused.unsent");
  const { line } = useSeat().desk;
  const pick = (typed: string) => (isOver ? typed.trim() : "");
  const typed = useSyncExternalStore(
    line.subscribe,
    () => pick(line.value()),
    () => pick(line.atFirst()),
  );
  if (typed === "") return [];
  return [{ title: t("line"), key: "line", texts: [typed], forget: () => line.change(() => "") }];
}

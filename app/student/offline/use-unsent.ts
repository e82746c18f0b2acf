"use client";
import { useSyncExternalStore } from "react";
import { type Draft, ownWordsIn } from "#app/student/argue/draft.ts";
import { useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

/** Words whose field is gone with the phase. */
export type Unsent = {
  kind: "steelman" | "rebuttal" | "edit" | "line";
  key: string;
  texts: string[];
  forget: () => void;
};

/** [F18] What was being written when the class moved on. It is the draft still: if the class comes back, it goes on. */
export function useUnsent(): Unsent[] {
  const { state } = useSeat();
  const { phase } = state.snapshot;
  const steelman = useUnsentSteelman(resultsPublic(phase));
  const drafts = useUnsentDrafts(phase !== "rebuttal");
  const line = useUnsentLine(phase !== "pairs");
  return [...steelman, ...drafts, ...line].filter(({ texts }) => texts.length > 0);
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

/** [P27] What was typed to one's partners. */
function useUnsentLine(isOver: boolean): Unsent[] {
  const { line } = useSeat().desk;
  const pick = (typed: string) => (isOver ? typed.trim() : "");
  const typed = useSyncExternalStore(
    line.subscribe,
    () => pick(line.value()),
    () => pick(line.atFirst()),
  );
  if (typed === "") return [];
  return [{ kind: "line", key: "line", texts: [typed], forget: () => line.change(() => "") }];
}

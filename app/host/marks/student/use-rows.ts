"use client";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";
import { markingKeyOf } from "#app/host/marks/marking-keys.ts";
import { entryOf } from "#app/host/marks/marks-state.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";

type Moves = { next: () => void; previous: () => void; keys: () => void };

const OPEN = "[role=dialog], [role=alertdialog]";

/** [Q27] Which criterion keys are for, and what they do; after the last one comes the comment. */
export function useRows(id: string, panel: RefObject<HTMLElement | null>, moves: Moves) {
  const { state, store } = useMarking();
  const { criteria } = state;
  /** The first without a level; of a marked student the first of all. */
  const first = () => {
    const { levels } = entryOf(state, id);
    return Math.max(
      0,
      criteria.findIndex((each) => levels[each.id] === undefined),
    );
  };
  const [{ of, row }, setRow] = useState(() => ({ of: id, row: first() }));
  if (of !== id) setRow({ of: id, row: first() });
  const setCurrent = (to: number) => setRow({ of: id, row: Math.min(to, criteria.length) });
  const moveTo = (to: number) => {
    // Drawn at once, as on a phone the others are hidden, and the next key is for it.
    flushSync(() => setCurrent(Math.max(to, 0)));
    focusRow(panel.current, Math.max(to, 0));
  };

  const begin = useEffectEvent(() => {
    // The comment would open the keyboard of a phone over what the student wrote.
    if (criteria.length > 0 || window.matchMedia("(pointer: fine)").matches) focusRow(panel.current, first());
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each student it begins anew.
  useEffect(() => begin(), [id]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.defaultPrevented || document.querySelector(OPEN)) return;
    const isRow = target.matches("input[type=radio]");
    const key = markingKeyOf(event, !isRow && target.matches("textarea, select, input"));
    if (!key || (isForRow(event, key.what) && !isRow)) return;
    const criterion = criteria[row];
    event.preventDefault();
    switch (key.what) {
      case "level":
        if (criterion) store.setLevel(id, criterion.id, key.level);
        return moveTo(row + 1);
      case "clear":
        return criterion && store.setLevel(id, criterion.id, null);
      case "up":
        return moveTo(row - 1);
      case "down":
        return moveTo(row + 1);
      default:
        return moves[key.what]();
    }
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return { current: row, setCurrent };
}

/** Elsewhere Enter presses what has the focus, and arrows scroll. */
const isForRow = ({ key, ctrlKey, metaKey }: KeyboardEvent, what: string) =>
  ["up", "down", "clear"].includes(what) || (key === "Enter" && !ctrlKey && !metaKey);

function focusRow(panel: HTMLElement | null, row: number): void {
  const inputs = [...(panel?.querySelectorAll("fieldset")[row]?.querySelectorAll("input") ?? [])];
  const target = inputs.find(({ checked }) => checked) ?? inputs[0] ?? panel?.querySelector("textarea");
  target?.focus({ preventScroll: true });
}

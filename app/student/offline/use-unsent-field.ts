"use client";
import { useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";

/**
 * [F18] What one field holds that was not sent, kept through a reload; null forgets it. `about`: what it was typed about; about
 * anything else it is not offered, and is forgotten with the next change.
 */
export function useUnsentField(
  field: string,
  about = "",
): [string | undefined, (text: string | null) => void] {
  const { fields } = useSeat().desk;
  const [group, name] = [`${field}: `, `${field}: ${about}`];
  const text = useSyncExternalStore(
    fields.subscribe,
    () => fields.value()[name],
    () => fields.atFirst()[name],
  );
  const isOthers = ([each]: [string, string]) => !each.startsWith(group);
  const keep = (next: string | null) => {
    if (next === null && Object.entries(fields.value()).every(isOthers)) return;
    fields.change((now) => {
      const others = Object.entries(now).filter(isOthers);
      return Object.fromEntries(next === null ? others : [...others, [name, next]]);
    });
  };
  return [text, keep];
}

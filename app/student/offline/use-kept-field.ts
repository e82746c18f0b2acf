"use client";
import { useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";

/** [F18] What one field holds that was not sent, kept through a reload; null forgets it. */
export function useKeptField(name: string): [string | undefined, (text: string | null) => void] {
  const { fields } = useSeat().desk;
  const text = useSyncExternalStore(
    fields.subscribe,
    () => fields.value()[name],
    () => fields.atFirst()[name],
  );
  const keep = (next: string | null) =>
    fields.change(({ [name]: _, ...others }) => (next === null ? others : { ...others, [name]: next }));
  return [text, keep];
}

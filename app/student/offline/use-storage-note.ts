"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { StoredValue } from "#app/shared/storage/stored-value.ts";
import { useSeat } from "#app/student/join/seat.ts";

/**
 * [W4] Puts right what a page says of where words are kept: `words`, or where the browser stores nothing, that they go with the
 * page. `store`: where these are; the outbox without it.
 */
export function useStorageNote(
  store?: Pick<StoredValue<unknown>, "subscribe" | "isAhead">,
): (words: string) => string {
  const t = useTranslations("student.heldUp");
  const { outbox } = useSeat().desk;
  const { subscribe, isAhead } = store ?? outbox;
  useSyncExternalStore(subscribe, isAhead, () => false);
  // Read when called, which may be after a press.
  return (words) => (isAhead() ? t("onlyHere") : words);
}

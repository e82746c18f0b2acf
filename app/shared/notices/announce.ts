"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Announcements } from "#app/shared/notices/announcements.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";

const announcements = new Announcements();
const isOn = new StoredValue("resolved.announcements", true, (stored) =>
  typeof stored === "boolean" ? stored : null,
);

/** Says what someone's own action has done, or that the class has moved. */
export function announce(words: string): void {
  announcements.answer(words);
}

/**
 * [F2] Says what changes while someone does something else: the newest of each topic. Not what is there at first, nor what was
 * there before (`isOld`).
 */
export function useNews(topic: string, words: string | null, isOld?: boolean): void {
  const last = useRef(words);
  useEffect(() => {
    if (last.current === words) return;
    last.current = words;
    announcements.tell(topic, !isOld && isOn.value() ? words : null);
  }, [topic, words, isOld]);
}

/** [F25] Says how many more there are, summed up. `isOld`: those were there before. */
export function useSummary(
  topic: string,
  count: number,
  words: (count: number) => string,
  isOld = false,
): void {
  const last = useRef(count);
  const newest = useRef(words);
  newest.current = words;
  useEffect(() => {
    const by = count - last.current;
    last.current = count;
    if (by !== 0 && !isOld && isOn.value()) announcements.add(topic, by, (more) => newest.current(more));
  }, [topic, count, isOld]);
}

export const useAnnounced = () =>
  useSyncExternalStore(announcements.subscribe, announcements.said, announcements.said);

/** [F2] Whether news is announced in this browser, and the switch. */
export function useNewsSwitch(): [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(isOn.subscribe, isOn.value, isOn.atFirst), (on) => isOn.change(() => on)];
}

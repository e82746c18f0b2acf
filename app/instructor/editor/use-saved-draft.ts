"use client";
import { useEffect, useRef } from "react";
import { forgetDraft, keepDraft, onKeepNow, onTaken } from "#app/shared/storage/drafts.ts";

const AFTER = 400;

/**
 * Keeps a draft on this device a moment after each change, and at once when the page goes out of sight.
 * `null` means that there is nothing worth keeping.
 */
export function useSavedDraft(name: string, draft: object | null): void {
  const latest = useRef(draft);
  const current = useRef(name);
  current.current = name;
  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(() => keep(name, draft), AFTER);
    return () => clearTimeout(timer);
  }, [name, draft]);
  useEffect(() => {
    const now = () => {
      keep(name, latest.current);
      return latest.current && name;
    };
    document.addEventListener("visibilitychange", now);
    window.addEventListener("pagehide", now);
    const forgetKeeper = onKeepNow(now);
    const endTaken = onTaken(name, now);
    return () => {
      forgetKeeper();
      endTaken();
      document.removeEventListener("visibilitychange", now);
      window.removeEventListener("pagehide", now);
      now();
      // Under another name from now on.
      if (current.current !== name) forgetDraft(name);
    };
  }, [name]);
}

function keep(name: string, draft: object | null): void {
  if (draft === null) forgetDraft(name);
  else keepDraft(name, draft);
}

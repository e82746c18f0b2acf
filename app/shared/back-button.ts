"use client";
import { useEffect, useEffectEvent } from "react";

/** What Back closes, the newest last. */
const opened: (() => void)[] = [];

/** [F8] Where Back is guarded, it closes this first. */
export function useClosedByBack(isOpen: boolean, close: () => void): void {
  const run = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const closeThis = () => run();
    opened.push(closeThis);
    return () => void opened.splice(opened.indexOf(closeThis), 1);
  }, [isOpen]);
}

const MARK = "resolvedStays";
const isMarked = (state: unknown) => typeof state === "object" && state !== null && MARK in state;

/** [F8] Asks before Back leaves the page. The page has a second entry in the history: Back takes that away, and it is put back. */
export function useBackAsks(isGuarded: boolean, ask: () => void): void {
  const asks = useEffectEvent(ask);
  useEffect(() => {
    if (!isGuarded) return;
    // The router's own state of the page goes along.
    const stay = () => window.history.pushState({ ...window.history.state, [MARK]: true }, "");
    // After a reload it is still there.
    if (!isMarked(window.history.state)) stay();
    const goBack = ({ state }: PopStateEvent) => {
      if (isMarked(state)) return;
      stay();
      const close = opened.at(-1) ?? asks;
      close();
    };
    window.addEventListener("popstate", goBack);
    return () => window.removeEventListener("popstate", goBack);
  }, [isGuarded]);
}

/** Goes where Back would have gone; a page that was opened first has nothing before it. */
export function leavePage(): void {
  if (window.history.length > 2) window.history.go(-2);
  else window.location.assign("/");
}

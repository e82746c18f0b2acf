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

const DEPTH = "resolvedStays";

/** How many entries of the history this page has before this one; 0 for its first. */
function depthOf(state: unknown): number {
  return typeof state === "object" && state !== null && DEPTH in state ? Number(state[DEPTH]) : 0;
}

/**
 * [F8] Asks before Back leaves the page. The page has a second entry in the history: Back takes that away, and it is put back.
 * A link to a place in the page adds another.
 */
export function useBackAsks(isGuarded: boolean, ask: () => void): void {
  const asks = useEffectEvent(ask);
  useEffect(() => {
    if (!isGuarded) return;
    // The router's own state of the page goes along.
    const deeper = (state: unknown) => ({ ...Object(state), [DEPTH]: depthOf(state) + 1 });
    const stay = () => window.history.pushState(deeper(window.history.state), "");
    // After a reload it is still there.
    if (depthOf(window.history.state) === 0) stay();
    let { state: before } = window.history;
    let { hash } = window.location;
    const goBack = ({ state }: PopStateEvent) => {
      const depth = depthOf(state);
      // A link to a place in the page, which browsers tell as they tell Back.
      if (state === null && window.location.hash !== hash) window.history.replaceState(deeper(before), "");
      else if (depth === 0 || (depth < depthOf(before) && opened.length > 0)) {
        stay();
        const close = opened.at(-1) ?? asks;
        close();
      }
      before = window.history.state;
      hash = window.location.hash;
    };
    window.addEventListener("popstate", goBack);
    return () => window.removeEventListener("popstate", goBack);
  }, [isGuarded]);
}

/** Goes where Back would have gone; a page that was opened first has nothing before it. */
export function leavePage(): void {
  const entries = depthOf(window.history.state) + 1;
  if (window.history.length > entries) window.history.go(-entries);
  else window.location.assign("/");
}

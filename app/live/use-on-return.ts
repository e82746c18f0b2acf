"use client";
import { useEffect, useEffectEvent } from "react";
import { onWake } from "#app/live/on-wake.ts";

/** In milliseconds: browsers say in several ways that someone is back. */
const ONCE_WITHIN = 1_000;

/** Runs when someone comes back to the page, from another tab or window, or is online again. */
export function useOnReturn(onReturn: () => void): void {
  const run = useEffectEvent(onReturn);
  useEffect(() => {
    let last = performance.now();
    const back = () => {
      if (performance.now() - last < ONCE_WITHIN) return;
      last = performance.now();
      run();
    };
    const end = onWake(back);
    window.addEventListener("focus", back);
    return () => {
      end();
      window.removeEventListener("focus", back);
    };
  }, []);
}

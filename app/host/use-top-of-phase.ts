"use client";
import { useEffect, useRef } from "react";
import type { Phase } from "#debate/rules/phase-order.ts";

/** Shows the top of each new phase: on a phone the page, on a wide screen the stage stays scrolled otherwise. */
export function useTopOfPhase(phase: Phase): void {
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    window.scrollTo({ top: 0 });
    document.getElementById("stage")?.scrollTo({ top: 0 });
  }, [phase]);
}

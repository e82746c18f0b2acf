"use client";
import { useEffect, useState } from "react";
import { REVEAL_STEPS, type RevealStep } from "#app/results/Reveal.tsx";
import { usesLessMotion } from "#app/screen/less-motion.ts";

const LAST = REVEAL_STEPS.length - 1;
/** Milliseconds that each step but the last stands. */
const PACE = [3_000, 5_000] as const;

/**
 * The step of the reveal: time moves it on, and the arrow keys move it either way, after which time no longer does.
 * Who asked for less motion has everything at once. The small copy does not listen: there these keys move the class.
 */
export function useRevealStep(isReady: boolean, listens: boolean): RevealStep {
  const [place, setPlace] = useState(0);
  const [isByHand, setByHand] = useState(false);

  useEffect(() => {
    if (isReady && usesLessMotion()) setPlace(LAST);
  }, [isReady]);

  useEffect(() => {
    const wait = PACE[place];
    if (!isReady || isByHand || wait === undefined) return;
    const timer = setTimeout(() => setPlace(place + 1), wait);
    return () => clearTimeout(timer);
  }, [isReady, isByHand, place]);

  useEffect(() => {
    if (!listens) return;
    const press = (event: KeyboardEvent) => {
      const by =
        event.key === "ArrowRight" || event.key === "PageDown"
          ? 1
          : event.key === "ArrowLeft" || event.key === "PageUp"
            ? -1
            : 0;
      if (by === 0) return;
      setByHand(true);
      setPlace((before) => Math.min(LAST, Math.max(0, before + by)));
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [listens]);

  return REVEAL_STEPS[place] ?? "verdict";
}

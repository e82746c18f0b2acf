"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { pastDoublePress } from "#app/live/double-press.ts";
import type { Live } from "#app/live/live.ts";
import { faces } from "#app/screen/later-faces.ts";
import { turnPage } from "#app/screen/turn-page.ts";
import type { Failure } from "#app/shared/ask.ts";
import { hasModifier, isShortcutOn } from "#app/shared/controls/shortcuts.ts";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import type { Step } from "#debate/rules/steps.ts";

/** How long a failure stands on the wall, in milliseconds. */
const SAID_FOR = 5_000;

const FORWARD: readonly string[] = ["ArrowRight", "PageDown"];
const BACK: readonly string[] = ["ArrowLeft", "PageUp"];

/** [V26] Keys that turn the pages of a long text, besides those of a clicker that has nothing to step. */
const NEXT_PAGE: readonly string[] = ["ArrowDown", ...FORWARD];
const LAST_PAGE: readonly string[] = ["ArrowUp", ...BACK];

/**
 * [V15] A clicker on the wall steps the reveal, by the host's cookie: the wall's own connection may change nothing. Resolves to why
 * the last press failed, for a moment. `reveal` is null where there is nothing to step; [V26] keys then turn pages.
 */
export function useClicker(code: string, live: Live, reveal: RevealPlace | null): Failure | null {
  const [failure, setFailure] = useState<Failure | null>(null);
  const isUnderWay = useRef(false);

  useEffect(() => {
    if (!failure) return;
    const timer = setTimeout(() => setFailure(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [failure]);

  const show = async (step: Step) => {
    const { showStep } = await faces.load();
    setFailure(await showStep(code, live, step));
  };

  const press = useEffectEvent((event: KeyboardEvent) => {
    const step = FORWARD.includes(event.key) ? reveal?.next : BACK.includes(event.key) ? reveal?.back : null;
    const by = NEXT_PAGE.includes(event.key) ? 1 : LAST_PAGE.includes(event.key) ? -1 : null;
    if (by === null || hasModifier(event) || event.isComposing) return;
    if (!isShortcutOn(!step ? "pages" : by === 1 ? "next" : "back")) return;
    event.preventDefault();
    if (!step) return turnPage(by);
    // [P7] Two presses in one moment are one.
    if (event.repeat || isUnderWay.current) return;
    isUnderWay.current = true;
    void show(step)
      .catch(() => setFailure("busy"))
      .then(pastDoublePress)
      .finally(() => {
        isUnderWay.current = false;
      });
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return failure;
}

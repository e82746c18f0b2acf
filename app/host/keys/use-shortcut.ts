"use client";
import { useEffect, useEffectEvent } from "react";
import { type HostShortcut, shortcutOf } from "#app/host/keys/host-shortcuts.ts";
import { isShortcutOn } from "#app/shared/controls/shortcuts.ts";

/**
 * [P9] Marks what steps the reveal, and what explains the page and leaves it usable [H5]: a clicker works on while it has the
 * focus, since no key of a clicker means anything to it.
 */
export const STEPS_REVEAL = { "data-steps-reveal": "" };

/** The last place that was pressed: a browser scrolls that by keys, although it has no focus. */
let pressed: Element | null = null;

const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select";
/** In milliseconds: who pauses so long between two keys has seen that the field is gone. */
const PAUSE = 2000;

/** The field that the last key went into, and when. */
let typed: { field: Element; at: number } | null = null;

/**
 * [P9] Runs on a key of this shortcut, unless the key could mean something to what was focused or pressed last. Where there
 * is nothing to run, Page Down and Page Up scroll as everywhere.
 */
export function useShortcut(shortcut: HostShortcut, onPress: (() => void) | null): void {
  const runs = onPress !== null;
  const run = useEffectEvent(() => onPress?.());
  useEffect(() => {
    if (!runs) return;
    const point = (event: PointerEvent) => {
      pressed = event.target instanceof Element ? event.target : null;
      typed = null;
    };
    const press = (event: KeyboardEvent) => {
      if (shortcutOf(event) !== shortcut || !isShortcutOn(shortcut) || isTaken(event)) return;
      event.preventDefault();
      run();
    };
    const release = (event: KeyboardEvent) => {
      noteTyping(event);
      leave(event);
    };
    window.addEventListener("pointerdown", point, true);
    // Before what Escape closes is gone.
    window.addEventListener("keydown", release, true);
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("pointerdown", point, true);
      window.removeEventListener("keydown", release, true);
      window.removeEventListener("keydown", press);
    };
  }, [shortcut, runs]);
}

/** A field that goes while someone types, because the class moves, doesn't turn the next letters into shortcuts. */
function noteTyping({ target, timeStamp: at }: KeyboardEvent): void {
  if (target instanceof Element && target.matches(FIELDS)) typed = { field: target, at };
  else if (typed && (typed.field.isConnected || at - typed.at > PAUSE)) typed = null;
  else if (typed) typed.at = at;
}

/** Escape leaves a button or a list, so that shortcuts work again. [F10] A toast it closes. */
function leave({ key, isComposing, target }: KeyboardEvent): void {
  if (key !== "Escape" || isComposing || isAsked()) return;
  if (target instanceof Element && target.closest("[data-toasts] li")) return;
  pressed = typed = null;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const ASKS = "[role=dialog], [role=alertdialog], [role=menu]";

function isAsked(): boolean {
  return document.querySelector(ASKS) !== null;
}

function isTaken({ target }: KeyboardEvent): boolean {
  if (typed && !typed.field.isConnected) return true;
  // What has the focus is a control, or scrolls.
  if (!isPage(target) && !stepsReveal(target)) return true;
  if ([...document.querySelectorAll(ASKS)].some((asks) => !stepsReveal(asks))) return true;
  if (stepsReveal(pressed)) return false;
  // The page itself scrolls in a narrow window, and a clicker has no keys but Page Down and Page Up.
  for (let place = pressed; place && place !== document.body; place = place.parentElement)
    if (scrolls(place)) return true;
  return false;
}

/** [F11] A heading has the focus where the control that had it is gone. */
function isPage(place: EventTarget | null): boolean {
  return place instanceof Element && place.matches("html, body, h1, h2, h3");
}

function stepsReveal(place: EventTarget | null): boolean {
  return place instanceof Element && place.closest("[data-steps-reveal]") !== null;
}

function scrolls(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const isOpen = (overflow: string) => overflow === "auto" || overflow === "scroll";
  return (
    (isOpen(overflowY) && element.scrollHeight > element.clientHeight) ||
    (isOpen(overflowX) && element.scrollWidth > element.clientWidth)
  );
}

"use client";
import { useSyncExternalStore } from "react";

/** [V25] What single keys do, in the control room and on the projector. Each can be switched off. */
export const SHORTCUTS = ["next", "back", "blank", "help", "pages", "fullScreen"] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

const KEY = "resolved.shortcuts";
const listeners = new Set<() => void>();
// What was chosen here where the browser stores nothing: it then holds until the page is left.
let chosen: string | undefined;

/** `on`, `off` for all, or the names of those that were switched off. */
function stored(): string {
  if (chosen !== undefined) return chosen;
  try {
    return localStorage.getItem(KEY) ?? "on";
  } catch {
    return "on";
  }
}

const isOn = (all: string, shortcut: Shortcut) => all !== "off" && !all.split(" ").includes(shortcut);

/** [P9] Whether a shortcut works in this browser; on unless it was switched off. */
export function isShortcutOn(shortcut: Shortcut): boolean {
  return isOn(stored(), shortcut);
}

/** Switches one of them, or all. */
export function switchShortcuts(on: boolean, which: readonly Shortcut[] = SHORTCUTS): void {
  const all = stored();
  const off = SHORTCUTS.filter((each) => (which.includes(each) ? !on : !isOn(all, each)));
  chosen = off.length === 0 ? "on" : off.length === SHORTCUTS.length ? "off" : off.join(" ");
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Storage is forbidden here.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const change = ({ key }: StorageEvent) => {
    if (key !== KEY) return;
    chosen = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", change);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", change);
  };
}

/** Which of them work. */
export function useShortcuts(): (shortcut: Shortcut) => boolean {
  const all = useSyncExternalStore(subscribe, stored, () => "on");
  return (shortcut) => isOn(all, shortcut);
}

type Modifiers = Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: Modifiers): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}

"use client";
import { useSyncExternalStore } from "react";

const KEY = "resolved.shortcuts";
const listeners = new Set<() => void>();
// What was chosen here where the browser stores nothing: it then holds until the page is left.
let chosen: boolean | undefined;

/** [P9] Whether single-key shortcuts work in this browser; on unless they were switched off. */
export function areShortcutsOn(): boolean {
  if (chosen !== undefined) return chosen;
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function switchShortcuts(on: boolean): void {
  chosen = on;
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
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

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, areShortcutsOn, () => true);
}

type Modifiers = Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: Modifiers): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}

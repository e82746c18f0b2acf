"use client";
import { useContext, useEffect, useSyncExternalStore } from "react";
import { rememberTour } from "#app/host/remembered.ts";
import { RememberedContext } from "#app/host/remembered-context.ts";

const KEY = "resolved.tour";
const listeners = new Set<() => void>();
let isOpen = false;
// Where the browser stores nothing, this holds until the page is left.
let isAnswered: boolean | undefined;

function wasAnswered(): boolean {
  if (isAnswered !== undefined) return isAnswered;
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function change(open: boolean): void {
  isOpen = open;
  isAnswered = true;
  try {
    localStorage.setItem(KEY, "seen");
  } catch {
    // Storage is forbidden here.
  }
  for (const listener of listeners) listener();
}

/** [H5] The offer is not made again in this browser once the tour was started or declined. */
export const startTour = (): void => change(true);
export const endTour = (): void => change(false);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTourOpen = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isOpen,
    () => false,
  );
export function useTourOffered(): boolean {
  const { tourAnswered } = useContext(RememberedContext);
  const isOffered = useSyncExternalStore(
    subscribe,
    () => !wasAnswered(),
    () => !tourAnswered,
  );
  useEffect(() => {
    if (!isOffered) rememberTour();
  }, [isOffered]);
  return isOffered;
}

"use client";
import { useSyncExternalStore } from "react";
import { type Place, placeIn, queryOf } from "#app/host/marks/place.ts";

const listeners = new Set<() => void>();
const read = () => window.location.search;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/**
 * What the page shows stands in its address, so that a reload keeps it and the back button leads to the list. Not by useSearchParams, which
 * is late: the next key would be for the student before. `first`: the query that the page was asked with.
 */
export function usePlace(first: string): Place {
  return placeIn(useSyncExternalStore(subscribe, read, () => first));
}

export const goTo = (place: Place): void => change("pushState", place);
/** From student to student: the back button leads to the list. */
export const goOn = (place: Place): void => change("replaceState", place);

function change(how: "pushState" | "replaceState", place: Place): void {
  window.history[how](null, "", window.location.pathname + queryOf(place));
  for (const listener of listeners) listener();
}

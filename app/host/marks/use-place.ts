"use client";
import { useSyncExternalStore } from "react";

export type Place = { at: "list" } | { at: "criteria" } | { at: "student"; id: string };

/** What the page shows, from its query. */
export function placeIn(query: string): Place {
  const fields = new URLSearchParams(query);
  const id = fields.get("student");
  if (id !== null) return { at: "student", id };
  return { at: fields.has("criteria") ? "criteria" : "list" };
}

export function queryOf(place: Place): string {
  if (place.at === "student") return `?student=${encodeURIComponent(place.id)}`;
  return place.at === "criteria" ? "?criteria" : "";
}

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

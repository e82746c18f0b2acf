"use client";
import { useSearchParams } from "next/navigation";

export type Place = { at: "list" } | { at: "criteria" } | { at: "student"; id: string };

/** What the page shows stands in its address, so that a reload keeps it and the back button leads to the list. */
export function usePlace(): Place {
  const query = useSearchParams();
  const id = query.get("student");
  if (id !== null) return { at: "student", id };
  return { at: query.has("criteria") ? "criteria" : "list" };
}

const addressOf = (place: Place) =>
  place.at === "list"
    ? window.location.pathname
    : place.at === "criteria"
      ? "?criteria"
      : `?student=${place.id}`;

export function goTo(place: Place): void {
  window.history.pushState(null, "", addressOf(place));
}

/** From student to student: the back button leads to the list. */
export function goOn(place: Place): void {
  window.history.replaceState(null, "", addressOf(place));
}

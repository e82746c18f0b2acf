"use client";
import { Kept } from "#app/shared/storage/kept.ts";

/** What stands in fields and is on this phone alone, by field. */
export type KeptFields = Readonly<Record<string, string>>;

export function keptFields(place: string): Kept<KeptFields> {
  return new Kept<KeptFields>(place, {}, (stored) => {
    if (typeof stored !== "object" || stored === null) return null;
    return Object.fromEntries(Object.entries(stored).filter(([, text]) => typeof text === "string"));
  });
}

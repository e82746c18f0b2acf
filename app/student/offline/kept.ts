"use client";

/** Everything that this phone keeps of a session is gone, and its other tabs forget it too. */
export function forgetKept(code: string): void {
  try {
    for (const key of Object.keys(window.localStorage))
      if (key.startsWith(placeOf(code, ""))) window.localStorage.removeItem(key);
  } catch {
    // Where storage is refused, nothing is kept.
  }
}

/** Where a seat's things are kept: a phone may be lent, so another seat finds nothing of them. */
export function placeOf(code: string, ...parts: string[]): string {
  return ["resolved", code, ...parts].join(":");
}

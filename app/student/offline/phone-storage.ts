"use client";

/** Everything that this phone keeps of a session is gone, and its other tabs forget it too. */
export function forgetSession(code: string): void {
  forget((place) => place.startsWith(placeOf(code, "")));
}

/** The same, but [J10] what opens the seat again, which stays when its words are deleted. */
export function forgetWords(code: string): void {
  forget((place) => place.startsWith(placeOf(code, "")) && place !== claimPlace(code));
}

/** [J10] Where the claim of a session's seat is kept. */
export const claimPlace = (code: string): string => placeOf(code, "claim");

function forget(which: (place: string) => boolean): void {
  try {
    for (const place of Object.keys(window.localStorage))
      if (which(place)) window.localStorage.removeItem(place);
  } catch {
    // Where storage is refused, nothing is kept.
  }
}

/** Where a seat's things are kept: a phone may be lent, so another seat finds nothing of them. */
export function placeOf(code: string, ...parts: string[]): string {
  return ["resolved", code, ...parts].join(":");
}

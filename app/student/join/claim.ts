"use client";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { claimPlace } from "#app/student/offline/phone-storage.ts";
import { CLAIM } from "#debate/rules/passes.ts";

/**
 * [J10] [J12] What shows that a seat is this phone's. It is kept before anything is sent, so that a join whose answer was
 * lost can be sent again; where the browser refuses storage, as long as the page is open.
 */
export function openClaim(code: string): () => string {
  const kept = new StoredValue<string | null>(claimPlace(code), null, (stored) =>
    typeof stored === "string" && CLAIM.test(stored) ? stored : null,
  );
  return () => {
    let claim = "";
    kept.change((known) => {
      claim = known ?? newClaim();
      return claim;
    });
    return claim;
  };
}

/** 192 bits by chance, in base64url. */
function newClaim(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

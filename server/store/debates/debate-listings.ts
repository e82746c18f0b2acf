import type { Debate } from "#debate/content/debate.ts";
import { type Listing, listingOf, searchedOf } from "#debate/content/listing.ts";

/** [D15] What a shelf shows of a debate. */
export type StoredListing = Listing & { version: string; savedAt: number };

/** The columns that are stored with a debate's content. */
export function listingColumns(debate: Debate, version: string, savedAt: number) {
  const kept: StoredListing = { savedAt, version, ...listingOf(debate) };
  return { listing: JSON.stringify(kept), searched: searchedOf(debate) };
}

export function readListing({ listing }: { listing: string | null }): StoredListing | null {
  return listing === null ? null : JSON.parse(listing);
}

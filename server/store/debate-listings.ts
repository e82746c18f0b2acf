import type { Debate } from "#debate/content/debate.ts";
import { type Listing, listingOf, searchedOf } from "#debate/content/listing.ts";

/**
 * [D15] What is kept of a debate for its shelf. `savedAt` is the row's `updatedAt` that it was made for: the release before saves
 * debates without it.
 */
export type KeptListing = Listing & { version: string; savedAt: number };
type Row = { listing: string | null; updatedAt: bigint | number };

/** The columns that are stored with a debate's content. */
export function listingColumns(debate: Debate, version: string, savedAt: number) {
  const kept: KeptListing = { savedAt, version, ...listingOf(debate) };
  return { listing: JSON.stringify(kept), searched: searchedOf(debate) };
}

/** Whether it is there, and of the newest save. It is not parsed for that. */
export function isListed({ listing, updatedAt }: Row): boolean {
  return listing?.startsWith(`{"savedAt":${updatedAt},`) ?? false;
}

/** Null if it is missing, or of an earlier save. */
export function readListing(row: Row): KeptListing | null {
  return isListed(row) && row.listing !== null ? JSON.parse(row.listing) : null;
}

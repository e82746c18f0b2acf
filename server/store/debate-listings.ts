import type { Debate } from "#debate/content/debate.ts";
import { type Listing, listingOf, searchedOf } from "#debate/content/listing.ts";

/**
 * [D15] What is kept of a debate for its shelf. `savedAt` is the row's `updatedAt` that it was made for: the release before saves
 * debates without it.
 */
export type KeptListing = Listing & { version: string; savedAt: number };

/** The columns that are stored with a debate's content. */
export function listingColumns(debate: Debate, version: string, savedAt: number) {
  const kept: KeptListing = { ...listingOf(debate), version, savedAt };
  return { listing: JSON.stringify(kept), searched: searchedOf(debate) };
}

/** Null if it is missing, or of an earlier save. */
export function readListing(row: { listing: string | null; updatedAt: bigint | number }): KeptListing | null {
  if (row.listing === null) return null;
  const kept: KeptListing = JSON.parse(row.listing);
  return kept.savedAt === Number(row.updatedAt) ? kept : null;
}

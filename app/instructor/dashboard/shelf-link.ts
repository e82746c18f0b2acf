import type { ShelfRequest } from "#debate/protocol/shelf.ts";

/** How many debates a page shows at first, and how many more with each "show more" [D13]. */
export const DEBATES_STEP = 50;

/** The address of the dashboard with a search and filters; `most`: how many debates it shows. */
export function shelfLink(asked: ShelfRequest, most = DEBATES_STEP): string {
  const fields = Object.entries(asked).filter((field): field is [string, string] => Boolean(field[1]));
  const query = new URLSearchParams(fields);
  if (most > DEBATES_STEP) query.set("debates", `${most}`);
  return query.size > 0 ? `/dashboard?${query}` : "/dashboard";
}

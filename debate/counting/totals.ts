import { totalsOfActivities } from "#debate/activities/results.ts";
import { mostEndorsed } from "#debate/counting/ranking.ts";
import type { Counted, Results } from "#debate/counting/results.ts";

/**
 * [K9] Results as every class may see them: totals, since a classmate who subtracts figures by camp from the first tally would
 * read how authors voted. [K10] In the order of all endorsements.
 */
export function totalsOnly(results: Counted, commonGround: string[] | null): Results {
  const { rebuttals, paragraphs } = results;
  const isCredited = paragraphs.some(({ credits }) => credits > 0);
  const hidden = { endorsements: null, movers: null };
  return {
    ...results,
    ...totalsOfActivities(results),
    commonGround,
    rebuttals: mostEndorsed(rebuttals, ({ endorsed }) => endorsed).map((rebuttal) => ({
      ...rebuttal,
      ...hidden,
      ...{ uncamped: null, standing: null, seen: null },
    })),
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, ...hidden })),
    withheld: rebuttals.length > 0 || isCredited ? ["camps"] : [],
  };
}

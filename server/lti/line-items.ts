import { z } from "zod";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { SCOPES } from "#server/lti/scopes.ts";
import type { Services } from "#server/lti/service.ts";
import { jsonIn } from "#server/platform/outgoing.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const ITEM = "application/vnd.ims.lis.v2.lineitem+json";
const ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
const SCORE = "application/vnd.ims.lis.v1.score+json";
const LineItem = z.object({ id: z.string().min(1), tag: z.string().nullish() });
/** By which our own line items are found again. */
export const GRADE_TAG = "resolved";

export type Score = {
  userId: string;
  scoreGiven?: number;
  scoreMaximum?: number;
  activityProgress: "Completed" | "Initialized";
  gradingProgress: "FullyGraded" | "NotReady";
  timestamp: string;
  comment?: string;
};

/** [Q60] Where a link's grades go: its own line item, else ours of before, else a new one. */
export async function lineItemOf(
  services: Services,
  platform: Platform,
  link: CourseLink,
  { label, maximum }: { label: string; maximum: number },
): Promise<Result<string>> {
  if (link.lineItem) return accept(link.lineItem);
  if (!link.lineItems) return refuse("not-found", "no gradebook");
  const listed = new URL(link.lineItems);
  listed.searchParams.set("resource_link_id", link.resourceLinkId);
  const found = await services.ask(platform, SCOPES.lineItem, listed.href, { headers: { accept: ITEMS } });
  if (!found.ok) return found;
  const items = z.array(LineItem).safeParse(jsonIn(found.value));
  const own = items.success ? items.data.find(({ tag }) => tag === GRADE_TAG) : undefined;
  if (own) return accept(own.id);
  const made = await services.ask(platform, SCOPES.lineItem, link.lineItems, {
    method: "POST",
    headers: { accept: ITEM, "content-type": ITEM },
    body: JSON.stringify({
      ...{ label, scoreMaximum: maximum, tag: GRADE_TAG, resourceId: link.id },
      resourceLinkId: link.resourceLinkId,
    }),
  });
  if (!made.ok) return made;
  const item = LineItem.safeParse(jsonIn(made.value));
  return item.success ? accept(item.data.id) : refuse("not-found", "no gradebook");
}

/** Posts a score; a line item's address may have a query, which stays behind. */
export function postScore(services: Services, platform: Platform, lineItem: string, score: Score) {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/$/u, "")}/scores`;
  return services.ask(platform, SCOPES.score, url.href, {
    method: "POST",
    headers: { accept: "*/*", "content-type": SCORE },
    body: JSON.stringify(score),
  });
}

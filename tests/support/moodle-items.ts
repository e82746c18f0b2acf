const ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
type Item = {
  title: string;
  text?: string;
  url?: string;
  icon?: { url: string };
  custom?: Record<string, string>;
  lineItem?: {
    scoreMaximum: number;
    resourceId?: string;
    tag?: string;
    submissionReview?: { url: string; custom?: Record<string, string> };
  };
};
type Answer = { iss?: unknown; exp?: unknown; [ITEMS]?: unknown };
/** What the recorded Moodle asks of an answer. */
type Asked = { clientId: string; now: number; isSigned: boolean };

/** What the recorded Moodle makes of an answer to its request to pick: a form for the activity, nothing, or a fault. */
export function inMoodle(
  answer: Answer,
  { clientId, now, isSigned }: Asked,
): Record<string, unknown> | string | null {
  if (answer.iss !== clientId) return "Consumer key is incorrect.";
  if (!isSigned) return "Exception - Signature verification failed";
  if (typeof answer.exp === "number" && answer.exp < now) return "Exception - Expired token";
  const items = (answer[ITEMS] ?? []) as Item[];
  const [item] = items;
  if (!item) return null;
  return items.length > 1 ? formOf({ title: "item" }, true) : formOf(item, item.lineItem !== undefined);
}

function formOf({ title, text = "", url = "", icon, custom, lineItem }: Item, isGraded: boolean) {
  const { scoreMaximum = 100, resourceId = "", tag = "", submissionReview: review } = lineItem ?? {};
  return {
    ...{ typeid: "1", toolurl: url, launchcontainer: "1", name: title, "introeditor[text]": text },
    ...{ lineitemresourceid: resourceId, lineitemtag: tag },
    ...(icon && { secureicon: icon.url }),
    ...(review && { lineitemsubreviewurl: review.url, lineitemsubreviewparams: linesOf(review.custom) }),
    instructorcustomparameters: linesOf(custom),
    instructorchoiceacceptgrades: isGraded,
    "grade[modgrade_type]": "point",
    "grade[modgrade_point]": String(scoreMaximum),
  };
}

const linesOf = (custom: Record<string, string> = {}) =>
  Object.entries(custom)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");

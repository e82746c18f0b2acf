import { z } from "zod";
import { isClosed } from "#debate/rules/phases.ts";
import { IDENTITIES, PRESET_NAMES } from "#debate/rules/session-options.ts";
import { ITEM_FIELD, type ItemContent } from "#server/lti/item-content.ts";
import { GRADE_TAG } from "#server/lti/line-items.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { debateFor } from "#server/sessions/open.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
const DEEP_LINK = "https://purl.imsglobal.org/spec/lti-dl/claim/";
/** How long the answer to a platform holds, in seconds. */
const ANSWER = 300;
/** The most characters of a title: platforms store no more. */
const TITLE = 255;

/** An empty field of a form is none. */
const field = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === "" ? undefined : given), value);

/** [Q54] What an instructor picks for a course. */
export const Pick = z.object({
  code: field(z.string().max(10).optional()),
  debateId: field(z.string().max(100).optional()),
  preset: field(z.enum(PRESET_NAMES).default("lesson")),
  identity: field(z.enum(IDENTITIES).default("pseudonym")),
  /** The most points in the gradebook; without them the link has no grade. Platforms take whole points only. */
  points: field(z.coerce.number().int().min(1).max(1_000).optional()),
});
export type Pick = z.infer<typeof Pick>;
/** Why something can't be picked. */
export type PickFault = "missing" | "points" | "anonymous";
export type Picked = { content: ItemContent; title: string; text: string | null; points: number | null };

/** [Q54] What these fields of a form pick. */
export async function readPick(
  parts: Dependencies,
  instructorId: string,
  fields: unknown,
): Promise<{ ok: true; value: Picked } | { ok: false; fault: PickFault }> {
  const read = Pick.safeParse(fields);
  if (!read.success) {
    const isOfPoints = read.error.issues.every(({ path }) => path[0] === "points");
    return { ok: false, fault: isOfPoints ? "points" : "missing" };
  }
  const { points = null } = read.data;
  const found = await findPicked(parts, instructorId, read.data);
  if (!found) return { ok: false, fault: "missing" };
  // [Q63] Its grades would never come.
  if (points !== null && found.isAnonymous) return { ok: false, fault: "anonymous" };
  const { content, name, resolution } = found;
  const title = [...(name || resolution)].slice(0, TITLE).join("");
  return { ok: true, value: { content, title, text: title === resolution ? null : resolution, points } };
}

async function findPicked(
  { store }: Dependencies,
  instructorId: string,
  { code, debateId = "", preset, identity }: Pick,
) {
  if (code !== undefined) {
    const session = await store.sessions.byCode(code);
    if (session?.hostId !== instructorId || isClosed(session.phase)) return null;
    const { resolution } = await store.sessions.debateOf(session.id);
    const { name, identity: promised } = session.settings;
    return { content: { sessionId: session.id }, name, resolution, isAnonymous: promised === "anonymous" };
  }
  const found = await debateFor(store, instructorId, debateId);
  if (!found || found.isDraft) return null;
  const content = { debateId: found.debate.id, preset, identity };
  return { content, name: "", resolution: found.debate.resolution, isAnonymous: identity === "anonymous" };
}

type Answering = { visit: Visit; platform: Platform };

/** [Q54] Keeps what was picked, and returns the signed answer for the platform. */
export async function answerPicked(
  { ids, store, clock }: Dependencies,
  lti: Signing,
  { visit, platform }: Answering,
  { instructorId, picked, launchUrl }: { instructorId: string; picked: Picked; launchUrl: string },
): Promise<string> {
  const { title, text, points, content } = picked;
  const id = ids.uuid();
  const { deploymentId, contextId = null, deepLink } = visit;
  await store.courseLinks.addItem({
    ...{ id, instructorId, platformId: platform.id, deploymentId, contextId },
    ...{ content: JSON.stringify(content), at: clock() },
  });
  const custom = { [ITEM_FIELD]: id };
  const submissionReview = { reviewableStatus: REVIEWABLE, url: launchUrl, custom };
  const item = {
    ...{ type: "ltiResourceLink", title, url: launchUrl, custom },
    ...(text !== null && { text }),
    ...(points !== null &&
      deepLink?.takesPoints && {
        lineItem: { label: title, scoreMaximum: points, resourceId: id, tag: GRADE_TAG, submissionReview },
      }),
  };
  return signAnswer(lti, { visit, platform }, [item]);
}

/** With which progress of a student the gradebook leads to their marks. */
const REVIEWABLE = ["InProgress", "Submitted", "Completed"];
type Signing = { keys: Lti["keys"] };

/** [Q54] The answer to a platform; without items, nothing was picked. */
export function signAnswer(
  { keys }: Signing,
  { visit, platform }: Answering,
  items: readonly object[],
): Promise<string> {
  const { id, deploymentId, deepLink } = visit;
  return keys.sign(
    {
      ...{ iss: platform.clientId, aud: platform.issuer, nonce: id },
      [`${CLAIM}deployment_id`]: deploymentId,
      [`${CLAIM}message_type`]: "LtiDeepLinkingResponse",
      [`${CLAIM}version`]: "1.3.0",
      [`${DEEP_LINK}content_items`]: items,
      ...(deepLink?.data && { [`${DEEP_LINK}data`]: deepLink.data }),
    },
    ANSWER,
  );
}

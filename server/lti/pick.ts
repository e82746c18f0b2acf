import { z } from "zod";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { IDENTITIES, PRESET_NAMES } from "#debate/rules/session-options.ts";
import { ITEM_FIELD, type ItemContent } from "#server/lti/item-content.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { debateFor } from "#server/sessions/open.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
const DEEP_LINK = "https://purl.imsglobal.org/spec/lti-dl/claim/";
/** How long the answer to a platform holds, in seconds. */
const ANSWER = 300;

/** [Q54] What an instructor picks for a course. */
export const Pick = z.strictObject({
  debateId: z.string().min(1).max(100).optional(),
  preset: z.enum(PRESET_NAMES).default("lesson"),
  identity: z.enum(IDENTITIES).default("pseudonym"),
  code: z.string().max(10).optional(),
  /** The most points in the gradebook; without it, the link has no grade. A platform takes whole points only. */
  points: z.coerce.number().int().min(1).max(1_000).optional(),
});
export type Pick = z.infer<typeof Pick>;

type Picking = { visit: Visit; platform: Platform; instructorId: string; pick: Pick; launchUrl: string };

/** [Q54] Keeps what was picked, and returns the signed answer for the platform. */
export async function pickForCourse(
  parts: Dependencies,
  lti: Signing,
  { visit, platform, instructorId, pick, launchUrl }: Picking,
): Promise<Result<string>> {
  const found = await contentOf(parts, instructorId, pick);
  if (!found.ok) return found;
  const { content, title } = found.value;
  const item = parts.ids.uuid();
  await parts.store.courseLinks.addItem({
    ...{ id: item, instructorId, platformId: platform.id, deploymentId: visit.deploymentId },
    ...{ contextId: visit.contextId ?? null, content: JSON.stringify(content), at: parts.clock() },
  });
  const isGraded = pick.points !== undefined;
  return accept(
    await answerWith(lti, platform, visit, [
      {
        ...{ type: "ltiResourceLink", title, url: launchUrl, custom: { [ITEM_FIELD]: item } },
        ...(isGraded && { lineItem: { scoreMaximum: pick.points, label: title, resourceId: item } }),
      },
    ]),
  );
}

type Signing = { keys: Lti["keys"] };

/** [Q54] The answer to a platform; without items, nothing was picked. */
export function answerWith(
  { keys }: Signing,
  { clientId, issuer }: Platform,
  { id, deploymentId, deepLink }: Visit,
  items: readonly object[],
): Promise<string> {
  return keys.sign(
    {
      ...{ iss: clientId, aud: issuer, nonce: id },
      [`${CLAIM}deployment_id`]: deploymentId,
      [`${CLAIM}message_type`]: "LtiDeepLinkingResponse",
      [`${CLAIM}version`]: "1.3.0",
      [`${DEEP_LINK}content_items`]: items,
      ...(deepLink?.data && { [`${DEEP_LINK}data`]: deepLink.data }),
    },
    ANSWER,
  );
}

async function contentOf(
  { store }: Dependencies,
  instructorId: string,
  { code, debateId, preset, identity }: Pick,
): Promise<Result<{ content: ItemContent; title: string }>> {
  if (code !== undefined) {
    const session = await store.sessions.byCode(code);
    if (session?.hostId !== instructorId) return refuse("not-found", "code");
    const { resolution } = await store.sessions.debateOf(session.id);
    return accept({ content: { sessionId: session.id }, title: session.settings.name || resolution });
  }
  const found = debateId === undefined ? null : await debateFor(store, instructorId, debateId);
  if (!found) return refuse("not-found", "debateId");
  if (found.isDraft) return refuse("unfinished");
  return accept({ content: { debateId: found.debate.id, preset, identity }, title: found.debate.resolution });
}

// What requests about learning platforms hold.
import { z } from "zod";
import { id } from "#debate/protocol/fields.ts";
import { GRADED } from "#debate/rules/grades.ts";
import { MOST_DEPLOYMENTS, PLATFORM_ADDRESS_LENGTH, PLATFORM_ID_LENGTH } from "#debate/rules/platforms.ts";

const named = z.string().trim().min(1).max(PLATFORM_ID_LENGTH);
const address = z.string().trim().min(1).max(PLATFORM_ADDRESS_LENGTH);

/** [Q40] A platform, as its administrator's page names the values. */
export const NewPlatformRequest = z.strictObject({
  issuer: address,
  clientId: named,
  deploymentIds: z.array(named).min(1).max(MOST_DEPLOYMENTS),
  authorizationEndpoint: address,
  tokenEndpoint: address,
  jwksUri: address,
});
export type NewPlatformRequest = z.infer<typeof NewPlatformRequest>;

/** [Q55] A link of a course. */
export const UseLinkRequest = z.strictObject({
  issuer: address,
  clientId: named,
  deploymentId: named,
  resourceLinkId: named,
});
export type UseLinkRequest = z.infer<typeof UseLinkRequest>;

/** [Q60] */
export const GradesRequest = z.strictObject({ what: z.enum(GRADED), dryRun: z.boolean().optional() });

/** [Q58] Fills a class from the course of a link. */
export const RosterRequest = z.strictObject({
  linkId: id,
  classId: id.optional(),
  dryRun: z.boolean().optional(),
});
export type RosterRequest = z.infer<typeof RosterRequest>;

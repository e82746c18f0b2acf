import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  jwtVerify,
} from "jose";
import { z } from "zod";
import type { Launch } from "#server/lti/launch.ts";
import { jsonIn, type Outgoing } from "#server/lti/outgoing.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
const DEEP_LINK = "https://purl.imsglobal.org/spec/lti-dl/claim/";
const ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384"];
/** How far clocks may differ, in seconds, and how old a token may be. */
const SKEW = 60;
const OLDEST = 600;
/** How long a platform's keys are used before they are read again, in milliseconds. */
const KEYS_FOR = 10 * 60 * 1_000;

/** [Q48] Why a launch is refused. */
export type LaunchFault =
  | "not-a-token"
  | "algorithm"
  | "keys-unreachable"
  | "unknown-key"
  | "signature"
  | "expired"
  | "too-old"
  | "issued-in-future"
  | "issuer"
  | "audience"
  | "nonce"
  | "deployment"
  | "version"
  | "message-type"
  | "claims";
export type Verified = { ok: true; launch: Launch } | { ok: false; fault: LaunchFault };

/** A text that may be absent, empty or null: Moodle sends all three. */
const some = z
  .string()
  .nullish()
  .transform((held) => held || null);
const Named = z.object({ id: z.string().min(1).max(255), title: some });
const Claims = z.object({
  sub: z.string().min(1).max(255),
  name: some,
  email: some,
  locale: some,
  [`${CLAIM}message_type`]: z.enum([
    "LtiResourceLinkRequest",
    "LtiDeepLinkingRequest",
    "LtiSubmissionReviewRequest",
  ]),
  [`${CLAIM}deployment_id`]: z.string().min(1).max(255),
  [`${CLAIM}roles`]: z.array(z.string()).default([]),
  [`${CLAIM}resource_link`]: Named.nullish(),
  [`${CLAIM}context`]: Named.nullish(),
  [`${CLAIM}custom`]: z.record(z.string(), z.unknown()).nullish(),
  [`${CLAIM}launch_presentation`]: z.object({ locale: some, return_url: some }).nullish(),
  [`${CLAIM}for_user`]: z.object({ user_id: some }).nullish(),
  "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": z
    .object({ lineitem: some, lineitems: some })
    .nullish(),
  "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": z
    .object({ context_memberships_url: some })
    .nullish(),
  [`${DEEP_LINK}deep_linking_settings`]: z
    .object({
      deep_link_return_url: z.url({ protocol: /^https?$/u }),
      data: some,
      accept_lineitem: z.boolean().nullish(),
    })
    .nullish(),
});

const TYPES = {
  LtiResourceLinkRequest: "resource",
  LtiDeepLinkingRequest: "deep-link",
  LtiSubmissionReviewRequest: "review",
} as const;

/** Reads platforms' keys, and keeps them for some minutes. */
export function createPlatformKeys(outgoing: Outgoing, clock: () => number) {
  const kept = new Map<string, { keys: JSONWebKeySet; at: number }>();

  return async function keysOf(
    { jwksUri }: Platform,
    kid: string | undefined,
  ): Promise<JSONWebKeySet | null> {
    const known = kept.get(jwksUri);
    const isFresh = known && clock() - known.at < KEYS_FOR;
    if (isFresh && known.keys.keys.some((key) => key.kid === kid)) return known.keys;
    const answered = await outgoing.ask(jwksUri, { headers: { accept: "application/json" } });
    const read = answered.ok && answered.value.status === 200 ? jsonIn(answered.value) : null;
    const keys = read as JSONWebKeySet | null;
    if (!Array.isArray(keys?.keys)) return known?.keys ?? null;
    kept.set(jwksUri, { keys, at: clock() });
    return keys;
  };
}

export type PlatformKeys = ReturnType<typeof createPlatformKeys>;

/** [Q48] Checks everything that a token has to prove. `now` in milliseconds since the epoch. */
export async function verifyLaunch(
  { platform, idToken, nonce, now }: { platform: Platform; idToken: string; nonce: string; now: number },
  keysOf: PlatformKeys,
): Promise<Verified> {
  let kid: string | undefined;
  let algorithm: string | undefined;
  try {
    ({ kid, alg: algorithm } = decodeProtectedHeader(idToken));
    decodeJwt(idToken);
  } catch {
    return fail("not-a-token");
  }
  if (!ALGORITHMS.includes(algorithm ?? "")) return fail("algorithm");
  const keys = await keysOf(platform, kid);
  if (!keys) return fail("keys-unreachable");
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
      algorithms: ALGORITHMS,
      issuer: platform.issuer,
      audience: platform.clientId,
      clockTolerance: SKEW,
      currentDate: new Date(now),
      requiredClaims: ["iat", "exp", "sub", "nonce"],
    });
    const { aud, azp, iat = 0 } = payload;
    if (iat > now / 1_000 + SKEW) return fail("issued-in-future");
    if (iat < now / 1_000 - OLDEST) return fail("too-old");
    // A token for several programs says for which of them it was made.
    if (Array.isArray(aud) && aud.length > 1 && azp === undefined) return fail("audience");
    if (azp !== undefined && azp !== platform.clientId) return fail("audience");
    if (payload.nonce !== nonce) return fail("nonce");
    return read(platform, payload);
  } catch (error) {
    return fail(faultOf(error));
  }
}

function read(platform: Platform, payload: Record<string, unknown>): Verified {
  if (payload[`${CLAIM}version`] !== "1.3.0") return fail("version");
  const parsed = Claims.safeParse(payload);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const claim = String(first?.path[0] ?? "");
    if (claim.endsWith("message_type")) return fail("message-type");
    return fail(claim.endsWith("deployment_id") ? "deployment" : "claims");
  }
  const claims = parsed.data;
  const deploymentId = claims[`${CLAIM}deployment_id`];
  // [Q48] A platform that registered without naming a deployment has the first that comes.
  const { deploymentIds } = platform;
  if (deploymentIds.length > 0 && !deploymentIds.includes(deploymentId)) return fail("deployment");
  const type = TYPES[claims[`${CLAIM}message_type`]];
  const settings = claims[`${DEEP_LINK}deep_linking_settings`];
  const resourceLink = claims[`${CLAIM}resource_link`] ?? null;
  if (type === "deep-link" ? !settings : !resourceLink) return fail("claims");
  const roles = claims[`${CLAIM}roles`];
  const presentation = claims[`${CLAIM}launch_presentation`];
  const endpoint = claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"];
  return {
    ok: true,
    launch: {
      ...{ platform, deploymentId, type, resourceLink },
      ...{ sub: claims.sub, name: claims.name, email: claims.email },
      locale: presentation?.locale ?? claims.locale,
      isInstructor: roles.some((role) => INSTRUCTOR.test(role)),
      isLearner: roles.some((role) => LEARNER.test(role)),
      context: claims[`${CLAIM}context`] ?? null,
      custom: texts(claims[`${CLAIM}custom`] ?? {}),
      returnUrl: presentation?.return_url ?? null,
      lineItem: endpoint?.lineitem ?? null,
      lineItems: endpoint?.lineitems ?? null,
      memberships:
        claims["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"]?.context_memberships_url ??
        null,
      deepLink: settings
        ? {
            returnUrl: settings.deep_link_return_url,
            data: settings.data,
            takesPoints: settings.accept_lineitem ?? true,
          }
        : null,
      forUser: claims[`${CLAIM}for_user`]?.user_id ?? null,
    },
  };
}

/** Roles in the course: an administrator of the whole platform is no teacher of each course. */
const INSTRUCTOR = /(^|membership(\/Instructor)?#)(Instructor|TeachingAssistant|ContentDeveloper)$/u;
const LEARNER = /(^|membership#)Learner$/u;

function texts(custom: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(custom).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

const fail = (fault: LaunchFault): Verified => ({ ok: false, fault });

function faultOf(error: unknown): LaunchFault {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "iss") return "issuer";
    if (error.claim === "aud") return "audience";
    return error.claim === "nonce" ? "nonce" : "claims";
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "unknown-key";
  if (error instanceof errors.JOSEError) return "signature";
  throw error;
}

import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Launch } from "#server/lti/launch.ts";
import { hashOf } from "#server/lti/logins.ts";
import type { PlatformKeys } from "#server/lti/platform-keys.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
const DEEP_LINK = "https://purl.imsglobal.org/spec/lti-dl/claim/";
const ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384"];
/** How far clocks may differ, in seconds, and how old a token may be. */
const SKEW = 60;
const OLDEST = 600;

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
  | "authorized-party"
  | "target-link"
  | "claims";
export type Verified = { ok: true; launch: Launch } | { ok: false; fault: LaunchFault };

/** PostgreSQL stores no NUL. */
const NUL = "\0";
const id = z
  .string()
  .min(1)
  .max(255)
  .refine((held) => !held.includes(NUL));
/** A text that may be absent, empty or null: Moodle sends all three. */
const some = z
  .string()
  .nullish()
  .transform((held) => held?.replaceAll(NUL, "") || null);
/** What people see, which may be of any length. */
const seen = some.transform((held) => held?.slice(0, 255) ?? null);
const Named = z.object({ id, title: seen });
const Claims = z.object({
  sub: id,
  name: seen,
  email: some,
  locale: some,
  [`${CLAIM}message_type`]: z.enum([
    "LtiResourceLinkRequest",
    "LtiDeepLinkingRequest",
    "LtiSubmissionReviewRequest",
  ]),
  [`${CLAIM}deployment_id`]: id,
  [`${CLAIM}roles`]: z.array(z.string()).nullish(),
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

export type Token = {
  platform: Platform;
  idToken: string;
  /** Of the login. */
  nonce: string;
  /** The hash of the address that the login named; null where it named none. */
  target: string | null;
  /** In milliseconds since the epoch. */
  now: number;
};

/** [Q48] Checks everything that a token has to prove. */
export async function verifyLaunch(
  { platform, idToken, nonce, target, now }: Token,
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
    const { aud, azp, iat = 0, [`${CLAIM}target_link_uri`]: led } = payload;
    if (iat > now / 1_000 + SKEW) return fail("issued-in-future");
    if (iat < now / 1_000 - OLDEST) return fail("too-old");
    // A token for several programs says for which of them it was made.
    const isForSeveral = Array.isArray(aud) && aud.length > 1;
    if ((isForSeveral || azp !== undefined) && azp !== platform.clientId) return fail("authorized-party");
    if (payload.nonce !== nonce) return fail("nonce");
    if (target !== null && (typeof led !== "string" || hashOf(led) !== target)) return fail("target-link");
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
  const roles = claims[`${CLAIM}roles`] ?? [];
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
  if (error instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (error instanceof errors.JWTInvalid) return "claims";
  if (error instanceof errors.JWSInvalid || error instanceof errors.JOSENotSupported) return "not-a-token";
  // No key fits, or it is none that may be used, such as one of 1,024 bits.
  return "unknown-key";
}

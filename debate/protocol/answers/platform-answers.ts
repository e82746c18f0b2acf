import { z } from "zod";

/** [Q40] A learning platform that this server is registered at. */
export const PlatformAnswer = z.object({
  id: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  deploymentIds: z.array(z.string()),
  authorizationEndpoint: z.string(),
  tokenEndpoint: z.string(),
  jwksUri: z.string(),
});
export type PlatformAnswer = z.infer<typeof PlatformAnswer>;

/** [Q40] `tool`: what a platform's administrator enters there. */
export const Platforms = z.object({
  platforms: z.array(PlatformAnswer),
  tool: z.object({
    loginUrl: z.string(),
    launchUrl: z.string(),
    jwksUrl: z.string(),
    targetUrl: z.string(),
    domain: z.string(),
  }),
});
export type Platforms = z.infer<typeof Platforms>;

export const NewPlatform = z.object({ platform: PlatformAnswer });
export type NewPlatform = z.infer<typeof NewPlatform>;

/** [Q41] A link for the dynamic registration of one platform. */
export const RegistrationLink = z.object({ url: z.string(), expiresAt: z.number() });
export type RegistrationLink = z.infer<typeof RegistrationLink>;

/** [Q43] */
export const PublishedKeys = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("RSA"),
      kid: z.string(),
      alg: z.literal("RS256"),
      use: z.literal("sig"),
      n: z.string(),
      e: z.string(),
    }),
  ),
});

/** [Q55] A link in a course. */
const CourseLinkAnswer = z.object({
  id: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  deploymentId: z.string(),
  resourceLinkId: z.string(),
  title: z.string().nullable(),
  course: z.string().nullable(),
});

/** [Q55] `others`: links that may lead to the session, with the code of the one where they lead now; `platforms`: how many are registered. */
export const SessionLinks = z.object({
  links: z.array(CourseLinkAnswer),
  others: z.array(CourseLinkAnswer.extend({ now: z.string().nullable() })),
  platforms: z.int(),
});
export type SessionLinks = z.infer<typeof SessionLinks>;

/** [Q60] `sent`: how many grades the platforms took. `preview`: with `dryRun`, what would be sent. */
export const GradesSent = z.object({
  sent: z.int(),
  refused: z.array(z.object({ participantId: z.string(), name: z.string(), why: z.string() })),
  preview: z
    .array(
      z.object({
        participantId: z.string(),
        name: z.string(),
        score: z.number(),
        maximum: z.int(),
        comment: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
});
export type GradesSent = z.infer<typeof GradesSent>;

/** [Q58] Courses that classes can be filled from, each with a link of it, and the class that was. */
export const Courses = z.object({
  courses: z.array(
    z.object({
      linkId: z.string(),
      course: z.string().nullable(),
      class: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
  ),
});
export type Courses = z.infer<typeof Courses>;

/** [Q58] What filling a class from a course does, or with `dryRun` would do. */
export const RosterFilled = z.object({
  classId: z.string().nullable(),
  added: z.int(),
  renamed: z.int(),
  left: z.int(),
  students: z.int(),
});
export type RosterFilled = z.infer<typeof RosterFilled>;

import type { Platform } from "#server/store/lti/platform-rows.ts";

/** A launch that was verified: what a platform says of a person and a link. */
export type Launch = {
  platform: Platform;
  deploymentId: string;
  /** The person, by the platform's own id. */
  sub: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  /** By the role in the course; both are false for someone who only watches. */
  isInstructor: boolean;
  isLearner: boolean;
  type: "resource" | "deep-link" | "review";
  /** Absent for deep linking. */
  resourceLink: { id: string; title: string | null } | null;
  context: { id: string; title: string | null } | null;
  /** Only values that are texts. */
  custom: Record<string, string>;
  returnUrl: string | null;
  lineItem: string | null;
  lineItems: string | null;
  memberships: string | null;
  /** [Q54] Where picked items go, and what has to go with them. */
  deepLink: { returnUrl: string; data: string | null; takesPoints: boolean } | null;
  /** The person whose work is reviewed. */
  forUser: string | null;
};

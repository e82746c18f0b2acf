import { Hono } from "hono";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [Q58] `/api/lti/rosters`: filling classes from courses. */
export function rosterRoutes(_parts: Dependencies, _lti: Lti, { signedIn }: Checks): Hono<SignedIn> {
  return new Hono<SignedIn>().use("*", signedIn);
}

/** [Q60] `/api/sessions/:code/grades`, for the host. */
export function gradeRoutes(_parts: Dependencies, _lti: Lti, _checks: Checks, _audit: Audit): Hono {
  return new Hono();
}

import { Hono } from "hono";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [Q54] `/api/lti/pick` and its like: what pages after a launch ask. */
export function courseRoutes(_parts: Dependencies, _lti: Lti, _checks: Checks, _caller: Caller): Hono {
  return new Hono();
}

/** [Q55] `/api/sessions/:code/lti`: a session's links in courses, for its host. */
export function sessionLinkRoutes(_parts: Dependencies, _lti: Lti, _checks: Checks): Hono {
  return new Hono();
}

import { Hono } from "hono";
import type { Caller } from "#server/http/caller.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [Q46] `/lti/login` and `/lti/launch`, which platforms lead browsers to. */
export function launchRoutes(_parts: Dependencies, _lti: Lti, _caller: Caller): Hono {
  return new Hono();
}

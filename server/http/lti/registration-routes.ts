import { Hono } from "hono";
import type { Caller } from "#server/http/caller.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [Q41] `/lti/register` and `/lti/jwks`, which platforms ask. */
export function registrationRoutes(_parts: Dependencies, _lti: Lti, _caller: Caller): Hono {
  return new Hono();
}

/** [Q40] `/api/lti/platforms`, `/api/lti/registrations`: for the owner of the server. */
export function platformRoutes(_parts: Dependencies, _lti: Lti, { signedIn, owner }: Checks): Hono<SignedIn> {
  return new Hono<SignedIn>().use("*", signedIn, owner);
}

import { createVisits } from "#server/lti/visits.ts";
import type { Log } from "#server/platform/failures.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** What the parts of LTI depend on. */
export type LtiOptions = {
  parts: Dependencies;
  secret: string;
  /** [Q42] For tests: platforms may be reached by http, and on this machine. */
  isInsecure: boolean;
  log: Log;
};
export type Lti = ReturnType<typeof createLti>;

/** Learning platforms: their registrations, launches, rosters and grades. */
export function createLti({ parts, secret, isInsecure }: LtiOptions) {
  return { visits: createVisits(secret, parts.clock), isInsecure };
}

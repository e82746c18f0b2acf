import type { Logger } from "pino";
import { createClearings } from "#server/lti/clearings.ts";
import { createKeys } from "#server/lti/keys.ts";
import { createLogins } from "#server/lti/logins.ts";
import { createPlatformKeys } from "#server/lti/platform-keys.ts";
import { createServices } from "#server/lti/service.ts";
import { createSites } from "#server/lti/sites.ts";
import { type Token, type Verified, verifyLaunch } from "#server/lti/verify-launch.ts";
import { createVisits } from "#server/lti/visits.ts";
import type { Outgoing } from "#server/platform/outgoing.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** What the parts of LTI depend on. */
type Options = {
  parts: Dependencies;
  secret: string;
  outgoing: Outgoing;
  log: Logger;
};
export type Lti = ReturnType<typeof createLti>;

/** Learning platforms: their registrations, launches, rosters and grades. */
export function createLti({ parts, secret, outgoing, log }: Options) {
  const { store, clock, ids } = parts;
  const keys = createKeys({ store, secret, clock, uuid: ids.uuid });
  const services = createServices(outgoing, keys, clock);
  const keysOf = createPlatformKeys(outgoing, parts.limits, clock);
  return {
    log,
    outgoing,
    keys,
    services,
    clearings: createClearings({ store, services, clock, log }),
    logins: createLogins(secret, clock, ids),
    visits: createVisits(secret, clock),
    sites: createSites(store, log),
    verify: (token: Token): Promise<Verified> => verifyLaunch(token, keysOf),
  };
}

import type { NewPlatformRequest } from "#debate/protocol/platform-requests.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

type Asking = Pick<Lti, "outgoing" | "sites">;

/** [Q40] The owner enters a platform by hand. The same issuer and client again adds deployments, and changes addresses. */
export async function addPlatform(
  { store, ids, clock }: Dependencies,
  { outgoing, sites }: Asking,
  given: NewPlatformRequest,
  more: readonly string[] = [],
): Promise<Result<Platform>> {
  const { issuer, clientId, deploymentIds, ...endpoints } = given;
  for (const [field, address] of Object.entries({ issuer, ...endpoints })) {
    const may = outgoing.mayAsk(address);
    if (!may.ok) return { ...refuse("malformed", `${field}: ${may.message}`), fields: [field] };
  }
  const origins = [issuer, endpoints.authorizationEndpoint, ...more].map(
    (address) => new URL(address).origin,
  );
  const platform = await store.platforms.keep({
    ...{ id: ids.uuid(), issuer, clientId, ...endpoints, at: clock() },
    sites: [...new Set(origins)],
    deploymentIds: [...new Set(deploymentIds)],
  });
  await sites.read();
  return accept(platform);
}

export async function removePlatform(
  { store }: Pick<Dependencies, "store">,
  { sites }: Asking,
  id: string,
): Promise<Result<void>> {
  if (!(await store.platforms.remove(id))) return refuse("not-found");
  await sites.read();
  return accept(undefined);
}

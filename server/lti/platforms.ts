import type { PlatformAnswer, Platforms } from "#debate/protocol/answers/platform-answers.ts";
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
): Promise<Result<{ platform: Platform; isNew: boolean }>> {
  const { issuer, clientId, deploymentIds, ...endpoints } = given;
  for (const [field, address] of Object.entries({ issuer, ...endpoints })) {
    const may = outgoing.mayAsk(address);
    if (!may.ok) return { ...refuse("malformed", `${field}: ${may.message}`), fields: [field] };
  }
  const origins = [issuer, endpoints.authorizationEndpoint, ...more].map(
    (address) => new URL(address).origin,
  );
  const id = ids.uuid();
  const platform = await store.platforms.keep({
    ...{ id, issuer, clientId, ...endpoints, at: clock() },
    sites: [...new Set(origins)],
    deploymentIds: [...new Set(deploymentIds)],
  });
  await sites.read();
  return accept({ platform, isNew: platform.id === id });
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

export function toAnswer({ sites: _, ...platform }: Platform): PlatformAnswer {
  return platform;
}

/** [Q40] The platforms, and what their administrators enter there about this server. */
export async function platformsAnswer(
  { platforms }: Pick<Dependencies["store"], "platforms">,
  origin: string,
): Promise<Platforms> {
  const launchUrl = `${origin}/lti/launch`;
  return {
    platforms: (await platforms.all()).map(toAnswer),
    tool: {
      loginUrl: `${origin}/lti/login`,
      launchUrl,
      jwksUrl: `${origin}/lti/jwks`,
      targetUrl: launchUrl,
      domain: new URL(origin).host,
    },
  };
}

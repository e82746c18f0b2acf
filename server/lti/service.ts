import { z } from "zod";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Keys } from "#server/lti/keys.ts";
import { type Answer, type Asking, jsonIn, type Outgoing } from "#server/platform/outgoing.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/** How long an assertion holds, in seconds, and how long before its end a token is not used any more, in milliseconds. */
const ASSERTED_FOR = 60;
const EARLY = 60_000;
const Token = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().default(3600),
  scope: z.string().optional(),
});

export type Services = ReturnType<typeof createServices>;

/** Requests to the services of platforms, with access tokens (IMS Security Framework 1.0, section 4). */
export function createServices(outgoing: Outgoing, keys: Pick<Keys, "sign">, clock: () => number) {
  const kept = new Map<string, { token: string; until: number }>();
  const asking = new Map<string, Promise<Result<string>>>();

  /** One request for a token, for all who need it at the time. */
  function tokenFor(platform: Platform, scope: string): Promise<Result<string>> {
    const key = `${platform.id} ${scope}`;
    const known = kept.get(key);
    if (known && known.until > clock()) return Promise.resolve(accept(known.token));
    const asked = asking.get(key) ?? newToken(platform, scope, key).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  async function newToken(platform: Platform, scope: string, key: string): Promise<Result<string>> {
    const { clientId, tokenEndpoint } = platform;
    const assertion = await keys.sign({ iss: clientId, sub: clientId, aud: tokenEndpoint }, ASSERTED_FOR);
    const asked = await outgoing.ask(tokenEndpoint, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_assertion_type: ASSERTION,
        client_assertion: assertion,
        scope,
      }).toString(),
    });
    if (!asked.ok) return asked;
    // Moodle says that its JSON is HTML.
    const parsed = Token.safeParse(jsonIn(asked.value));
    if (asked.value.status !== 200 || !parsed.success) return refuse("forbidden", "no access token");
    const { access_token: token, expires_in: seconds, scope: granted = scope } = parsed.data;
    if (!granted.split(" ").includes(scope)) return refuse("forbidden", "no access token for this");
    kept.set(key, { token, until: clock() + seconds * 1_000 - EARLY });
    return accept(token);
  }

  return {
    /** A request with a token; a token that is refused is replaced once. */
    async ask(platform: Platform, scope: string, url: string, asking: Asking): Promise<Result<Answer>> {
      for (let attempt = 1; ; attempt += 1) {
        const token = await tokenFor(platform, scope);
        if (!token.ok) return token;
        const headers = { ...asking.headers, authorization: `Bearer ${token.value}` };
        const answered = await outgoing.ask(url, { ...asking, headers });
        if (!answered.ok || answered.value.status !== 401 || attempt > 1) return answered;
        kept.delete(`${platform.id} ${scope}`);
      }
    },
  };
}

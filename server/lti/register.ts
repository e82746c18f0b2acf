import { z } from "zod";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { tokenHash } from "#server/identity/secret.ts";
import type { Lti } from "#server/lti/lti.ts";
import { addPlatform } from "#server/lti/platforms.ts";
import { SCOPES } from "#server/lti/scopes.ts";
import { type Answer, jsonIn } from "#server/platform/outgoing.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";
/** [Q41] How long a registration link may be used, in milliseconds. */
const ALLOWED_FOR = 24 * 60 * 60 * 1_000;

const address = z.string().min(1).max(2_000);
const OpenIdConfiguration = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
});
const Registered = z.object({
  client_id: z.string().min(1).max(255),
  [CONFIGURATION]: z.object({ deployment_id: z.string().min(1).max(255).optional() }).optional(),
});

/** [Q41] A token for one registration, and until when it may be used. */
export async function allowRegistration({ store, ids, clock }: Dependencies) {
  const token = ids.key();
  const expiresAt = clock() + ALLOWED_FOR;
  await store.platformKeys.allow(tokenHash(token), clock(), expiresAt);
  return { token, expiresAt };
}

type Asked = { configurationUrl: string; token: string | undefined; allow: string; origin: string };
export type RegistrationFault = "not-allowed-to-register" | "registration-refused" | "platform-silent";

/**
 * [Q41] OpenID Connect Dynamic Client Registration 1.0, as "LTI Dynamic Registration" 1.0 uses it. The owner's link is used up only if
 * the platform took the registration.
 */
export async function register(
  parts: Dependencies,
  lti: Pick<Lti, "outgoing" | "sites">,
  { configurationUrl, token, allow, origin }: Asked,
): Promise<{ platform: Platform } | { fault: RegistrationFault; why?: string }> {
  const { store, clock } = parts;
  const hash = tokenHash(allow);
  if (!(await store.platformKeys.isAllowed(hash, clock()))) return { fault: "not-allowed-to-register" };
  // Canvas tells its configuration only to those who show the token.
  const headers = { accept: "application/json", ...bearer(token) };
  const read = await lti.outgoing.ask(configurationUrl, { headers });
  if (!read.ok) return { fault: read.code === "busy" ? "platform-silent" : "registration-refused" };
  const parsed = OpenIdConfiguration.safeParse(jsonIn(read.value));
  if (!parsed.success) return { fault: "registration-refused", why: "configuration" };
  const configuration = parsed.data;
  if (!isOfIssuer(configuration, configurationUrl)) return { fault: "registration-refused", why: "issuer" };
  if (!(await store.platformKeys.spendAllowed(hash, clock()))) return { fault: "not-allowed-to-register" };
  const registered = await post(lti, configuration.registration_endpoint, token, origin);
  const platform = registered.ok
    ? await addPlatform(
        parts,
        lti,
        {
          issuer: configuration.issuer,
          clientId: registered.value.client_id,
          deploymentIds: deploymentsIn(registered.value),
          authorizationEndpoint: configuration.authorization_endpoint,
          tokenEndpoint: configuration.token_endpoint,
          jwksUri: configuration.jwks_uri,
        },
        [configurationUrl],
      )
    : registered;
  if (platform.ok) return platform.value;
  await store.platformKeys.giveBack(hash);
  return {
    fault: platform.code === "busy" ? "platform-silent" : "registration-refused",
    ...(platform.message !== undefined && { why: platform.message }),
  };
}

/** [Q41] Nobody registers in the name of another platform: its configuration and what it names are on the issuer's host. */
function isOfIssuer({ issuer, registration_endpoint }: z.infer<typeof OpenIdConfiguration>, from: string) {
  if (![issuer, registration_endpoint, from].every((each) => URL.canParse(each))) return false;
  const host = new URL(registration_endpoint).host;
  return host === new URL(from).host && isRelated(host, new URL(issuer).host);
}

/** Canvas has one issuer for the schools that it hosts, each with a name of its own. */
const CANVAS = /\.instructure\.com$/u;
const isRelated = (host: string, issuer: string): boolean =>
  host === issuer || (CANVAS.test(host) && CANVAS.test(issuer));

const bearer = (token: string | undefined) =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

const deploymentsIn = (registered: z.infer<typeof Registered>): string[] => {
  const id = registered[CONFIGURATION]?.deployment_id;
  return id === undefined ? [] : [id];
};

async function post(
  { outgoing }: Pick<Lti, "outgoing">,
  endpoint: string,
  token: string | undefined,
  origin: string,
): Promise<Result<z.infer<typeof Registered>>> {
  const answered = await outgoing.ask(endpoint, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", ...bearer(token) },
    body: JSON.stringify(registrationOf(origin)),
    // Its token is used up, and a second tool would be registered.
    isOnce: true,
  });
  if (!answered.ok) return answered;
  const { status } = answered.value;
  if (status !== 200 && status !== 201) return refuse("forbidden", reasonIn(answered.value));
  const parsed = Registered.safeParse(jsonIn(answered.value));
  return parsed.success ? accept(parsed.data) : refuse("malformed", "the platform's answer has no client_id");
}

/** Moodle says in a few words why it refuses, or shows a whole page. */
function reasonIn({ status, text }: Answer): string {
  const words = text.trim();
  return words === "" || /[<\0]/u.test(words) ? String(status) : `${status} ${words.slice(0, 200)}`;
}

/** What this server says of itself. */
function registrationOf(origin: string) {
  const { host } = new URL(origin);
  const launch = `${origin}/lti/launch`;
  return {
    application_type: "web",
    response_types: ["id_token"],
    grant_types: ["implicit", "client_credentials"],
    initiate_login_uri: `${origin}/lti/login`,
    redirect_uris: [launch],
    client_name: "Resolved",
    jwks_uri: `${origin}/lti/jwks`,
    logo_uri: `${origin}/icon-192.png`,
    client_uri: origin,
    policy_uri: `${origin}/privacy`,
    token_endpoint_auth_method: "private_key_jwt",
    scope: Object.values(SCOPES).join(" "),
    [CONFIGURATION]: {
      domain: host,
      description: "Classroom debates that measure whose mind changed",
      target_link_uri: launch,
      claims: ["iss", "sub", "name", "given_name", "family_name"],
      // Without it, Canvas tells no names.
      "https://canvas.instructure.com/lti/privacy_level": "name_only",
      messages: [
        { type: "LtiResourceLinkRequest" },
        {
          type: "LtiDeepLinkingRequest",
          target_link_uri: launch,
          label: "Pick a debate",
          "label#ja": "ディベートを選ぶ",
          placements: ["ContentArea"],
        },
      ],
    },
  };
}

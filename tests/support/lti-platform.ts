import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import { expectDocumented } from "#tests/support/documented.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
const DEEP_LINK = "https://purl.imsglobal.org/spec/lti-dl/claim/";
const TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
const ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
// Made once: it takes as long as some tests.
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KID = "platform";
export const PLATFORM_KEY = { ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: KID };

/** A token of these claims, signed with the key of the tests' platform. */
export function signedByTests(claims: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: KID }).sign(privateKey);
}

export type Person = {
  sub: string;
  name?: string;
  email?: string;
  role?: "Learner" | "Instructor" | "Mentor";
};
export type Launching = {
  link?: string;
  course?: string;
  custom?: Record<string, string>;
  forUser?: string;
  /** A request to pick something for the course, or what is special about it. */
  picks?: boolean | Record<string, unknown>;
  /** What the platform also says, such as where its services are. */
  claims?: Record<string, unknown>;
  /** What the browser also sends. */
  cookie?: string;
};
export type LtiPlatform = Awaited<ReturnType<typeof startPlatform>>;

/**
 * A learning platform on a free port, which serves its keys, takes registrations, and launches people into a server. `host`: for
 * browsers, another site than the server's.
 */
export async function startPlatform(host = "127.0.0.1", tokenEndpoint?: string) {
  const answers: { to: (path: string, query: URLSearchParams) => Promise<string> } = { to: async () => "" };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://platform");
    const json = documents()[pathname];
    const type = json ? "application/json" : "text/html; charset=utf-8";
    const body = json ? JSON.stringify(json) : await answers.to(pathname, searchParams);
    response.writeHead(200, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const clientId = randomUUID();
  const registration = {
    ...{ issuer, clientId, deploymentIds: ["1"] },
    authorizationEndpoint: `${issuer}/authorize`,
    tokenEndpoint: tokenEndpoint ?? `${issuer}/token`,
    jwksUri: `${issuer}/jwks`,
  };
  const documents = (): Record<string, object> => ({
    "/jwks": { keys: [PLATFORM_KEY] },
    "/configuration": {
      issuer,
      authorization_endpoint: registration.authorizationEndpoint,
      token_endpoint: registration.tokenEndpoint,
      jwks_uri: registration.jwksUri,
      registration_endpoint: `${issuer}/registration`,
    },
    "/registration": { client_id: clientId, [TOOL]: { deployment_id: "1" } },
  });

  /** Within its minute, by the clock of this machine. */
  const sign = (claims: Record<string, unknown>) => {
    const iat = Math.floor(Date.now() / 1_000);
    return signedByTests({ iss: issuer, aud: clientId, iat, exp: iat + 60, ...claims });
  };

  /** The pages of a course, with the tool in a frame, and the one that sends a launch. */
  function shows(tool: string, people: Record<string, Person>, launching: Launching): void {
    answers.to = async (path, query) => {
      const hint = query.get("login_hint") ?? "";
      if (path === "/return") return "<!doctype html><title>Course</title><h1>Picked</h1>";
      if (path === "/admin") {
        const asked = { openid_configuration: `${issuer}/configuration`, registration_token: "once" };
        const register = new URLSearchParams({ ...asked, allow: query.get("allow") ?? "" });
        return `<!doctype html><title>Tools</title><script>onmessage = ({ data }) => { document.title = data.subject; }</script><iframe src="${tool}/lti/register?${register}"></iframe>`;
      }
      if (path !== "/authorize") {
        const login = new URLSearchParams({ iss: issuer, client_id: clientId, login_hint: path.slice(1) });
        return `<!doctype html><title>Course</title><iframe name="tool" width="700" height="900" src="${tool}/lti/login?${login}"></iframe>`;
      }
      const person = people[hint] ?? { sub: hint };
      const id_token = await sign(claimsOf(person, launching, query.get("nonce") ?? ""));
      const fields = Object.entries({ id_token, state: query.get("state") ?? "" }).map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
      );
      return `<!doctype html><form method="post" action="${query.get("redirect_uri")}">${fields.join("")}</form><script>document.forms[0].submit()</script>`;
    };
  }

  return {
    issuer,
    clientId,
    registration,
    sign,
    shows,

    /** Registers the platform by hand. */
    async register({ asInstructor }: Pick<TestServer, "asInstructor">): Promise<void> {
      const answered = await asInstructor("/api/lti/platforms", { json: registration });
      if (!answered.ok) throw new Error(`The platform is not registered: ${await answered.text()}`);
    },

    /** Leads a browser through sign-in to the launch, and returns what it is answered there. */
    async launch(
      tool: Pick<TestServer, "request">,
      person: Person,
      launching: Launching = {},
    ): Promise<Response> {
      const query = new URLSearchParams({ iss: issuer, client_id: clientId, login_hint: person.sub });
      const begun = await tool.request(`/lti/login?${query}`);
      const asked = new URL(begun.headers.get("location") ?? "").searchParams;
      const id_token = await sign(claimsOf(person, launching, asked.get("nonce") ?? ""));
      return tool.request("/lti/launch", {
        method: "POST",
        headers: { cookie: `${cookiesOf(begun)}; ${launching.cookie ?? ""}`, origin: issuer },
        body: new URLSearchParams({ state: asked.get("state") ?? "", id_token }),
      });
    },

    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function claimsOf(
  { sub, name, email, role = "Learner" }: Person,
  launching: Launching,
  nonce: string,
) {
  const { link = "link", course = "course", custom = {}, forUser, picks = false } = launching;
  const kind = picks
    ? "LtiDeepLinkingRequest"
    : forUser
      ? "LtiSubmissionReviewRequest"
      : "LtiResourceLinkRequest";
  return {
    ...{ sub, name, email, nonce },
    [`${CLAIM}version`]: "1.3.0",
    [`${CLAIM}message_type`]: kind,
    [`${CLAIM}deployment_id`]: "1",
    [`${CLAIM}roles`]: [`${ROLE}${role}`],
    [`${CLAIM}context`]: { id: course, title: `About ${course}` },
    [`${CLAIM}custom`]: custom,
    ...launching.claims,
    ...(forUser && { [`${CLAIM}for_user`]: { user_id: forUser } }),
    ...(picks
      ? {
          [`${DEEP_LINK}deep_linking_settings`]: {
            deep_link_return_url: "https://platform.test/return",
            ...(picks === true ? {} : picks),
          },
        }
      : { [`${CLAIM}resource_link`]: { id: link, title: "Debate" } }),
  };
}

/** What a page after a launch sends: the values of its first form that goes to this path. */
export function formIn(page: string, action: string): Record<string, string> {
  const [, form = ""] = page.split(`action="${action}"`);
  const [inputs = ""] = form.split("</form>");
  const fields = [...inputs.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/gu)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value]));
}

/** Sends a form of such a page, as a browser in a frame does: without cookies. */
export async function sendForm(
  { request }: Pick<TestServer, "request">,
  action: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const sent = await request(action, { method: "POST", headers, body: new URLSearchParams(fields) });
  expectDocumented(`POST ${action}`, sent, await sent.clone().text());
  return sent;
}

/** [Q50] Connects a person with an account, and returns the page that their launch was answered. */
export async function connect(
  server: Pick<TestServer, "request" | "cookie">,
  platform: LtiPlatform,
  person: Person,
  { cookie = server.cookie, ...launching }: Launching = {},
): Promise<string> {
  const page = await (await platform.launch(server, { role: "Instructor", ...person }, launching)).text();
  const [, token = ""] = /\/lti\/account\?t=([\w.-]+)/u.exec(page) ?? [];
  const question = await (await server.request(`/lti/account?t=${token}`, { headers: { cookie } })).text();
  await sendForm(server, "/lti/account", formIn(question, "/lti/account"), { cookie });
  return page;
}

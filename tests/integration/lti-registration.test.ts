import { expect, test } from "vitest";
import type { Platforms } from "#debate/protocol/answers/platform-answers.ts";
import {
  allowance,
  REFUSALS,
  REGISTRATIONS,
  type Recorded,
  startRegistering,
} from "#tests/support/lti-registering.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

const TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
const HOUR = 60 * 60 * 1_000;
type Registered = { client_id: string; [TOOL]: { deployment_id: string } };

const sentIn = (recorded: Recorded[]) =>
  recorded.find(({ direction, request }) => direction === "tool->platform" && request.body) as Recorded;
const [MINIMAL, FLOW] = [sentIn(REGISTRATIONS.minimal), sentIn(REGISTRATIONS.flow)];
const READ_ONLY = sentIn(REGISTRATIONS.readonly_scope_asked);
const UPDATE = sentIn(REGISTRATIONS.update);

async function platforms({ asInstructor }: TestServer): Promise<Platforms["platforms"]> {
  return (await (await asInstructor("/api/lti/platforms")).json()).platforms;
}

test("[Q41] each recorded registration is accepted: the client and its deployment are known then, and the frame closes", async () => {
  await using server = await startServer({ insecurePlatforms: true });
  for (const { response } of [FLOW, MINIMAL, READ_ONLY, UPDATE]) {
    await using moodle = await startRegistering(response);
    const [opened] = REGISTRATIONS.flow.filter(({ direction }) => direction === "platform->tool");
    const token = (opened?.request.query?.registration_token ?? "").replaceAll(" ", "");
    const answered = await moodle.open(server, await allowance(server), { registration_token: token });
    expect(answered.status).toBe(200);
    const page = await answered.text();
    const [, nonce] = /'nonce-([\w-]+)'/u.exec(answered.headers.get("content-security-policy") ?? "") ?? [];
    expect(page).toContain(`<script nonce="${nonce}">`);
    // In a window of its own it has to reach the window that opened it.
    expect(answered.headers.get("cross-origin-opener-policy")).toBe("unsafe-none");
    expect(answered.headers.has("x-frame-options")).toBe(false);
    expect(page).toContain(`postMessage({ subject: "org.imsglobal.lti.close" }, "*")`);

    const { client_id: clientId, [TOOL]: tool } = response.body as Registered;
    const endpoint = (name: string) => `${moodle.origin}/mod/lti/${name}.php`;
    expect((await platforms(server)).at(-1)).toMatchObject({
      ...{ issuer: moodle.origin, clientId, deploymentIds: [tool.deployment_id] },
      authorizationEndpoint: endpoint("auth"),
      tokenEndpoint: endpoint("token"),
      jwksUri: endpoint("certs"),
    });
    const [described, sent] = moodle.asked;
    expect(described?.headers).toMatchObject({ accept: "application/json" });
    expect(sent?.headers).toMatchObject({
      ...{ authorization: `Bearer ${token}`, accept: "application/json" },
      "content-type": "application/json",
    });
  }
});

test("[Q41] what is sent has everything that Moodle was seen to ask for", async () => {
  await using server = await startServer({ insecurePlatforms: true });
  await using moodle = await startRegistering(FLOW.response);
  await moodle.open(server, await allowance(server));
  const sent = JSON.parse(moodle.asked[1]?.body ?? "");
  for (const { request } of REFUSALS)
    for (const missing of Object.keys(request.body_difference ?? {}))
      if (!missing.includes(".domain")) expect(sent).toHaveProperty([missing]);
  const { origin, host } = new URL(server.url);
  expect(sent).toMatchObject({
    ...{
      response_types: ["id_token"],
      application_type: "web",
      token_endpoint_auth_method: "private_key_jwt",
    },
    initiate_login_uri: `${origin}/lti/login`,
    redirect_uris: [`${origin}/lti/launch`],
    jwks_uri: `${origin}/lti/jwks`,
    [TOOL]: { domain: host, target_link_uri: `${origin}/lti/launch` },
  });
  // Nothing that no part of the program uses.
  expect(sent[TOOL].claims).not.toContain("email");
  expect(sent.scope.split(" ").map((scope: string) => scope.split("/scope/")[1])).toEqual([
    "lineitem",
    "score",
    "contextmembership.readonly",
  ]);
});

test("[Q41] each recorded refusal is shown in Moodle's words, registers nothing, and leaves the link usable", async () => {
  await using server = await startServer({ insecurePlatforms: true });
  const allow = await allowance(server);
  for (const { label, response } of REFUSALS) {
    await using moodle = await startRegistering(response);
    const answered = await moodle.open(server, allow);
    const page = await answered.text();
    expect([label, answered.status, moodle.asked.length]).toEqual([label, 400, 2]);
    expect(page).toContain(`<code>${response.status}${response.html_page ? "" : ` ${response.body}`}</code>`);
  }
  expect(await platforms(server)).toEqual([]);
  await using moodle = await startRegistering(FLOW.response);
  expect((await moodle.open(server, allow)).status).toBe(200);
});

test("[Q41] a platform registers only with a link of the owner, which works once and for a day, and of which a hash is kept", async () => {
  let now = Date.now();
  await using server = await startServer({ insecurePlatforms: true, clock: () => now });
  await using moodle = await startRegistering({ ...FLOW.response, status: 201 });
  const open = async (allow: string | null) => (await moodle.open(server, allow)).status;
  for (const none of [null, "", "guess"]) expect(await open(none)).toBe(403);
  const [old, used] = [await allowance(server), await allowance(server)];
  expect(await tablesWith(server.database, used)).toEqual([]);
  expect(moodle.asked).toEqual([]);
  const both = await Promise.all([open(used), open(used)]);
  expect(both.sort()).toEqual([200, 403]);
  expect(await open(used)).toBe(403);
  now += 24 * HOUR;
  const refused = await moodle.open(server, old, { locale: "en" });
  expect([refused.status, await refused.text()]).toEqual([
    403,
    expect.stringContaining("Ask the person who"),
  ]);
  expect(await platforms(server)).toHaveLength(1);
});

test.for([
  ["issuer", "https://other.test"],
  ["registration_endpoint", "https://other.test/register"],
  ["registration_endpoint", "nowhere"],
])("[Q41] no one registers in the name of another platform: %s %s", async ([name = "", value = ""]) => {
  await using server = await startServer({ insecurePlatforms: true });
  await using moodle = await startRegistering(FLOW.response, { [name]: value });
  expect((await moodle.open(server, await allowance(server))).status).toBe(400);
  expect([moodle.asked.length, await platforms(server)]).toEqual([1, []]);
});

test("[Q41] an answer that is no registration, and a configuration that is none, register nothing", async () => {
  await using server = await startServer({ insecurePlatforms: true });
  const allow = await allowance(server);
  for (const body of ["<html>", {}, { client_id: "" }]) {
    await using moodle = await startRegistering({ ...FLOW.response, body });
    expect((await moodle.open(server, allow)).status).toBe(400);
  }
  await using moodle = await startRegistering(FLOW.response);
  for (const openid_configuration of ["", "nowhere", `${server.url}/healthz`])
    expect((await moodle.open(server, allow, { openid_configuration })).status).toBe(400);
  expect(await platforms(server)).toEqual([]);
});

test("[Q42] without the variable for tests, a platform on this machine can't register", async () => {
  await using server = await startServer();
  await using moodle = await startRegistering(FLOW.response);
  expect((await moodle.open(server, await allowance(server))).status).toBe(400);
  expect(moodle.asked).toEqual([]);
});

import { expect, test } from "vitest";
import { createStore } from "#server/store/store.ts";
import { expectDocumented } from "#tests/support/documented.ts";
import { startPlatform } from "#tests/support/lti-platform.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const PATH = "/api/lti/platforms";
const SCHOOL = "https://school.test";
const PLATFORM = {
  issuer: SCHOOL,
  clientId: "client",
  deploymentIds: ["1"],
  authorizationEndpoint: `${SCHOOL}/auth`,
  tokenEndpoint: `${SCHOOL}/token`,
  jwksUri: `${SCHOOL}/jwks`,
};

async function register({ asInstructor }: TestServer, changed: object = {}) {
  const answered = await asInstructor(PATH, { json: { ...PLATFORM, ...changed } });
  const text = await answered.text();
  expectDocumented(`POST ${PATH}`, answered, text);
  return { status: answered.status, ...JSON.parse(text) };
}

async function listed({ asInstructor }: TestServer) {
  return (await asInstructor(PATH)).json();
}

test("[Q40] the owner registers a platform with its deployments; the same client again adds deployments and changes addresses", async () => {
  await using server = await startServer();
  const first = await register(server, { deploymentIds: ["1", "2"] });
  const { id } = first.platform;
  expect(first).toMatchObject({ status: 201, platform: { ...PLATFORM, deploymentIds: ["1", "2"] } });
  expect(first.platform).not.toHaveProperty("sites");
  const jwksUri = `${SCHOOL}/certs`;
  const again = await register(server, { deploymentIds: ["2", "3"], jwksUri });
  expect(again).toMatchObject({ status: 200, platform: { id, jwksUri, deploymentIds: ["1", "2", "3"] } });
  expect((await register(server, { clientId: "other" })).status).toBe(201);
  expect((await register(server, { issuer: "https://other.test" })).status).toBe(201);
  const { platforms, tool } = await listed(server);
  expect(platforms.map(({ issuer, clientId }: typeof PLATFORM) => [issuer, clientId])).toEqual([
    [SCHOOL, "client"],
    [SCHOOL, "other"],
    ["https://other.test", "client"],
  ]);
  const { host } = new URL(server.url);
  const launchUrl = `${server.url}/lti/launch`;
  const [loginUrl, jwksUrl] = [`${server.url}/lti/login`, `${server.url}/lti/jwks`];
  expect(tool).toEqual({ loginUrl, launchUrl, jwksUrl, targetUrl: launchUrl, domain: host });
});

test("[Q40] a platform needs every value, and addresses by https that are no addresses of this network", async () => {
  await using server = await startServer();
  for (const field of ["issuer", "authorizationEndpoint", "tokenEndpoint", "jwksUri"])
    for (const value of ["http://school.test", "https://10.0.0.1", "school.test", "javascript:alert(1)"])
      expect(await register(server, { [field]: value })).toMatchObject({ error: { fields: [field] } });
  for (const wrong of [{ deploymentIds: [] }, { clientId: "" }, { more: 1 }, { jwksUri: undefined }])
    expect((await register(server, wrong)).error.code).toBe("malformed");
  expect((await listed(server)).platforms).toEqual([]);
});

test("[Q40] a removed platform takes its links and people along, and leaves sessions and seats", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true });
  await platform.register(server);
  const { issuer, clientId } = platform;
  const json = { issuer, clientId, deploymentId: "1", resourceLinkId: "link" };
  await server.asHost("/lti", { json });
  expect((await platform.launch(server, { sub: "s1", name: "Ada" })).status).toBe(303);
  const [{ id }] = (await listed(server)).platforms;
  expect((await server.asInstructor(`${PATH}/${id}`, { method: "DELETE" })).status).toBe(204);
  expect((await server.asInstructor(`${PATH}/${id}`, { method: "DELETE" })).status).toBe(404);
  const { ltiPlatform, ltiLink, ltiSeat, participant } = server.database.reader;
  const counts = [ltiPlatform.count(), ltiLink.count(), ltiSeat.count(), participant.count()];
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 1]);
});

test("[Q40] a platform that registered without naming a deployment keeps the one of its first launch", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true });
  const registration = { ...platform.registration, deploymentIds: [], sites: [] };
  await createStore(server.database).platforms.keep({ id: "p", ...registration, at: 1 });
  await platform.launch(server, { sub: "s1" });
  expect((await listed(server)).platforms).toMatchObject([{ deploymentIds: ["1"] }]);
});

test("[Q40] only the owner sees, adds and removes platforms, makes registration links and renews keys", async () => {
  await using server = await startServer();
  const { platform } = await register(server);
  const headers = { cookie: await server.colleague() };
  for (const [method, path] of [
    ["GET", PATH],
    ["POST", PATH],
    ["DELETE", `${PATH}/${platform.id}`],
    ["POST", "/api/lti/registrations"],
    ["POST", "/api/lti/keys"],
  ] as const) {
    const asked = { method, ...(method === "POST" && { body: "{}" }) };
    expect([path, (await server.request(path, { ...asked, headers })).status]).toEqual([path, 403]);
    expect([path, (await server.request(path, asked)).status]).toEqual([path, 401]);
  }
  expect((await listed(server)).platforms).toHaveLength(1);
  expect(await server.database.reader.ltiRegistration.count()).toBe(0);
});

test("[Q40] [I30] the audit log has who registered and removed platforms, made links and renewed keys", async () => {
  await using server = await startServer();
  const { platform } = await register(server);
  await server.asInstructor("/api/lti/registrations", { json: {} });
  await server.asInstructor("/api/lti/keys", { json: {} });
  await server.asInstructor(`${PATH}/${platform.id}`, { method: "DELETE" });
  const { entries } = await (await server.asInstructor("/api/account/audit")).json();
  const lines = entries.map(({ kind, what, detail }: Record<string, string>) => [kind, what, detail]);
  expect(lines.slice(0, 4)).toEqual([
    ["deletion", "platform", "school.test"],
    ["setting", "keys", undefined],
    ["link", "registration", undefined],
    ["setting", "platform", "school.test"],
  ]);
});

test("[Q44] the sites of registered platforms may frame students' pages and launches, and nothing else", async () => {
  await using server = await startServer({ frameAncestors: ["https://lms.example.org"] });
  const ancestors = async (path: string) => {
    const policy = (await server.request(path)).headers.get("content-security-policy") ?? "";
    return policy.split("frame-ancestors ")[1]?.split(" ").sort();
  };
  const own = ["'self'", "https://lms.example.org"];
  const pages = [`/s/${server.session.code}`, `/results/${server.session.code}`, "/lti/login", "/join"];
  for (const page of pages) expect(await ancestors(page)).toEqual(own);
  const { platform } = await register(server, { authorizationEndpoint: "https://sso.school.test/auth" });
  const framed = [...own, SCHOOL, "https://sso.school.test"].sort();
  for (const page of pages) expect(await ancestors(page)).toEqual(framed);
  for (const page of ["/dashboard", "/account", `/host/${server.session.code}`, "/lti/account", "/platforms"])
    expect(await ancestors(page)).toEqual(["'none'"]);
  // It is shown before there is a registration, and has nothing to press.
  expect(await ancestors("/lti/register")).toEqual(["'self'", "*"]);
  await server.restart();
  expect(await ancestors("/join")).toEqual(framed);
  await server.asInstructor(`${PATH}/${platform.id}`, { method: "DELETE" });
  expect(await ancestors("/join")).toEqual(own);
});

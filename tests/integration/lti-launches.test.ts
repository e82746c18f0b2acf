import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { createStore } from "#server/store/store.ts";
import {
  type Begun,
  beginLaunch,
  leadLink,
  postLaunch,
  refusalLog,
  startKeys,
} from "#tests/support/lti-logins.ts";
import { PLATFORM_KEY, startPlatform } from "#tests/support/lti-platform.ts";
import { CLIENTS, startRecorded } from "#tests/support/lti-recorded.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Options = Parameters<typeof startServer>[0];

/** A server with a platform, and a link that leads to its session. */
async function registered(options: Options = {}) {
  const [platform, keys] = [await startPlatform(), await startKeys()];
  const log = refusalLog();
  const server = await startServer({ insecurePlatforms: true, log: log.log, ...options });
  const json = { ...platform.registration, jwksUri: keys.jwksUri };
  await server.asInstructor("/api/lti/platforms", { json });
  await leadLink(server, platform);
  return {
    ...{ platform, keys, server, log },
    begin: (more?: Record<string, string>, at: TestServer = server) => beginLaunch(at, platform, more),
    /** Ends a launch honestly, in its browser. */
    end: async ({ state, claims, cookie }: Begun, at: { request: TestServer["request"] } = server) =>
      postLaunch(at, { state, id_token: await platform.sign(claims) }, { cookie }),
    async [Symbol.asyncDispose]() {
      for (const each of [server, keys, platform]) await each[Symbol.asyncDispose]();
    },
  };
}

const RECORDED_LOGINS = [
  "launch-student01-iframe-3pcookies-allowed",
  "launch-student01-private-new-window",
  "launch-student02-iframe-3pcookies-blocked",
  "launch-teacher-iframe-3pcookies-allowed",
  "deeplink-request",
].flatMap((name) => {
  const { exchanges } = JSON.parse(readFileSync(`tests/fixtures/lti/${name}.json`, "utf8"));
  type Exchange = {
    request: { body?: Record<string, string> };
    response?: { headers: { location: string } };
  };
  const login = (exchanges as Exchange[]).find(({ request }) => request.body?.login_hint);
  return [[name, login?.request.body ?? {}, new URL(login?.response?.headers.location ?? "")] as const];
});

test("[Q46] each recorded login goes on to the platform as recorded, with a cookie of its own", async () => {
  await using moodle = await startRecorded();
  await using server = await startServer({ insecurePlatforms: true, publicUrl: "https://tool.test" });
  await moodle.register(server);
  expect(CLIENTS).toHaveLength(2);
  const cookies = new Set<string>();
  for (const [name, fields, recorded] of RECORDED_LOGINS) {
    const headers = { origin: "https://moodle.test", "sec-fetch-site": "cross-site" };
    const body = new URLSearchParams(fields);
    const posted = await server.request("/lti/login", { method: "POST", headers, body });
    for (const answered of [posted, await server.request(`/lti/login?${body}`)]) {
      expect([name, answered.status]).toEqual([name, 302]);
      const to = new URL(answered.headers.get("location") ?? "");
      expect(to.origin + to.pathname).toBe(recorded.origin + recorded.pathname);
      expect(Object.fromEntries(to.searchParams)).toEqual({
        ...Object.fromEntries(recorded.searchParams),
        redirect_uri: "https://tool.test/lti/launch",
        state: expect.stringMatching(/^[\w-]+\.[\w-]{43}$/u),
        nonce: expect.stringMatching(/^[\w-]{36}$/u),
      });
      const [cookie = "", ...others] = answered.headers.getSetCookie();
      expect(cookie).toMatch(
        /^lti-[\w-]+=[\w-]+; Max-Age=600; Path=\/lti; HttpOnly; Secure; SameSite=None; Partitioned$/u,
      );
      expect(others).toEqual([]);
      cookies.add(cookie.split("=")[0] ?? "");
    }
  }
  expect(cookies.size).toBe(2 * RECORDED_LOGINS.length);
});

test("[Q49] a login that can't be one is refused by a page, in the reader's language", async () => {
  await using room = await registered();
  const { server, platform, log } = room;
  const second = { ...platform.registration, clientId: "second" };
  await server.asInstructor("/api/lti/platforms", { json: second });
  const hints = { iss: platform.issuer, client_id: platform.clientId, login_hint: "5" };
  const refused = [
    [{ ...hints, iss: "https://elsewhere.test" }, 403, "unknown-platform"],
    [{ ...hints, client_id: "elsewhere" }, 403, "unknown-platform"],
    [{ ...hints, client_id: "" }, 400, "login-request"],
    [{ ...hints, login_hint: "" }, 400, "login-request"],
  ] as const;
  for (const [fields, status, reason] of refused) {
    const headers = { "accept-language": "ja" };
    const answered = await server.request(`/lti/login?${new URLSearchParams(fields)}`, { headers });
    expect([status, answered.headers.getSetCookie()]).toEqual([answered.status, []]);
    expect(await answered.text()).toContain('<html lang="ja">');
    expect(log.take()).toEqual([expect.stringContaining(`"reason":"${reason}"`)]);
  }
  // [Q46] Of several clients the one with the deployment is meant.
  const lti_deployment_id = "unknown";
  const query = new URLSearchParams({ iss: platform.issuer, login_hint: "5", lti_deployment_id });
  expect((await server.request(`/lti/login?${query}`)).status).toBe(403);
  expect((await server.request("/lti/launch")).status).toBe(400);
});

test("[Q49] errors that the platform posts are pages with its code, as recorded", async () => {
  await using room = await registered();
  const { cases } = JSON.parse(readFileSync("tests/fixtures/lti/auth-errors.json", "utf8"));
  type Case = { reached_tool: { error?: string } | false };
  const errors = (cases as Case[]).flatMap(({ reached_tool }) =>
    reached_tool && "error" in reached_tool ? [reached_tool] : [],
  );
  expect(errors.length).toBeGreaterThan(3);
  const { state } = await room.begin();
  const told = async (posted: object) => {
    const answered = await postLaunch(room.server, { ...posted, state });
    expect([answered.status, answered.headers.getSetCookie()]).toEqual([400, []]);
    expect(room.log.take()).toEqual([
      expect.stringContaining(`"reason":"platform-refused","issuer":"${room.platform.issuer}"`),
    ]);
    return answered.text();
  };
  for (const posted of errors) expect(await told(posted)).toContain(`<code>${posted.error}</code>`);
  // Anyone can post words to show.
  expect(await told({ error: "Call 555", error_description: "Call 555" })).not.toContain("555");
});

test("[Q46] launches in two tabs end each once, within ten minutes, also after a restart", async () => {
  let now = Date.now();
  await using room = await registered({ clock: () => now });
  const { server, begin, end, log } = room;
  const [first, second, late] = [await begin(), await begin(), await begin()];
  const cookie = `${first.cookie}; ${second.cookie}`;
  const ended = await end({ ...first, cookie });
  expect(ended.status).toBe(303);
  expect(cookiesOf(ended)).toContain(`${first.cookie.split("=")[0]}=`);
  expect((await end({ ...second, cookie })).status).toBe(303);
  await server.restart();
  expect((await end({ ...first, cookie })).status).toBe(400);
  expect(log.take()).toEqual([expect.stringContaining('"replayed"')]);
  now += 10 * 60 * 1_000;
  expect((await end(late)).status).toBe(400);
  expect(log.take()).toEqual([expect.stringContaining('"state-expired"')]);
});

test("[Q46] where no cookie came back, a page opens a window that begins again with the same hints", async () => {
  await using room = await registered();
  const { server, begin, end } = room;
  const lti_message_hint = '{"cmid":3,"launchid":"ltilaunch1_<&"}';
  const begun = await begin({ lti_message_hint });
  const answered = await end({ ...begun, cookie: "" });
  expect(answered.status).toBe(400);
  const [, again = ""] = /href="(\/lti\/login\?[^"]+)" target="_blank"/u.exec(await answered.text()) ?? [];
  const reopened = await server.request(again.replaceAll("&amp;", "&"));
  const asked = new URL(reopened.headers.get("location") ?? "").searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    lti_message_hint,
    login_hint: begun.hints.login_hint,
    client_id: begun.hints.client_id,
  });
  const [state = "", nonce = ""] = [asked.get("state"), asked.get("nonce")].map(String);
  const renewed = { ...begun, state, cookie: cookiesOf(reopened), claims: { ...begun.claims, nonce } };
  expect((await end(renewed)).status).toBe(303);
});

test("[Q46] where the platform keeps data, it keeps the browser's half, which only our own page shows", async () => {
  await using room = await registered();
  const { server, platform, begin } = room;
  const begun = await begin({ lti_storage_target: "_parent" });
  expect(begun.answered.status).toBe(200);
  const half = begun.cookie.split("=")[1] ?? "";
  for (const part of [half, begun.nonce, `"origin":"${platform.issuer}"`]) expect(begun.page).toContain(part);
  const sent = { state: begun.state, id_token: await platform.sign(begun.claims) };
  const asking = await postLaunch(server, sent);
  const page = await asking.text();
  expect([asking.status, page.includes(half), page.includes("lti.get_data")]).toEqual([200, false, true]);
  // Another site knows the half of its own login.
  expect(cookiesOf(await postLaunch(server, { ...sent, stored: half }))).toBe("");
  const own = { origin: server.url };
  expect((await postLaunch(server, { ...sent, stored: "guessed" }, own)).status).toBe(400);
  expect((await postLaunch(server, { ...sent, stored: half }, own)).status).toBe(303);
});

test("[Q48] a class reads the platform's keys once, and again for a new one; other algorithms are known", async () => {
  await using room = await registered();
  const { server, keys, platform, begin, end } = room;
  const begun = await Promise.all(Array.from({ length: 8 }, () => begin()));
  const statuses = (await Promise.all(begun.map((each) => end(each)))).map(({ status }) => status);
  expect([new Set(statuses), keys.served.times]).toEqual([new Set([303]), 1]);

  const made = [
    ["RS384", generateKeyPairSync("rsa", { modulusLength: 2048 })],
    ["ES256", generateKeyPairSync("ec", { namedCurve: "P-256" })],
    ["ES384", generateKeyPairSync("ec", { namedCurve: "P-384" })],
  ] as const;
  const weak = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const published = [...made, ["RS256", weak] as const].map(([alg, { publicKey }], kid) => ({
    ...publicKey.export({ format: "jwk" }),
    ...{ alg, kid: `new-${kid}` },
  }));
  const endWith = async (alg: string, kid: string, key: KeyObject) => {
    const { claims, state, cookie } = await begin();
    const now = Math.floor(Date.now() / 1_000);
    const whole = { iss: platform.issuer, aud: [platform.clientId], iat: now, exp: now + 60, ...claims };
    const id_token = await new SignJWT(whole)
      .setProtectedHeader({ alg, kid })
      .sign(key)
      .catch(() => "");
    return postLaunch(server, { state, id_token }, { cookie });
  };
  keys.served.body = JSON.stringify({ keys: [PLATFORM_KEY, ...published] });
  for (const [index, [alg, { privateKey }]] of made.entries())
    expect((await endWith(alg, `new-${index}`, privateKey)).status).toBe(303);
  expect((await endWith("RS256", "new-3", made[0][1].privateKey)).status).toBe(400);
  expect(keys.served.times).toBe(2);
});

test("[Q49] a platform whose keys can't be read is told, and its next launch works", async () => {
  await using room = await registered();
  const { keys, begin, end, log } = room;
  const { body } = keys.served;
  keys.served.body = "<html>Down for maintenance</html>";
  expect((await end(await begin())).status).toBe(400);
  expect(log.take()).toEqual([expect.stringContaining('"keys-unreachable"')]);
  keys.served.body = body;
  expect((await end(await begin())).status).toBe(303);
});

test("[Q48] a platform that named no deployment has the first that comes", async () => {
  await using room = await registered();
  const { server, platform, begin, end, log } = room;
  const { jwksUri } = room.keys;
  const named = { ...platform.registration, jwksUri, clientId: "by itself", deploymentIds: [] };
  await createStore(server.database).platforms.keep({ ...named, id: "p", sites: [], at: 1 });
  const launched = async (deployment: string) => {
    const begun = await begin({ client_id: "by itself" });
    const claims = {
      ...begun.claims,
      aud: "by itself",
      "https://purl.imsglobal.org/spec/lti/claim/deployment_id": deployment,
    };
    await end({ ...begun, claims });
  };
  await Promise.all(["a", "b", "c"].map(launched));
  expect(log.take().filter((line) => line.includes('"deployment"'))).toHaveLength(2);
  expect(await server.database.reader.ltiDeployment.count({ where: { platformId: "p" } })).toBe(1);
});

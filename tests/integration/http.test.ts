import pino from "pino";
import { describe, expect, test } from "vitest";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { CREDENTIALS, cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { SETUP_LINK, startServer } from "#tests/support/server.ts";

const RESOLUTION = "Japan Could Play the Russia Card Against China";

describe("signing in", () => {
  test("with the right password sets a cookie that scripts cannot read, and signing out revokes it", async () => {
    await using server = await startServer();
    const signedIn = await server.request("/api/auth/sign-in/email", { json: CREDENTIALS });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers.getSetCookie().join()).toMatch(
      /^resolved\.session_token=[^;]+;.*HttpOnly.*SameSite=Lax/u,
    );
    const cookie = cookiesOf(signedIn);
    const me = () => server.request("/api/auth/get-session", { headers: { cookie } });
    expect(await (await me()).json()).toMatchObject({ user: { email: CREDENTIALS.email, name: "Grace" } });
    await server.request("/api/auth/sign-out", { json: {}, headers: { cookie } });
    expect(await (await me()).json()).toBeNull();
    expect((await server.request("/api/debates", { headers: { cookie } })).status).toBe(401);
  });

  test("with a wrong email or password fails, and the answer does not say which was wrong", async () => {
    await using server = await startServer();
    const answers = await Promise.all(
      [
        { ...CREDENTIALS, password: "something-else" },
        { ...CREDENTIALS, email: "nobody@example.org" },
      ].map(async (json) => {
        const response = await server.request("/api/auth/sign-in/email", { json });
        expect(response.headers.get("set-cookie")).toBeNull();
        return [response.status, await response.json()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
  });

  test("there is no sign-up, and the setup link works for the first instructor only", async () => {
    await using server = await startServer();
    const json = { name: "Eve", email: "eve@example.org", password: "0123456789" };
    const signUp = await server.request("/api/auth/sign-up/email", { json });
    expect(signUp.status).toBeGreaterThanOrEqual(400);
    for (const token of [SETUP_LINK, "guess"])
      expect((await server.request("/api/setup", { json: { ...json, token } })).status).toBe(403);
    expect(await server.database.reader.instructor.count()).toBe(1);
  });
});

test("[I8] no other route of Better Auth exists, for an instructor either", async () => {
  await using server = await startServer();
  const { name, email, password } = INSTRUCTOR;
  const headers = { cookie: server.cookie };
  const json = { name: `${name}\u202e`, email, password, currentPassword: password, newPassword: password };
  for (const path of [
    "verify-password",
    "update-user",
    "list-sessions",
    "change-email",
    "set-password",
    "delete-user",
    "delete-user/callback",
    "sign-up/email",
    "sign-in/social",
    "link-social",
    "unlink-account",
    "list-accounts",
    "account-info",
    "get-access-token",
    "refresh-token",
    "request-password-reset",
    "reset-password",
    "reset-password/token",
    "send-verification-email",
    "verify-email",
    "update-session",
    "revoke-session",
    "revoke-other-sessions",
    "callback/google",
    "oauth2/callback/oidc",
    "error",
    "ok",
    "",
    "get-session/",
    "get-session%2F..%2Flist-sessions",
    "sign-out/../verify-password",
  ])
    for (const asked of [{ headers }, { headers, json }]) {
      const answer = await server.request(`/api/auth/${path}`, asked);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toMatchObject({ error: { code: "not-found" } });
    }
  expect(await server.database.reader.instructor.findFirst()).toMatchObject({ name });
});

describe("a session", () => {
  test("shows anyone seven fields and nothing else", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { code } = server.session;
    const promised = { identity: "pseudonym", entry: "open" };
    const card = { code, phase: "lobby", resolution: RESOLUTION, lang: "en", ...promised, joinable: true };
    expect(await (await server.asStranger("")).json()).toEqual(card);
    await moveTo(host, "closed");
    expect(await (await server.asStranger("")).json()).toEqual({ ...card, phase: "closed", joinable: false });
  });

  test("[P4] shows its positions from reading on, and to its host always", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const positions = () => server.asStranger("/debate");
    expect((await positions()).status).toBe(403);
    expect((await server.asHost("/debate")).status).toBe(200);
    await moveTo(host, "before");
    expect((await positions()).status).toBe(403);
    await moveTo(host, "reading");
    const { kit, versions = [], ...read } = BUILT_IN_DEBATE;
    const forClass = {
      ...read,
      kit: { glossary: kit?.glossary },
      versions: versions.map(({ id, label, lang }) => ({ id, label, lang })),
    };
    expect(await (await positions()).json()).toEqual({ debate: forClass });
    expect(await (await server.asHost("/debate")).json()).toEqual({ debate: BUILT_IN_DEBATE });
  });
});

test("[O5] metrics are readable on the machine itself, and from elsewhere with the token", async () => {
  await using server = await startServer({ trustProxy: true, metricsToken: "for Prometheus only" });
  const statusFor = async (authorization?: string) => {
    const headers = { "x-forwarded-for": "203.0.113.7", ...(authorization && { authorization }) };
    return (await server.request("/metrics", { headers })).status;
  };
  expect(await statusFor()).toBe(403);
  expect(await statusFor("Bearer for Prometheus onlY")).toBe(403);
  expect(await statusFor("Bearer for Prometheus only")).toBe(200);
  await using without = await startServer({ trustProxy: true });
  const headers = { "x-forwarded-for": "203.0.113.7", authorization: "Bearer undefined" };
  expect((await without.request("/metrics", { headers })).status).toBe(403);
});

test("[O5] metrics are refused through a proxy on the machine, also if TRUST_PROXY is not set", async () => {
  for (const trustProxy of [false, true]) {
    await using server = await startServer({ trustProxy });
    for (const headers of [
      { "x-forwarded-for": "203.0.113.7" },
      { "x-forwarded-for": "127.0.0.1" },
      { "x-forwarded-for": "" },
      { forwarded: "for=203.0.113.7" },
    ])
      expect((await server.request("/metrics", { headers })).status, JSON.stringify(headers)).toBe(403);
    expect((await server.request("/metrics")).status).toBe(200);
  }
});

test("[O5] a start with an https PUBLIC_URL and no trusted proxy logs one warning, and other starts none", async () => {
  const warnings = async (publicUrl: string, trustProxy: boolean) => {
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line: string) => lines.push(line) });
    await using _server = await startServer({ publicUrl, trustProxy, log });
    return lines.filter((line) => line.includes("TRUST_PROXY")).length;
  };
  expect(await warnings("https://debate.example.org", false)).toBe(1);
  expect(await warnings("https://debate.example.org", true)).toBe(0);
  expect(await warnings("http://debate.example.org", false)).toBe(0);
});

test("metrics count ballots by outcome, connections and snapshots, and identify no one", async () => {
  await using server = await startServer({ settings: { identity: "named" } });
  const host = await server.connect("host");
  const seat = await server.join("Ada Lovelace");
  const ada = await server.connect("student", { ticket: seat.ticket });
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for", "before", 1));
  await ada.send("ballot:cast", ballot("for", "before", 1));
  await ada.send("ballot:cast", ballot("for", "after", 1));
  await host.sees(({ turnout }) => turnout.voted === 1);
  const metrics = await (await server.request("/metrics")).text();
  for (const line of [
    'resolved_ballots_total{outcome="stored"} 1',
    'resolved_ballots_total{outcome="repeated"} 1',
    'resolved_ballots_total{outcome="wrong-phase"} 1',
    "resolved_ballots_waiting 0",
    'resolved_seats_total{outcome="stored"} 1',
    'resolved_commit_seconds_count{of="ballots"} 3',
    'resolved_connections{role="student"} 1',
    'resolved_connections{role="host"} 1',
    "resolved_storage_working 1",
  ])
    expect(metrics.split("\n")).toContain(line);
  expect(metrics).toMatch(/^resolved_snapshots_total\{audience="host"\} \d+$/mu);
  expect(metrics).toMatch(/^resolved_event_loop_delay_p99_seconds \S+$/mu);
  for (const personal of ["Lovelace", seat.participantId, server.session.code])
    expect(metrics).not.toContain(personal);
});

test("[W3] 40 sign-ins and authenticated requests at once all succeed", async () => {
  await using server = await startServer();
  const asked = Array.from({ length: 40 }, async (_, index) => {
    if (index % 8 === 0)
      return (await server.request("/api/auth/sign-in/email", { json: CREDENTIALS })).status;
    return (await server.asHost("/export?table=events&format=json")).status;
  });
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
});

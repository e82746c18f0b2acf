import pino from "pino";
import { expect, test } from "vitest";
import { parseEnvironment } from "#server/platform/environment.ts";
import { createBrowser } from "#tests/support/browser.ts";
import { CLIENT, type Person, startProvider } from "#tests/support/provider.ts";
import { CREDENTIALS, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const HERE = "https://debate.example.org";
const ADA: Person = { sub: "ada-1815", email: "ada@staff.example.org", email_verified: true, name: "Ada" };
const GRACE: Person = { sub: "grace-1906", email: INSTRUCTOR.email, email_verified: true, name: "Grace" };

/** A server on which instructors sign in with the provider only, by a person at a browser of their own. */
async function school() {
  const provider = await startProvider(`${HERE}/api/auth/callback/oidc`);
  const server = await startServer({
    publicUrl: HERE,
    log: pino({ level: "silent" }),
    oidc: {
      issuer: provider.issuer,
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
      name: "the school",
      instructors: ["@staff.example.org"],
      isOnly: true,
    },
  });
  const signIn = async (person: Person, query = "") => {
    const browser = createBrowser({ [HERE]: () => server.url });
    provider.sits(person);
    const { pathname, searchParams } = await browser.go(`${HERE}/api/oidc/sign-in${query}`);
    return { at: pathname + (searchParams.get("error") ?? ""), headers: { cookie: browser.cookie(HERE) } };
  };
  return {
    server,
    signIn,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}

test("[I40] with OIDC_ONLY no password opens, makes or changes anything, and the provider's accounts are asked for no second factor", async () => {
  await using there = await school();
  const { server } = there;
  const account = {
    token: "x".repeat(30),
    name: "Eve",
    email: "eve@example.org",
    password: INSTRUCTOR.password,
  };
  for (const [path, json] of [
    ["/api/auth/sign-in/email", CREDENTIALS],
    ["/api/auth/change-password", { currentPassword: INSTRUCTOR.password, newPassword: "compiler-a-0-1952" }],
    ["/api/auth/two-factor/enable", { password: INSTRUCTOR.password }],
    ["/api/setup", account],
    ["/api/invitations/accept", account],
    ["/api/reset", { token: "x", password: "compiler-a-0-1952" }],
    ["/api/reset/mail", { email: INSTRUCTOR.email }],
  ] as const)
    expect([path, (await server.asInstructor(path, { json })).status]).toEqual([path, 403]);
  await server.asInstructor("/api/instructors/second-factor", { method: "PUT", json: { required: true } });
  // An account that had a password is connected by its verified address.
  const { at, headers } = await there.signIn(GRACE);
  expect(at).toBe("/dashboard");
  const page = await server.app.pageApi.account(new Headers(headers));
  expect(page).toMatchObject({ ok: true, value: { hasPassword: false, isConnected: true } });
});

test("[I38] a locked account does not get in by the provider", async () => {
  await using there = await school();
  const { server } = there;
  await there.signIn(ADA);
  const { instructors } = await (await server.asInstructor("/api/instructors")).json();
  await server.asInstructor(`/api/instructors/${instructors[1].id}/lock`, { method: "PUT" });
  expect((await there.signIn(ADA)).at).toBe("/sign-inaccount_locked");
});

test("[I41] the first account is opened by the setup link with the provider, and by no one without it", async () => {
  await using there = await school();
  const { server } = there;
  await server.asInstructor("/api/account", { method: "DELETE", json: { proof: INSTRUCTOR.email } });
  const token = (await server.app.instructors.setupToken()) ?? "";
  expect((await there.signIn(ADA)).at).toBe("/sign-innot_invited");
  expect((await there.signIn(ADA, "?setup=guess")).at).toBe("/sign-insetup_ended");
  const { at, headers } = await there.signIn(GRACE, `?setup=${token}&retention=90`);
  expect(at).toBe("/dashboard");
  expect(await server.app.pageApi.retention()).toEqual({ days: 90, isFixed: false });
  expect((await server.app.pageApi.instructors(new Headers(headers))).ok).toBe(true);
  expect((await there.signIn(ADA, `?setup=${token}`)).at).toBe("/sign-insetup_ended");
  expect((await there.signIn(ADA)).at).toBe("/dashboard");
});

test("[I40] OIDC_ONLY without a provider stops the start", () => {
  expect(parseEnvironment({ OIDC_ONLY: "true" }).faults).toEqual([expect.stringContaining("OIDC_ISSUER")]);
});

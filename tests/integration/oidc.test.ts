import pino from "pino";
import { expect, test } from "vitest";
import { createBrowser } from "#tests/support/browser.ts";
import { CLIENT, type Person, startProvider } from "#tests/support/provider.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const HERE = "https://debate.example.org";
const CALLBACK = `${HERE}/api/auth/callback/oidc`;
const ADA: Person = { sub: "ada-1815", email: "ada@staff.example.org", email_verified: true, name: "Ada" };

/** A server behind a proxy, and its provider. */
async function school(instructors: string[] = [], issuer = (given: string) => given) {
  const provider = await startProvider(CALLBACK);
  // It stands still, however long the sign-ins of a test take.
  let now = Date.now();
  const server = await startServer({
    clock: () => now,
    publicUrl: HERE,
    log: pino({ level: "silent" }),
    oidc: {
      issuer: issuer(provider.issuer),
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
      name: "the school",
      instructors,
    },
  });
  const browser = () => createBrowser({ [HERE]: () => server.url });
  return {
    provider,
    server,
    browser,
    passes(milliseconds: number): void {
      now += milliseconds;
    },
    /** Signs a person in there with a browser; returns the address where that ends. */
    async signIn(person: Person | null, from = browser(), query = "") {
      provider.sits(person);
      const { pathname, searchParams } = await from.go(`${HERE}/api/oidc/sign-in${query}`);
      return { pathname, error: searchParams.get("error") };
    },
    async me(from: ReturnType<typeof browser>) {
      const headers = { cookie: from.cookie(HERE) };
      return (await (await server.request("/api/auth/get-session", { headers })).json())?.user ?? null;
    },
    async invite(): Promise<string> {
      const response = await server.asInstructor("/api/invitations", {
        json: {},
      });
      return new URL((await response.json()).url).searchParams.get("token") ?? "";
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}
/** [L31] After this a provider that failed is asked again, in milliseconds. */
const PAUSE = 5_000;
const DASHBOARD = { pathname: "/dashboard", error: null };

test("[I7] a listed person gets an account, can return to it, and lands on the page they wanted", async () => {
  await using there = await school(["@staff.example.org"]);
  const browser = there.browser();
  expect(await there.signIn(ADA, browser)).toEqual(DASHBOARD);
  expect(await there.me(browser)).toMatchObject({ name: "Ada", email: ADA.email, emailVerified: true });
  const again = there.browser();
  const card = "?next=/debates/japan-russia-card";
  expect(await there.signIn(ADA, again, card)).toEqual({
    pathname: "/debates/japan-russia-card",
    error: null,
  });
  expect((await there.me(again)).id).toBe((await there.me(browser)).id);
  for (const elsewhere of ["//evil.example", "https://evil.example", "/\\evil.example", "/%09/evil.example"])
    expect((await there.signIn(ADA, there.browser(), `?next=${elsewhere}`)).pathname).toBe("/dashboard");
  expect(await there.server.database.reader.instructor.count()).toBe(2);
  // The provider's tokens are not stored.
  const [credential] = await there.server.database.reader.credential.findMany({
    where: { providerId: "oidc" },
  });
  expect(credential).toMatchObject({
    accountId: ADA.sub,
    accessToken: null,
    idToken: null,
    refreshToken: null,
  });
});

test("[I7] a person who is not listed is refused, and so is an address that the provider has not verified", async () => {
  await using there = await school(["grace@staff.example.org", "@staff.example.org"]);
  for (const [person, error] of [
    [{ ...ADA, email: "ada@students.example.org" }, "not_invited"],
    [{ ...ADA, email: "ada@evil-staff.example.org" }, "not_invited"],
    [{ ...ADA, email: "ada@staff.example.org.evil.example" }, "not_invited"],
    [{ ...ADA, email_verified: false }, "email_not_verified"],
    [{ sub: ADA.sub, email: "ada@staff.example.org" }, "email_not_verified"],
    [{ sub: ADA.sub, name: "Ada" }, "email_not_found"],
    [null, "access_denied"],
  ] as const) {
    const browser = there.browser();
    expect(await there.signIn(person, browser)).toEqual({ pathname: "/sign-in", error });
    expect(await there.me(browser)).toBeNull();
  }
  expect(await there.server.database.reader.instructor.count()).toBe(1);
});

test("[I7] by default only people with an account or an invitation are let in, and the invitation is used up", async () => {
  await using there = await school();
  expect(await there.signIn(ADA)).toEqual({ pathname: "/sign-in", error: "not_invited" });
  expect((await there.signIn(ADA, there.browser(), "?invitation=made-up")).error).toBe("not_invited");
  const invitation = await there.invite();
  // A person refused for another reason does not use it up.
  const query = `?invitation=${invitation}`;
  expect((await there.signIn({ ...ADA, email_verified: false }, there.browser(), query)).error).toBe(
    "email_not_verified",
  );
  expect(await there.signIn(ADA, there.browser(), query)).toEqual(DASHBOARD);
  expect(
    await there.signIn({ ...ADA, sub: "eve", email: "eve@staff.example.org" }, there.browser(), query),
  ).toEqual({
    pathname: "/sign-in",
    error: "not_invited",
  });
  expect(await there.signIn(ADA)).toEqual(DASHBOARD);
});

test("[I7] an address that the provider has verified signs in to the account that uses it with a password", async () => {
  await using there = await school();
  const browser = there.browser();
  const grace = { sub: "grace-1906", email: "GRACE@example.org", email_verified: true, name: "Somebody" };
  expect(await there.signIn(grace, browser)).toEqual(DASHBOARD);
  expect(await there.me(browser)).toMatchObject({ name: INSTRUCTOR.name, email: INSTRUCTOR.email });
  expect(await there.server.database.reader.instructor.count()).toBe(1);
  await there.server.signIn();
});

test("[I7] an account with an unverified address is not linked automatically, but its owner can connect it", async () => {
  await using there = await school(["@staff.example.org"]);
  const account = { name: "Ada", email: "ada@staff.example.org", password: "engine-notes-1843" };
  const token = await there.invite();
  await there.server.request("/api/invitations/accept", { json: { token, ...account } });
  expect(await there.signIn(ADA)).toEqual({ pathname: "/sign-in", error: "account_not_linked" });

  const browser = there.browser();
  browser.put(HERE, await there.server.signIn(account));
  const connect = async (person: Person) => {
    there.provider.sits(person);
    const { pathname, searchParams } = await browser.go(`${HERE}/api/oidc/connect`);
    return { pathname, error: searchParams.get("error") };
  };
  expect(await connect({ ...ADA, email: "other@staff.example.org" })).toEqual({
    pathname: "/account",
    error: "email_does_not_match",
  });
  // The provider remembers who signed in, so the next person gets a new browser.
  const other = there.browser();
  other.put(HERE, browser.cookie(HERE));
  there.provider.sits(ADA);
  expect((await other.go(`${HERE}/api/oidc/connect`)).href).toBe(`${HERE}/account`);
  expect(await there.signIn(ADA)).toEqual(DASHBOARD);
  expect((await there.browser().go(`${HERE}/api/oidc/connect`)).pathname).toBe("/sign-in");
});

test("[I7] a state that was changed, used in another browser or used twice signs no one in", async () => {
  await using there = await school(["@staff.example.org"]);
  const isBack = (url: URL) => url.pathname === "/api/auth/callback/oidc";
  there.provider.sits(ADA);
  const browser = there.browser();
  const back = await browser.go(`${HERE}/api/oidc/sign-in`, isBack);
  expect(Object.fromEntries(back.searchParams)).toMatchObject({ iss: there.provider.issuer });

  const changed = new URL(back);
  changed.searchParams.set("state", `${back.searchParams.get("state")}x`);
  const missing = new URL(back);
  missing.searchParams.delete("state");
  const stranger = there.browser();
  for (const url of [changed, missing, back]) {
    const { pathname, searchParams } = await stranger.go(url.href);
    expect([pathname, searchParams.get("error")]).toEqual(["/sign-in", expect.stringMatching(/^state_/u)]);
  }
  expect(await there.me(stranger)).toBeNull();

  const foreign = await browser.go(`${HERE}/api/oidc/sign-in`, isBack);
  foreign.searchParams.set("iss", "https://evil.example");
  expect((await browser.go(foreign.href)).searchParams.get("error")).toBe("issuer_mismatch");

  const good = await browser.go(`${HERE}/api/oidc/sign-in`, isBack);
  expect((await browser.go(good.href)).pathname).toBe("/dashboard");
  expect((await browser.go(good.href)).searchParams.get("error")).toBe("state_mismatch");
});

test("[L31] forty people sign in while the provider fails: it is asked once in 5 seconds, and then signs the next one in", async () => {
  await using there = await school(["@staff.example.org"]);
  there.provider.fails();
  const refused = { pathname: "/sign-in", error: "no_provider" };
  const people = Array.from({ length: 20 }, () => there.signIn(ADA));
  expect(await Promise.all(people)).toEqual(Array(20).fill(refused));
  for (let late = 0; late < 20; late += 1) expect(await there.signIn(ADA)).toEqual(refused);
  expect(there.provider.asked).toHaveLength(1);
  there.provider.works();
  there.passes(PAUSE - 1_000);
  expect(await there.signIn(ADA)).toEqual(refused);
  there.passes(1_000);
  expect(await there.signIn(ADA)).toEqual(DASHBOARD);
});

test("[I27] an address from the provider is checked like a typed one, and a name is one line of at most 40 characters", async () => {
  await using there = await school(["@staff.example.org"]);
  for (const email of ['"ada\\nBcc: x"@staff.example.org', "ada\r\nx@staff.example.org"]) {
    const browser = there.browser();
    const refused = { pathname: "/sign-in", error: "email_not_valid" };
    expect(await there.signIn({ ...ADA, sub: email, email }, browser)).toEqual(refused);
    expect(await there.me(browser)).toBeNull();
  }
  const browser = there.browser();
  const name = `Ada\r\nBcc: ${"e".repeat(60)}`;
  expect(await there.signIn({ ...ADA, name }, browser)).toEqual(DASHBOARD);
  expect(await there.me(browser)).toMatchObject({ name: `Ada Bcc: ${"e".repeat(31)}` });
});

test("[I7] requests cannot name another provider, another address or a token of their own", async () => {
  await using there = await school(["@staff.example.org"]);
  await there.signIn(ADA);
  for (const path of ["sign-in/social", "link-social", "get-access-token", "refresh-token", "account-info"])
    for (const json of [
      { provider: "oidc", providerId: "oidc" },
      { provider: "oidc", idToken: { token: "a.b.c" } },
    ])
      expect((await there.server.request(`/api/auth/${path}`, { json })).status).toBe(404);
  await using without = await startServer();
  expect((await without.request("/api/oidc/sign-in")).status).toBe(404);
  expect((await without.request("/api/auth/callback/oidc?code=x&state=y")).status).toBe(404);
});

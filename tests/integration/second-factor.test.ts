import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { resetToken } from "#server/identity/reset-token.mjs";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { SECRET } from "#tests/support/signed-in.ts";

const HAS_OATHTOOL = spawnSync("oathtool", ["--version"]).status === 0;
const SECOND = 1_000;
const { password } = INSTRUCTOR;

/** A code as a second program makes it: now, or in some seconds. */
function codeOf(secret: string, from = 0): string {
  const now = new Date(Date.now() + from * SECOND).toISOString();
  const { stdout } = spawnSync("oathtool", ["--totp", "-b", "--now", now, secret], { encoding: "utf8" });
  return stdout.trim();
}

/** Requests of one browser, which remembers its cookies. */
function browserOf(server: TestServer, cookie = "") {
  const jar = new Map<string, string>();
  const take = (cookies: string) => {
    for (const each of cookies.split("; ").filter(Boolean)) {
      const at = each.indexOf("=");
      jar.set(each.slice(0, at), each.slice(at + 1));
    }
  };
  take(cookie);
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") });
  const post = async (path: string, json: object, method = "POST") => {
    const response = await server.request(path, { method, json, headers: headers() });
    take(cookiesOf(response));
    const text = await response.text();
    return { status: response.status, read: text ? JSON.parse(text) : null };
  };
  return {
    post,
    factor: (step: string, json: object) => post(`/api/auth/two-factor/${step}`, json),
    signIn: (of: { email: string; password: string } = INSTRUCTOR) =>
      post("/api/auth/sign-in/email", { email: of.email, password: of.password }),
    mine: async () => (await server.request("/api/invitations", { headers: headers() })).status === 200,
  };
}
type Browser = ReturnType<typeof browserOf>;

/** Turns it on; answers with what the app has, and the backup codes. */
async function turnOn(browser: Browser, proof = password) {
  const { status, read } = await browser.factor("enable", { password: proof });
  expect(status).toBe(200);
  const secret = new URL(read.totpURI).searchParams.get("secret") ?? "";
  expect((await browser.factor("verify-totp", { code: "000000" })).status).toBe(401);
  expect((await browser.factor("verify-totp", { code: codeOf(secret) })).status).toBe(200);
  return { secret, backupCodes: read.backupCodes as string[] };
}
const ASKED = { twoFactorRedirect: true, twoFactorMethods: ["totp"] };

describe.skipIf(!HAS_OATHTOOL)("with oathtool's codes", () => {
  test("[I35] the password alone signs no one in: a code follows, which works once", async () => {
    await using server = await startServer();
    const own = browserOf(server, server.cookie);
    const other = browserOf(server);
    await other.signIn();
    expect(await other.mine()).toBe(true);
    const { secret } = await turnOn(own);
    // [I36] Other sign-ins, which have shown no code, end.
    expect([await own.mine(), await other.mine()]).toEqual([true, false]);
    const next = browserOf(server);
    expect((await next.signIn()).read).toEqual(ASKED);
    expect(await next.mine()).toBe(false);
    expect((await next.factor("verify-totp", { code: "12345" })).status).toBe(401);
    const code = codeOf(secret);
    expect((await next.factor("verify-totp", { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(
      200,
    );
    expect(await next.mine()).toBe(true);
    const thief = browserOf(server);
    await thief.signIn();
    expect((await thief.factor("verify-totp", { code })).status).toBe(409);
    expect(await thief.mine()).toBe(false);
    // Without the password there is no second step.
    expect((await browserOf(server).factor("verify-totp", { code: codeOf(secret, 30) })).status).toBe(409);
  });

  test("[I44] ten wrong codes are the most from one address, and they lock out no known browser", async () => {
    await using server = await startServer();
    const own = browserOf(server);
    await own.signIn();
    const { secret } = await turnOn(own);
    const thief = browserOf(server);
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      await thief.signIn();
      statuses.push((await thief.factor("verify-totp", { code: `00000${n % 10}` })).status);
    }
    expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(statuses[10]).toBe(429);
    await own.post("/api/auth/sign-out", {});
    await own.signIn();
    expect((await own.factor("verify-totp", { code: codeOf(secret, 30) })).status).toBe(200);
  });

  test("[I36] a backup code signs in once, and a trusted device is not asked again until everything is signed out", async () => {
    await using server = await startServer();
    const { backupCodes } = await turnOn(browserOf(server, server.cookie));
    expect(new Set(backupCodes).size).toBe(10);
    const laptop = browserOf(server);
    await laptop.signIn();
    const [first = "", second = ""] = backupCodes;
    const typed = `${first.slice(0, 5)} ${first.slice(5)}`.toLowerCase();
    expect((await laptop.factor("verify-backup-code", { code: typed, trustDevice: true })).status).toBe(200);
    await laptop.post("/api/auth/sign-out", {});
    expect((await laptop.signIn()).read.user).toMatchObject({ email: INSTRUCTOR.email });
    expect(await laptop.mine()).toBe(true);
    const other = browserOf(server);
    await other.signIn();
    expect((await other.factor("verify-backup-code", { code: first })).status).not.toBe(200);
    await laptop.post("/api/auth/revoke-sessions", {});
    expect((await laptop.signIn()).read).toEqual(ASKED);
    expect((await laptop.factor("verify-backup-code", { code: second })).status).toBe(200);
    // New codes end those before.
    const { read } = await laptop.factor("generate-backup-codes", { password });
    await laptop.post("/api/auth/sign-out", {});
    await laptop.signIn();
    expect((await laptop.factor("verify-backup-code", { code: backupCodes[2] })).status).toBe(401);
    expect((await laptop.factor("verify-backup-code", { code: read.backupCodes[0] })).status).toBe(200);
    expect(await laptop.factor("disable", { password: "not the password" })).toMatchObject({ status: 400 });
    expect((await laptop.factor("disable", { password })).status).toBe(200);
    expect((await browserOf(server).signIn()).read.user).toBeDefined();
    const { entries } = await server.app.pageApi
      .account(new Headers({ cookie: await server.signIn() }))
      .then((page) => (page.ok && page.value.audit) || { entries: [] });
    const lines = entries.map(({ kind, what, detail }) => [kind, what, detail].filter(Boolean).join(" "));
    for (const line of [
      "setting second-factor-on",
      "setting second-factor-codes",
      "setting second-factor-off",
      "sign-in password backup-code",
      "refused second-factor",
    ])
      expect(lines).toContain(line);
  });

  test("[I35] a code from a signed-in device needs no second factor, and a new password needs it, but for [I37] the link of the person who runs the server", async () => {
    await using server = await startServer();
    const own = browserOf(server, server.cookie);
    await turnOn(own);
    const { read } = await own.post("/api/account/code", {});
    const hall = browserOf(server);
    expect((await hall.post("/api/auth/sign-in/code", { code: read.code })).status).toBe(200);
    expect(await hall.mine()).toBe(true);
    const linkBy = async (by: "mail" | "owner") => {
      const { id: instructorId } = await server.database.reader.instructor.findFirstOrThrow();
      const { password: passwordHash } = await server.database.reader.credential.findFirstOrThrow();
      const expiresAt = Date.now() + 60 * SECOND;
      const consent = { helperId: null, helpAllowedAt: null };
      return resetToken(SECRET, {
        instructorId,
        passwordHash: passwordHash ?? "",
        expiresAt,
        by,
        ...consent,
      });
    };
    const byMail = browserOf(server);
    const renewed = "analytical-engine-1843";
    const set = await byMail.post("/api/reset", { token: await linkBy("mail"), password: renewed });
    expect(set).toEqual({ status: 200, read: { ok: true, twoFactorRedirect: true } });
    expect([await byMail.mine(), await hall.mine(), await own.mine()]).toEqual([false, false, false]);
    const byOwner = browserOf(server);
    await byOwner.post("/api/reset", { token: await linkBy("owner"), password });
    expect(await byOwner.mine()).toBe(true);
    expect((await browserOf(server).signIn()).read.user).toBeDefined();
  });

  test("[I39] once it is required, a new sign-in can do nothing before it is set up, and no one turns it off", async () => {
    await using server = await startServer();
    const owner = browserOf(server, server.cookie);
    const alan = browserOf(server, await server.colleague());
    await turnOn(owner);
    expect((await owner.post("/api/instructors/second-factor", { required: true }, "PUT")).status).toBe(204);
    // A lesson may be running.
    expect(await alan.mine()).toBe(true);
    const next = browserOf(server);
    const account = { email: "alan@example.org", password };
    expect((await next.signIn(account)).status).toBe(200);
    expect(await next.mine()).toBe(false);
    await turnOn(next);
    expect([await next.mine(), await alan.mine()]).toEqual([true, false]);
    expect((await next.factor("disable", { password })).status).toBe(403);
    // [I37] The owner helps a colleague who lost the phone.
    const { id } = await server.database.reader.instructor.findFirstOrThrow({
      where: { email: account.email },
    });
    expect((await owner.post(`/api/instructors/${id}/second-factor`, {}, "DELETE")).status).toBe(204);
    const again = browserOf(server);
    expect((await again.signIn(account)).read.user).toBeDefined();
    expect(await again.mine()).toBe(false);
    await owner.post("/api/instructors/second-factor", { required: false }, "PUT");
    expect(await again.mine()).toBe(true);
  });
});

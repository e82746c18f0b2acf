import { expect, test } from "vitest";
import { CODE_ALPHABET } from "#debate/rules/codes.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { dump } from "#tests/support/tables.ts";

const MINUTE = 60_000;
const NEW_PASSWORD = "a compiler for everybody";

async function make(server: TestServer, cookie = server.cookie) {
  const response = await server.request("/api/account/code", { json: {}, headers: { cookie } });
  expect(response.status).toBe(201);
  return (await response.json()) as { code: string; expiresAt: number; url: string };
}
const use = (server: TestServer, code: string, address = "203.0.113.7") =>
  server.request("/api/auth/sign-in/code", {
    json: { code },
    headers: { "x-forwarded-for": address, "user-agent": "a lectern" },
  });
const refusal = async (response: Response) => [response.status, (await response.json()).error.code];
const FORBIDDEN = [403, "forbidden"];
const me = async (server: TestServer, cookie: string) =>
  (await (await server.request("/api/auth/get-session", { headers: { cookie } })).json())?.user?.email;

test("[I9] an instructor signed in on their phone can sign in on an unknown computer, at an address with no attempts left", async () => {
  await using server = await startServer({ trustProxy: true });
  const withPassword = (password: string, cookie = "") =>
    server.request("/api/auth/sign-in/email", {
      json: { email: INSTRUCTOR.email, password },
      headers: { "x-forwarded-for": "203.0.113.7", cookie },
    });
  // A student in the same network tries ten wrong passwords, and as many wrong codes as are allowed.
  for (let n = 0; n < 31; n += 1) await withPassword(`guess number ${n}`);
  for (let n = 0; n < 100; n += 1) expect((await use(server, "0000000000")).status).toBe(403);
  expect((await withPassword(INSTRUCTOR.password)).status).toBe(429);

  const { code, url, expiresAt } = await make(server);
  expect(code).toHaveLength(10);
  expect([...code].every((character) => CODE_ALPHABET.includes(character))).toBe(true);
  expect(url).toBe(`${server.url}/sign-in?by=code`);
  expect(Math.abs(expiresAt - Date.now() - 10 * MINUTE)).toBeLessThan(MINUTE);
  // Typed as people do.
  const response = await use(server, ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `);
  expect(response.status).toBe(200);
  const cookie = cookiesOf(response);
  expect(await me(server, cookie)).toBe(INSTRUCTOR.email);
  // It is a sign-in like any other, and the browser is known from now on.
  const { signIns } = await (await server.request("/api/account/data", { headers: { cookie } })).json();
  expect(signIns).toContainEqual(
    expect.objectContaining({ ipAddress: "203.0.113.7", userAgent: "a lectern" }),
  );
  expect((await withPassword(INSTRUCTOR.password, cookie)).status).toBe(200);
});

test("[I9] a code works once, even if twenty use it at the same time, and a new code ends the one before", async () => {
  await using server = await startServer();
  const first = await make(server);
  const second = await make(server);
  expect(await refusal(await use(server, first.code))).toEqual(FORBIDDEN);
  const answers = await Promise.all(Array.from({ length: 20 }, () => use(server, second.code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(403)]);
  expect(await server.database.reader.signInCode.count()).toBe(0);
});

test("[I9] a code expires after ten minutes, and is deleted within an hour", async () => {
  let now = Date.now();
  await using server = await startServer({ clock: () => now });
  const { code, expiresAt } = await make(server);
  now = expiresAt;
  expect(await refusal(await use(server, code))).toEqual(FORBIDDEN);
  await server.restart();
  await expect.poll(() => server.database.reader.signInCode.count()).toBe(0);
  const { code: next, expiresAt: end } = await make(server);
  now = end - 1;
  expect((await use(server, next)).status).toBe(200);
});

test("[I9] signing out, signing out everywhere, a new password and deleting the account end a code", async () => {
  await using server = await startServer();
  const elsewhere = await server.signIn();
  const ends = {
    "POST /api/auth/sign-out": {},
    "POST /api/auth/revoke-sessions": {},
    "POST /api/auth/change-password": { currentPassword: INSTRUCTOR.password, newPassword: NEW_PASSWORD },
    "DELETE /api/account": { proof: NEW_PASSWORD },
  };
  let password = INSTRUCTOR.password;
  for (const [asked, json] of Object.entries(ends)) {
    const [method = "", path = ""] = asked.split(" ");
    const cookie = await server.signIn({ ...INSTRUCTOR, password });
    const { code } = await make(server, cookie);
    expect((await server.request(path, { method, json, headers: { cookie } })).ok, asked).toBe(true);
    if (path.endsWith("password")) password = NEW_PASSWORD;
    expect([asked, ...(await refusal(await use(server, code)))]).toEqual([asked, ...FORBIDDEN]);
  }
  expect(await me(server, elsewhere)).toBeUndefined();
});

test("[I9] wrong codes are refused, making one needs a sign-in, and only a code's hash is stored", async () => {
  await using server = await startServer();
  const asked = await server.request("/api/account/code", { json: {} });
  expect(await refusal(asked)).toEqual([401, "unauthorized"]);
  const { code } = await make(server);
  const flipped = (code[0] === "0" ? "1" : "0") + code.slice(1);
  for (const wrong of [flipped, code.slice(1), `${code}0`, "", "é".repeat(10), "\u0000"])
    expect(await refusal(await use(server, wrong)), wrong).toEqual(FORBIDDEN);
  expect((await use(server, "x".repeat(101))).status).toBe(413);
  expect(JSON.stringify(await dump(server.database))).not.toContain(code);
  const text = await (await server.request("/metrics")).text();
  expect(text).toMatch(/^resolved_refused_sign_ins_total\{by="code"\} 6$/mu);
});

const DAY = 24 * 60 * 60_000;

/** Who a cookie signs in, as each route sees it. */
async function whose(server: TestServer, cookie: string): Promise<string | null> {
  const response = await server.request("/api/account/data", { headers: { cookie } });
  return response.ok ? (await response.json()).account.email : null;
}

const endsAt = async (server: TestServer): Promise<number> =>
  (await server.database.reader.signIn.findFirstOrThrow()).expiresAt.getTime();

const endIn = (server: TestServer, milliseconds: number) =>
  server.database.write((transaction) =>
    transaction.signIn.updateMany({ data: { expiresAt: new Date(Date.now() + milliseconds) } }),
  );

test("[I12] a sign-in ends thirty days after it was last used, and its cookie counts only as it was signed", async () => {
  await using server = await startServer();
  const { cookie } = server;
  expect(await whose(server, cookie)).toBe(INSTRUCTOR.email);

  const signed = decodeURIComponent(/session_token=([^;]+)/u.exec(cookie)?.[1] ?? "");
  const [token = "", signature = ""] = signed.split(".");
  const other = `${token[0] === "a" ? "b" : "a"}${token.slice(1)}`;
  for (const forged of [token, `${token}.`, `${other}.${signature}`, `${token}.${signature.toLowerCase()}`])
    expect(await whose(server, `resolved.session_token=${encodeURIComponent(forged)}`)).toBeNull();

  // Used again after more than a day, it is extended; on the same day it is not.
  await endIn(server, 28 * DAY);
  expect(await whose(server, cookie)).toBe(INSTRUCTOR.email);
  const extended = await endsAt(server);
  expect(extended - Date.now()).toBeGreaterThan(29 * DAY);
  expect(await whose(server, cookie)).toBe(INSTRUCTOR.email);
  expect(await endsAt(server)).toBe(extended);

  await endIn(server, -1_000);
  expect(await whose(server, cookie)).toBeNull();
  expect(await server.database.reader.signIn.count()).toBe(0);
});

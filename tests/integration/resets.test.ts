import { expect, test } from "vitest";
import { resetToken } from "#server/identity/reset-token.mjs";
import { run } from "#tests/support/backups.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import {
  ADA,
  allow,
  HOUR,
  help,
  invited,
  invitedWithConsent,
  isSignedIn,
  linkFor,
  NEW,
  SITE,
  tokenIn,
  use,
} from "#tests/support/resets.ts";
import { startServer } from "#tests/support/server.ts";
import { FAST_HASHER, SECRET } from "#tests/support/signed-in.ts";
import { dump } from "#tests/support/tables.ts";

test("[I13] a link sets a new password once, ends all sign-ins with their control rooms, and signs in", async () => {
  await using server = await startServer();
  const ada = await invitedWithConsent(server);
  const token = await linkFor(server, ada.id);
  expect(await server.app.pageApi.reset(token)).toEqual({
    account: { name: ADA.name, email: ADA.email },
    byMail: false,
  });
  const used = await use(server, token);
  expect(used.status).toBe(200);
  expect(await isSignedIn(server, ada.cookie)).toBe(false);
  expect(await isSignedIn(server, cookiesOf(used))).toBe(true);
  await server.signIn({ ...ADA, password: NEW });
  await expect(server.signIn(ADA)).rejects.toThrow();

  expect((await use(server, token, "another teapot river")).status).toBe(403);
  expect((await server.app.pageApi.reset(token)).account).toBeNull();
  // Grace's own sign-in is untouched.
  expect(await isSignedIn(server, server.cookie)).toBe(true);
});

test("[I13] a link that Grace is given disconnects her control room", async () => {
  await using server = await startServer();
  const room = await server.connect("host");
  const gone = new Promise((resolve) => room.socket.once("disconnect", resolve));
  const held = await server.database.reader.credential.findFirstOrThrow();
  const token = resetToken(SECRET, {
    instructorId: held.userId,
    passwordHash: held.password ?? "",
    expiresAt: Date.now() + HOUR,
    by: "owner",
  });
  expect((await use(server, token)).status).toBe(200);
  await gone;
});

test("[I13] of twenty uses of one link at once, one sets its password", async () => {
  await using server = await startServer();
  const { id } = await invitedWithConsent(server);
  const token = await linkFor(server, id);
  const passwords = Array.from({ length: 20 }, (_, n) => `${NEW} ${n}`);
  const answers = await Promise.all(passwords.map((password) => use(server, token, password)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(403)]);
  const won = passwords[answers.findIndex(({ status }) => status === 200)] ?? "";
  await server.signIn({ ...ADA, password: won });
});

test("[I13] a link is valid for an hour, until any new password, and nothing of it is stored", async () => {
  let now = Date.now();
  await using server = await startServer({ clock: () => now });
  const { id, cookie } = await invitedWithConsent(server);
  const stored = async () => {
    const { audit_entry: _, sqlite_sequence: __, ...tables } = await dump(server.database);
    return tables;
  };
  const before = await stored();
  const old = await linkFor(server, id);
  expect(await stored()).toEqual(before);
  now += HOUR - 1;
  expect((await server.app.pageApi.reset(old)).account).not.toBeNull();
  now += 1;
  expect((await server.app.pageApi.reset(old)).account).toBeNull();
  expect((await use(server, old)).status).toBe(403);

  const token = await linkFor(server, id);
  const json = { currentPassword: ADA.password, newPassword: NEW };
  expect((await server.request("/api/auth/change-password", { json, headers: { cookie } })).status).toBe(200);
  expect((await use(server, token, "another teapot river")).status).toBe(403);
});

test("[I13] a link that is changed, of another account, end or maker, opens nothing", async () => {
  await using server = await startServer();
  const { id } = await invitedWithConsent(server);
  const grace = await server.database.reader.instructor.findUniqueOrThrow({
    where: { email: INSTRUCTOR.email },
  });
  const [named = "", end = "", by = "", signature = ""] = (await linkFor(server, id)).split(".");
  for (const token of [
    "",
    "..",
    named,
    `${named}.${end}`,
    `${named}.${Number(end) + 1}.${by}.${signature}`,
    `${named}.Infinity.${by}.${signature}`,
    `${named}.${end}.mail.${signature}`,
    `${named}.${end}.owner.${signature}`,
    `${grace.id}.${end}.${by}.${signature}`,
    `${named}.${end}.${by}.${signature}.x`,
    `${named}.${end}.${by}.${"A".repeat(signature.length)}`,
  ])
    expect([token, (await use(server, token)).status]).toEqual([token, 403]);
  await server.signIn(ADA);
});

test("[I14] the server's owner prints a link with a command, while the server runs", async () => {
  await using server = await startServer();
  const variables = { AUTH_SECRET: SECRET, PUBLIC_URL: `${SITE}/` };
  const { code, stdout, stderr } = await run(
    "reset-password",
    server.databaseUrl,
    "Grace@example.org",
    variables,
  );
  expect([code, stderr]).toEqual([0, ""]);
  const [said, link = ""] = stdout.trimEnd().split("\n");
  expect(said).toBe(
    "Send this link to Grace. It sets a new password for grace@example.org, once, within an hour:",
  );
  expect(link.startsWith(`${SITE}/reset?token=`)).toBe(true);
  expect((await use(server, tokenIn(link))).status).toBe(200);
  await server.signIn({ ...INSTRUCTOR, password: NEW });
});

test("[I37] the printed link turns off a second factor, and the command says so; for a locked account, or with OIDC_ONLY, it prints none", async () => {
  await using server = await startServer();
  const { email } = INSTRUCTOR;
  const set = (data: { twoFactorEnabled?: boolean; lockedAt?: bigint }) =>
    server.database.write(({ instructor }) => instructor.update({ where: { email }, data }));
  const print = (more = {}) =>
    run("reset-password", server.databaseUrl, email, { AUTH_SECRET: SECRET, PUBLIC_URL: SITE, ...more });
  await set({ twoFactorEnabled: true });
  const { stdout } = await print();
  expect(stdout).toContain("It also turns off the account's second factor");
  const [, link = ""] = stdout.split("\n");
  expect(await (await use(server, tokenIn(link))).json()).toEqual({ ok: true });
  expect(await server.database.reader.instructor.count({ where: { twoFactorEnabled: true } })).toBe(0);
  expect((await print({ OIDC_ONLY: "true" })).stderr).toContain("passwords open nothing");
  await set({ lockedAt: 1n });
  expect((await print()).stderr).toContain("is locked");
});

test("[I15] only who invited an instructor makes a link for them, until they take that back", async () => {
  await using server = await startServer();
  const ada = await invitedWithConsent(server);
  const alan = await server.colleague();
  const grace = await server.database.reader.instructor.findUniqueOrThrow({
    where: { email: INSTRUCTOR.email },
  });
  expect((await help(server, ada.id, "")).status).toBe(401);
  for (const [id, cookie] of [
    [ada.id, alan],
    [ada.id, ada.cookie],
    [grace.id, ada.cookie],
    ["nobody", server.cookie],
  ] as const)
    expect((await help(server, id, cookie)).status).toBe(404);
  const pageOf = (cookie: string) => server.app.pageApi.account(new Headers({ cookie }));
  expect(await pageOf(server.cookie)).toMatchObject({
    value: { helper: null, helped: [{ id: ada.id, name: "Ada", email: ADA.email }] },
  });
  expect(await pageOf(ada.cookie)).toMatchObject({
    value: { helper: { name: INSTRUCTOR.name, isAllowed: true }, helped: [] },
  });
  const made = await help(server, ada.id);
  expect([made.status, (await made.json()).url]).toMatchObject([
    201,
    expect.stringMatching(/\/reset\?token=/u),
  ]);

  const headers = { cookie: ada.cookie };
  expect((await server.request("/api/account/helper", { method: "DELETE", headers })).status).toBe(204);
  expect((await help(server, ada.id)).status).toBe(404);
  expect(await pageOf(server.cookie)).toMatchObject({ value: { helped: [] } });
});

test("[I15] taking the consent back ends the links that the colleague has made, and no others", async () => {
  await using server = await startServer();
  const ada = await invitedWithConsent(server);
  const held = await server.database.reader.credential.findFirstOrThrow({ where: { userId: ada.id } });
  const byGrace = await linkFor(server, ada.id);
  expect((await server.app.pageApi.reset(byGrace)).account).toMatchObject({ name: "Ada" });
  const headers = { cookie: ada.cookie };
  await server.request("/api/account/helper", { method: "DELETE", headers });
  expect((await server.app.pageApi.reset(byGrace)).account).toBeNull();
  expect((await use(server, byGrace)).status).toBe(403);
  const byOwner = resetToken(SECRET, {
    instructorId: ada.id,
    passwordHash: held.password ?? "",
    expiresAt: Date.now() + HOUR,
    by: "owner",
  });
  expect((await use(server, byOwner)).status).toBe(200);
});

test("[I15] a consent that is taken back while the new password is being hashed counts", async () => {
  let meanwhile = async (): Promise<unknown> => undefined;
  const hash = async (password: string) => {
    await meanwhile();
    return FAST_HASHER.hash(password);
  };
  await using server = await startServer({ hasher: { ...FAST_HASHER, hash } });
  const { id, cookie } = await invitedWithConsent(server);
  const token = await linkFor(server, id);
  meanwhile = () => server.request("/api/account/helper", { method: "DELETE", headers: { cookie } });
  expect((await use(server, token)).status).toBe(403);
  await server.signIn(ADA);
});

test("[I26] the colleague who sent the invitation makes no link before its owner allows it in the account", async () => {
  await using server = await startServer();
  const ada = await invited(server);
  expect((await help(server, ada.id)).status).toBe(404);
  const pageOf = (cookie: string) => server.app.pageApi.account(new Headers({ cookie }));
  expect(await pageOf(server.cookie)).toMatchObject({ value: { helped: [] } });
  expect(await pageOf(ada.cookie)).toMatchObject({
    value: { helper: { name: INSTRUCTOR.name, isAllowed: false } },
  });
  expect((await allow(server, ada.cookie)).status).toBe(204);
  expect((await help(server, ada.id)).status).toBe(201);
  // Grace has set up the server: no one invited her.
  expect((await allow(server, server.cookie)).status).toBe(404);
  expect((await allow(server, "")).status).toBe(401);
});

test("[I26] a link from before a consent was taken back stays ended when the owner allows it again", async () => {
  let now = Date.now();
  await using server = await startServer({ clock: () => now });
  const ada = await invitedWithConsent(server);
  const old = await linkFor(server, ada.id);
  await allow(server, ada.cookie, "DELETE");
  now += 1;
  await allow(server, ada.cookie);
  expect((await use(server, old)).status).toBe(403);
  // Allowing it twice ends nothing.
  const link = await linkFor(server, ada.id);
  now += 1;
  await allow(server, ada.cookie);
  expect((await use(server, link)).status).toBe(200);
});

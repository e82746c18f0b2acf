import { describe, expect, test } from "vitest";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { SETUP_LINK, startServer, type TestServer } from "#tests/support/server.ts";
import { dump, tablesWith } from "#tests/support/tables.ts";

const WORDS = "Marker words of a student.";
const NOTE = "Marker note of an instructor.";
const RESOLUTION = "Marker resolution of an instructor.";

/** A session with a vote and a rebuttal in it, and a debate of the instructor's own. */
async function working() {
  const server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  await moveTo(host, "rebuttal");
  expect(await ada.send("rebuttal:post", rebuttal({ body: WORDS }))).toMatchObject(OK);
  const { id: _, ...draft } = { ...BUILT_IN_DEBATE, resolution: RESOLUTION };
  await server.asInstructor("/api/debates", { json: { debate: draft } });
  await server.asInstructor("/api/invitations", { json: { note: NOTE } });
  return { server, host, ada, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const remove = (server: TestServer, proof: string, cookie = server.cookie) =>
  server.request("/api/account", { method: "DELETE", json: { proof }, headers: { cookie } });

test("[G7] an instructor downloads what is stored about them: no password, and nothing that students wrote", async () => {
  await using room = await working();
  const { server } = room;
  const response = await server.asInstructor("/api/account/data");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="my-account.json"');
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({
    account: {
      name: INSTRUCTOR.name,
      email: INSTRUCTOR.email,
      signsInBy: ["credential"],
      language: null,
      invitedBy: null,
      helpedBy: null,
      helps: [],
    },
    signIns: [{ ipAddress: "127.0.0.1" }],
    invitations: [{ note: NOTE, usedAt: null }],
    debates: [{ resolution: RESOLUTION }],
    sessions: [{ code: server.session.code, phase: "rebuttal", joined: 1, voted: { before: 1 } }],
  });
  const { password } = await server.database.reader.credential.findFirstOrThrow();
  const { token } = await server.database.reader.signIn.findFirstOrThrow();
  for (const secret of [password ?? "", token, WORDS]) expect(text).not.toContain(secret);
  expect((await server.request("/api/account/data")).status).toBe(401);
});

describe("[I17] an instructor changes name and language", () => {
  const change = (server: TestServer, json: object, cookie = server.cookie) =>
    server.request("/api/account", { method: "PUT", json, headers: { cookie } });
  const languageIn = (response: Response) => /language=(\w*)/u.exec(cookiesOf(response))?.[1];
  const signsIn = async (server: TestServer) => {
    const { email, password } = INSTRUCTOR;
    return languageIn(await server.request("/api/auth/sign-in/email", { json: { email, password } }));
  };

  test("a new name is read by the next page, and by a colleague who opens an invitation", async () => {
    await using server = await startServer();
    const headers = { cookie: server.cookie };
    const { url } = await (await server.asInstructor("/api/invitations", { json: {} })).json();
    expect((await change(server, { name: "  Grace\u200b Hopper ", language: null })).status).toBe(204);
    expect((await server.app.pageApi.instructor(new Headers(headers)))?.name).toBe("Grace Hopper");
    const token = new URL(url).searchParams.get("token") ?? "";
    expect(await server.app.pageApi.invitation(token)).toMatchObject({ inviter: "Grace Hopper" });
  });

  test("the language is kept with the account, and each sign-in brings it to its browser", async () => {
    await using server = await startServer();
    expect(await signsIn(server)).toBeUndefined();
    expect(languageIn(await change(server, { name: "Grace", language: "ja" }))).toBe("ja");
    expect(await signsIn(server)).toBe("ja");
    const { code } = await (await server.asInstructor("/api/account/code", { json: {} })).json();
    expect(languageIn(await server.request("/api/auth/sign-in/code", { json: { code } }))).toBe("ja");
    // A wrong password brings nothing.
    const wrong = { email: INSTRUCTOR.email, password: "not the password" };
    expect(languageIn(await server.request("/api/auth/sign-in/email", { json: wrong }))).toBeUndefined();

    const cleared = await change(server, { name: "Grace", language: null });
    expect(cleared.headers.get("set-cookie")).toMatch(/^language=; Max-Age=0/u);
    expect(await signsIn(server)).toBeUndefined();
  });
});

describe("[G8] an instructor deletes the account", () => {
  test("nothing of it is left in any table, people in its sessions are notified, and its cookie stops working at once", async () => {
    await using room = await working();
    const { server, host, ada } = room;
    const response = await remove(server, INSTRUCTOR.password);
    expect(response.status).toBe(204);
    expect(response.headers.get("set-cookie")).toMatch(/resolved\.session_token=;.*Max-Age=0/u);
    for (const client of [host, ada]) await client.hears("gone");
    for (const text of [WORDS, RESOLUTION, NOTE, INSTRUCTOR.name, INSTRUCTOR.email, server.session.code])
      expect(await tablesWith(server.database, text)).toEqual([]);
    // How many accounts were deleted is kept, so that no link of the setup opens twice.
    const { setup, ...others } = await dump(server.database);
    expect(setup).toBe(
      '[{"id":"setup","deleted":1,"retentionDays":null,"backedUpAt":null,"secondFactorSince":null}]',
    );
    const { _prisma_migrations: _, sqlite_sequence: _counters, audit_entry: _log, ...tables } = others;
    expect(Object.values(tables).every((rows) => rows === "[]")).toBe(true);
    const headers = { cookie: server.cookie };
    expect((await server.asInstructor("/api/debates")).status).toBe(401);
    expect(await server.app.pageApi.instructor(new Headers(headers))).toBeNull();
    await expect(server.signIn()).rejects.toThrow("could not sign in");
  });

  test("colleagues keep their own data", async () => {
    await using room = await working();
    const { server } = room;
    const cookie = await server.colleague();
    expect((await remove(server, INSTRUCTOR.password, cookie)).status).toBe(204);
    expect((await server.asHost("/results")).status).toBe(200);
    expect(await tablesWith(server.database, "alan@example.org")).toEqual([]);
  });

  test("after the last account is deleted, setup opens again with a new link each time, also after a restart", async () => {
    await using server = await startServer();
    const setUp = async (token: string | null) =>
      (await server.request("/api/setup", { json: { token, ...INSTRUCTOR } })).status;
    const used: (string | null)[] = [await server.app.instructors.setupToken()];
    expect(used).toEqual([null]);
    used.push(SETUP_LINK);
    for (let n = 0; n < 3; n += 1) {
      expect((await remove(server, INSTRUCTOR.password, await server.signIn())).status).toBe(204);
      await server.restart();
      // An old link, from a log for example, creates no account, nor does the first one.
      for (const token of used.filter((each) => each !== null)) {
        expect(await server.app.pageApi.setupOpen(token)).toBe(false);
        expect(await setUp(token)).toBe(403);
      }
      const token = await server.app.instructors.setupToken();
      expect(await server.app.pageApi.setupOpen(token ?? "")).toBe(true);
      expect([await setUp(token), await setUp(token)]).toEqual([201, 403]);
      expect(await server.app.instructors.setupToken()).toBeNull();
      used.push(token);
    }
    expect(new Set(used).size).toBe(5);
  });

  test("of twenty people who open the setup link at once, one becomes an instructor", async () => {
    await using server = await startServer();
    await remove(server, INSTRUCTOR.password);
    const token = await server.app.instructors.setupToken();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        server.request("/api/setup", { json: { token, ...INSTRUCTOR, email: `grace${n}@example.org` } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(403)]);
    expect(await server.database.reader.instructor.count()).toBe(1);
  });

  test("[I4] the password is asked for, and after ten wrong ones refused for a while", async () => {
    await using server = await startServer();
    const tries = [];
    for (let attempt = 1; attempt <= 11; attempt += 1)
      tries.push((await remove(server, `guess number ${attempt}`)).status);
    expect(tries).toEqual([...Array(10).fill(403), 429]);
    expect((await remove(server, INSTRUCTOR.password)).status).toBe(429);
    expect((await remove(server, INSTRUCTOR.password, "")).status).toBe(401);
    const empty = await server.asInstructor("/api/account", {
      method: "DELETE",
      json: {},
    });
    expect(empty.status).toBe(400);
    expect((await server.asHost("/results")).status).toBe(200);
  });

  test("an account without a password is confirmed by its address instead", async () => {
    await using server = await startServer();
    await server.database.write((transaction) =>
      transaction.credential.updateMany({ data: { providerId: "a school", password: null } }),
    );
    expect((await remove(server, INSTRUCTOR.password)).status).toBe(403);
    expect((await remove(server, INSTRUCTOR.email.toUpperCase())).status).toBe(204);
  });
});

test("[G9] expired sign-ins are deleted when the server starts", async () => {
  await using server = await startServer();
  await server.database.write((transaction) =>
    transaction.signIn.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } }),
  );
  const cookie = await server.signIn();
  await server.restart();
  await expect.poll(() => server.database.reader.signIn.count()).toBe(1);
  expect((await server.request("/api/debates", { headers: { cookie } })).status).toBe(200);
});

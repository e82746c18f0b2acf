import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cookiesOf } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { FAST_HASHER } from "#tests/support/signed-in.ts";

const DAY = 24 * 60 * 60 * 1_000;
const ADA = { name: "Ada", email: "Ada@example.org", password: "engine-notes-1843" };

async function invite(server: TestServer, note?: string, cookie = server.cookie) {
  const response = await server.request("/api/invitations", {
    json: note === undefined ? {} : { note },
    headers: { cookie },
  });
  const { invitation, url } = await response.json();
  return { status: response.status, invitation, url, token: new URL(url).searchParams.get("token") ?? "" };
}
const accept = (server: TestServer, token: string, who = ADA) =>
  server.request("/api/invitations/accept", { json: { token, ...who } });
const codeOf = async (response: Response) => [response.status, (await response.json()).error.code];
async function whoIs(server: TestServer, cookie: string): Promise<string | null> {
  const me = await server.request("/api/auth/get-session", { headers: { cookie } });
  return (await me.json())?.user.email ?? null;
}
async function listed(server: TestServer, cookie = server.cookie) {
  const response = await server.request("/api/invitations", { headers: { cookie } });
  return (await response.json()).invitations;
}

test("[I1] a link creates one account, which is signed in, and then says that it was used", async () => {
  await using server = await startServer();
  const { status, token, url, invitation } = await invite(server, "Ada, history");
  expect(status).toBe(201);
  expect(url).toBe(`${server.url}/invite?token=${token}`);
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "open", inviter: "Grace" });
  expect(await listed(server)).toEqual([{ ...invitation, note: "Ada, history" }]);

  const accepted = await accept(server, token);
  expect(accepted.status).toBe(201);
  const headers = { cookie: cookiesOf(accepted) };
  const me = await server.request("/api/auth/get-session", { headers });
  // The address is not verified.
  expect(await me.json()).toMatchObject({
    user: { name: "Ada", email: "ada@example.org", emailVerified: false },
  });
  expect(await server.signIn(ADA)).toContain("resolved.session_token=");

  expect(await codeOf(await accept(server, token, { ...ADA, email: "eve@example.org" }))).toEqual([
    403,
    "forbidden",
  ]);
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "used" });
  expect(await listed(server)).toEqual([]);
});

test("[I1] of twenty people who open one link at once, one gets an account", async () => {
  await using server = await startServer();
  const { token } = await invite(server);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => accept(server, token, { ...ADA, email: `ada${n}@example.org` })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(403)]);
  expect(await server.database.reader.instructor.count()).toBe(2);
});

test("[I10] of two links used at once with one email address, one creates the account, and both answer the same", async () => {
  await using server = await startServer();
  const links = [await invite(server), await invite(server)];
  const answers = await Promise.all(links.map(({ token }) => accept(server, token)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const signedIn = await Promise.all(answers.map((answer) => whoIs(server, cookiesOf(answer))));
  expect(signedIn.filter(Boolean)).toEqual(["ada@example.org"]);
  expect(await server.database.reader.instructor.count()).toBe(2);
  expect(await listed(server)).toEqual([]);
});

test("[I1] a link expires after seven days, and only its hash is stored", async () => {
  let now = Date.now();
  await using server = await startServer({ clock: () => now });
  const { token } = await invite(server);
  const [stored] = await server.database.reader.invitation.findMany();
  expect(stored?.tokenHash).toBe(createHash("sha256").update(token).digest("base64url"));
  expect(Object.values(stored ?? {})).not.toContain(token);

  now += 7 * DAY - 1;
  expect((await server.app.pageApi.invitation(token)).state).toBe("open");
  now += 1;
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "expired" });
  expect((await accept(server, token)).status).toBe(403);
  expect(await listed(server)).toEqual([]);
  // Invitations that expired long ago are deleted with the next one.
  now += 30 * DAY + 1;
  await invite(server);
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "unknown" });
  expect(await server.database.reader.invitation.count()).toBe(1);
});

test("[I2] only instructors invite, each sees and revokes their own, and a revoked link opens nothing", async () => {
  await using server = await startServer();
  const { token, invitation } = await invite(server);
  const path = `/api/invitations/${invitation.id}`;
  for (const [method, where] of [
    ["GET", "/api/invitations"],
    ["POST", "/api/invitations"],
    ["DELETE", path],
  ] as const)
    expect((await server.request(where, { method })).status, method).toBe(401);

  const colleague = { cookie: await server.colleague() };
  expect(await listed(server, colleague.cookie)).toEqual([]);
  expect(await codeOf(await server.request(path, { method: "DELETE", headers: colleague }))).toEqual([
    404,
    "not-found",
  ]);
  expect((await server.asInstructor(path, { method: "DELETE" })).status).toBe(204);
  expect((await server.asInstructor(path, { method: "DELETE" })).status).toBe(404);
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "unknown" });
  expect((await accept(server, token)).status).toBe(403);
});

test("[I1] an invitation that is sent again after a lost answer is one, with the same link, whichever request comes first", async () => {
  await using server = await startServer();
  const send = (json: object, cookie = server.cookie) =>
    server.request("/api/invitations", { json, headers: { cookie } });
  const id = crypto.randomUUID();
  const first = await (await send({ id, note: "Ada" })).json();
  const again = await (await send({ id, note: "Ada, history" })).json();
  expect(await listed(server)).toEqual([{ ...again.invitation, id, note: "Ada, history" }]);
  // So the link that is shown works also where the first request arrives after this one.
  expect(again.url).toBe(first.url);
  const token = new URL(again.url).searchParams.get("token") ?? "";
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "open", inviter: "Grace" });
  // The last of fifty is sent again, too; a colleague's, or one that was used, is not touched.
  for (let n = 1; n < 50; n += 1) await invite(server);
  expect((await send({ id: crypto.randomUUID() })).status).toBe(429);
  expect((await send({ id }, await server.colleague())).status).toBe(409);
  expect((await accept(server, token)).status).toBe(201);
  expect(await codeOf(await send({ id }))).toEqual([409, "duplicate"]);
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "used" });
  expect((await send({ id: "mine" })).status).toBe(400);
});

test("[I1] a request that arrives after its invitation was withdrawn does not open it again", async () => {
  await using server = await startServer();
  const id = crypto.randomUUID();
  const send = () => server.asInstructor("/api/invitations", { json: { id, note: "Ada" } });
  const token = new URL((await (await send()).json()).url).searchParams.get("token") ?? "";
  expect((await server.asInstructor(`/api/invitations/${id}`, { method: "DELETE" })).status).toBe(204);
  expect(await codeOf(await send())).toEqual([409, "duplicate"]);
  expect(await server.app.pageApi.invitation(token)).toEqual({ state: "unknown" });
  expect(await listed(server)).toEqual([]);
  expect(await server.database.reader.invitation.findMany({ where: { note: "Ada" } })).toEqual([]);
});

test("[I10] an address that has an account gets the same answer as any other, and no one gets into that account", async () => {
  await using server = await startServer();
  const before = await server.database.reader.credential.findMany();
  const answerFor = async (email: string) => {
    const { token } = await invite(server);
    const answer = await accept(server, token, { ...ADA, email });
    const cookies = answer.headers.getSetCookie();
    const shapes = cookies.map((cookie) => cookie.replaceAll(/[A-Za-z0-9_%-]{20,}/gu, "?"));
    const headers = [[...answer.headers.keys()], answer.headers.get("content-length"), shapes];
    return { cookie: cookiesOf(answer), answer: [answer.status, await answer.text(), headers], token };
  };
  const free = await answerFor(ADA.email);
  const taken = await answerFor("GRACE@example.org");
  expect(taken.answer).toEqual(free.answer);
  expect(await whoIs(server, free.cookie)).toBe("ada@example.org");
  expect(await whoIs(server, taken.cookie)).toBeNull();
  for (const { token } of [free, taken]) {
    expect(await server.app.pageApi.invitation(token)).toEqual({ state: "used" });
    expect(await codeOf(await accept(server, token, { ...ADA, email: "eve@example.org" }))).toEqual([
      403,
      "forbidden",
    ]);
  }
  expect(await server.database.reader.credential.findMany({ where: { id: before[0]?.id ?? "" } })).toEqual(
    before,
  );
  // Nor is the browser one that has signed in to it before [I4].
  const guesses = Array.from({ length: 12 }, (_, n) =>
    server.request("/api/auth/sign-in/email", {
      json: { email: "grace@example.org", password: `guess number ${n}` },
      headers: { cookie: n % 2 ? taken.cookie : "" },
    }),
  );
  const refused = (await Promise.all(guesses)).filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
});

test("[I10] an address that has an account costs as much hashing as one that has none", async () => {
  let hashed = 0;
  const hash: typeof FAST_HASHER.hash = (password) => {
    hashed += 1;
    return FAST_HASHER.hash(password);
  };
  await using server = await startServer({ hasher: { ...FAST_HASHER, hash } });
  for (const email of ["ada@example.org", "grace@example.org"]) {
    const { token } = await invite(server);
    hashed = 0;
    expect((await accept(server, token, { ...ADA, email })).status).toBe(201);
    expect([email, hashed]).toEqual([email, 1]);
  }
});

test("[I10] thirty tries a minute from one address, and thirty an hour with one link from anywhere", async () => {
  await using server = await startServer({ trustProxy: true });
  const { token } = await invite(server);
  const tryFrom = (address: (n: number) => string, length: number, link: (n: number) => string) =>
    Promise.all(
      Array.from({ length }, (_, n) =>
        server.request("/api/invitations/accept", {
          json: { token: link(n), ...ADA, email: `ada${n}@example.org` },
          headers: { "x-forwarded-for": address(n) },
        }),
      ),
    );
  const looked = (answers: Response[]) => answers.filter(({ status }) => status !== 429).length;
  const made = await tryFrom(
    () => "203.0.113.7",
    100,
    (n) => `made up ${n}`,
  );
  expect(looked(made)).toBe(30);
  expect(Number(made.find(({ status }) => status === 429)?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(
    looked(
      await tryFrom(
        (n) => `198.51.100.${n}`,
        100,
        () => token,
      ),
    ),
  ).toBe(30);
  expect(await server.database.reader.instructor.count()).toBe(2);
  // A colleague at another address, with a link of their own, is let in meanwhile.
  const [other] = await tryFrom(
    () => "203.0.113.8",
    1,
    () => "made up by nobody",
  );
  expect(other?.status).toBe(403);
});

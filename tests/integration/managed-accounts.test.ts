import { expect, test } from "vitest";
import type { InstructorsPage } from "#debate/protocol/pages.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const PATH = "/api/instructors";
const ALAN = "alan@example.org";

/** The owner, Grace, and a colleague of hers with a session of his own. */
async function school() {
  const server = await startServer();
  const cookie = await server.colleague();
  const ask = (who: string, method: string, path: string, json?: object) =>
    server.request(path, { method, headers: { cookie: who }, ...(json && { json }) });
  const opened = await ask(cookie, "POST", "/api/sessions", { debateId: "japan-russia-card", settings: {} });
  const { code } = (await opened.json()) as { code: string };
  const list = async () => (await (await ask(server.cookie, "GET", PATH)).json()) as InstructorsPage;
  const { instructors } = await list();
  const [grace, alan] = instructors.map(({ id }) => id);
  return { server, cookie, code, ask, list, grace: grace ?? "", alan: alan ?? "" };
}
const trySignIn = async ({ request }: TestServer, email = ALAN) =>
  (await request("/api/auth/sign-in/email", { json: { email, password: INSTRUCTOR.password } })).status;

test("[I42] the owner sees all accounts and nothing in them, and colleagues are refused everything about them", async () => {
  const { server, cookie, ask, list, grace, alan } = await school();
  await using _ = server;
  await trySignIn(server);
  const since = expect.any(Number);
  const plain = { since, secondFactor: false, lockedAt: null, sessions: 1 };
  expect(await list()).toEqual({
    secondFactorRequired: false,
    instructors: [
      { ...plain, id: grace, name: "Grace", email: INSTRUCTOR.email, lastSignIn: null, isOwner: true },
      { ...plain, id: alan, name: "Alan", email: ALAN, lastSignIn: since, isOwner: false },
    ],
  });
  const requests = [
    ["GET", ""],
    ["PUT", "/second-factor"],
    ["PUT", `/${grace}/lock`],
    ["DELETE", `/${alan}/lock`],
    ["DELETE", `/${grace}/second-factor`],
    ["DELETE", `/${grace}`],
  ] as const;
  for (const [method, path] of requests) {
    const json = path === "/second-factor" ? { required: true } : undefined;
    expect((await ask(cookie, method, PATH + path, json)).status).toBe(403);
    expect((await ask("", method, PATH + path, json)).status).toBe(401);
  }
  // [I43] The owner's own account can't be locked or deleted here, and unknown ones are not found.
  for (const [method, path] of requests.slice(2)) {
    expect((await ask(server.cookie, method, PATH + path.replace(alan, grace))).status).toBe(403);
    expect((await ask(server.cookie, method, PATH + path.replace(/^\/[^/]+/u, "/nobody"))).status).toBe(404);
  }
  expect((await list()).instructors).toHaveLength(2);
});

test("[I38] a locked account is signed out everywhere, its control room too, and signs in by no way; its session goes on", async () => {
  const { server, cookie, code, ask, list, alan } = await school();
  await using _ = server;
  const host = await server.connect("host", { code }, { cookie });
  const cutOff = new Promise((resolve) => host.socket.once("disconnect", resolve));
  const signInCode = await (await ask(cookie, "POST", "/api/account/code", {})).json();
  expect((await ask(server.cookie, "PUT", `${PATH}/${alan}/lock`)).status).toBe(204);
  expect(await cutOff).toBe("io server disconnect");
  expect((await ask(cookie, "GET", "/api/invitations")).status).toBe(401);
  expect(await trySignIn(server)).toBe(403);
  expect((await server.request("/api/auth/sign-in/code", { json: { code: signInCode.code } })).status).toBe(
    403,
  );
  expect((await list()).instructors[1]?.lockedAt).toEqual(expect.any(Number));
  expect((await server.request(`/api/sessions/${code}/join`, { json: { name: "Ada" } })).status).toBe(201);
  // Also where a sign-in was being stored meanwhile.
  const late = await server.colleague();
  expect((await ask(late, "GET", "/api/invitations")).status).toBe(401);
  expect((await ask(server.cookie, "DELETE", `${PATH}/${alan}/lock`)).status).toBe(204);
  expect(await trySignIn(server)).toBe(200);
});

test("[I42] the owner deletes a colleague's account with its sessions, and the audit log says who did what", async () => {
  const { server, code, ask, list, alan } = await school();
  await using _ = server;
  await ask(server.cookie, "PUT", `${PATH}/${alan}/lock`);
  await ask(server.cookie, "DELETE", `${PATH}/${alan}/lock`);
  expect((await ask(server.cookie, "DELETE", `${PATH}/${alan}`)).status).toBe(204);
  expect((await list()).instructors).toHaveLength(1);
  expect((await server.request(`/api/sessions/${code}/join`, { json: { name: "Ada" } })).status).toBe(404);
  expect(await trySignIn(server)).toBe(401);
  const { entries } = await (await ask(server.cookie, "GET", "/api/account/audit")).json();
  const lines = entries.map(
    (each: { by?: { email?: string }; what: string; about?: { id: string } }) =>
      `${each.by?.email} ${each.what} ${each.about?.id}`,
  );
  for (const what of ["locked", "unlocked", "account"])
    expect(lines).toContain(`${INSTRUCTOR.email} ${what} ${alan}`);
});

test("[I38] the link for a forgotten password of a locked account opens nothing", async () => {
  const { server, ask, alan } = await school();
  await using _ = server;
  const { url } = await (await ask(server.cookie, "POST", "/api/invitations", {})).json();
  const token = new URL(url).searchParams.get("token");
  const ada = { name: "Ada", email: "ada@example.org", password: "engine-notes-1843" };
  const cookie = cookiesOf(await server.request("/api/invitations/accept", { json: { token, ...ada } }));
  await ask(cookie, "PUT", "/api/account/helper");
  const { id } = await server.database.reader.instructor.findUniqueOrThrow({ where: { email: ada.email } });
  const made = await (await ask(server.cookie, "POST", `/api/account/helped/${id}/reset`, {})).json();
  await ask(server.cookie, "PUT", `${PATH}/${id}/lock`);
  const reset = new URL(made.url).searchParams.get("token");
  const used = await server.request("/api/reset", {
    json: { token: reset, password: "weaves-algebra-1843" },
  });
  expect([used.status, alan]).toEqual([403, expect.any(String)]);
});

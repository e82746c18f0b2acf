import { expect, test, vi } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const NEW = "purple teapot river";
const change = (server: TestServer, json: object, cookie = server.cookie) =>
  server.request("/api/auth/change-password", { json, headers: { cookie } });
const isSignedIn = async (server: TestServer, cookie: string) =>
  (await server.request("/api/debates", { headers: { cookie } })).status === 200;

/** Resolves once a control room was disconnected and has tried to reconnect, as the page does. */
function comesBack({ socket }: Client): Promise<void> {
  return new Promise((resolve) =>
    socket.once("disconnect", () => {
      socket.connect();
      resolve();
    }),
  );
}

test("[I5] common passwords are refused in setup, in an invitation and in a change", async () => {
  await using server = await startServer();
  const invited = await server.asInstructor("/api/invitations", { json: {} });
  const token = new URL((await invited.json()).url).searchParams.get("token");
  const ada = { token, name: "Ada", email: "lovelace@example.org" };
  for (const [password, fault] of [
    ["password1234", "common"],
    ["Lovelace-1815", "common"],
    ["short", "malformed"],
  ] as const) {
    const response = await server.request("/api/invitations/accept", { json: { ...ada, password } });
    expect([password, response.status]).toEqual([password, 400]);
    if (fault === "common") expect((await response.json()).error.message).toBe("password: common");
  }
  for (const newPassword of ["password1234", "grace-grace-1906", "short", "x".repeat(129)]) {
    const changed = await change(server, { currentPassword: INSTRUCTOR.password, newPassword });
    expect([newPassword, changed.status]).toEqual([newPassword, 400]);
  }
  await server.signIn();
});

test("[I6] a new password ends every other sign-in, and the control rooms that they opened", async () => {
  await using server = await startServer();
  const elsewhere = await server.signIn();
  const room = await server.connect("host", {}, { cookie: elsewhere });
  const cutOff = comesBack(room);
  const refused = new Promise((resolve) =>
    room.socket.once("connect_error", (error) => resolve((error as Error & { data: unknown }).data)),
  );
  // Also for a program that does not ask for it.
  const changed = await change(server, { currentPassword: INSTRUCTOR.password, newPassword: NEW });
  expect(changed.status).toBe(200);
  const cookie = changed.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(await isSignedIn(server, cookie)).toBe(true);
  expect(await isSignedIn(server, elsewhere)).toBe(false);
  await cutOff;
  expect(await refused).toEqual({ code: "unauthorized" });
  await expect(server.signIn()).rejects.toThrow();
  await server.signIn({ ...INSTRUCTOR, password: NEW });
});

test("[I6] signing out everywhere ends every sign-in, and signing out one leaves the others their control room", async () => {
  await using server = await startServer();
  const [here, there] = [await server.signIn(), await server.signIn()];
  const room = await server.connect("host", {}, { cookie: there });
  const back = new Promise<void>(
    (resolve) => void comesBack(room).then(() => room.socket.once("connect", resolve)),
  );
  await server.request("/api/auth/sign-out", { json: {}, headers: { cookie: here } });
  expect(await isSignedIn(server, here)).toBe(false);
  await back;
  expect((await room.sync()).session.phase).toBe("lobby");

  await server.request("/api/auth/revoke-sessions", { json: {}, headers: { cookie: there } });
  for (const cookie of [there, server.cookie]) expect(await isSignedIn(server, cookie)).toBe(false);
});

test("[I6] no one gets into the control room whose sign-in ended just after it was checked", async () => {
  await using server = await startServer();
  const { reader } = server.database;
  const read = reader.$queryRaw.bind(reader);
  let isEnded = false;
  vi.spyOn(reader, "$queryRaw").mockImplementation(((
    statement: TemplateStringsArray,
    ...values: unknown[]
  ) => {
    const rows = read(statement, ...values);
    if (isEnded || !String(statement).includes('"sign_in"')) return rows;
    isEnded = true;
    const end = () => server.asInstructor("/api/auth/revoke-sessions", { json: {} });
    return rows.then(async (found) => {
      await end();
      return found;
    });
  }) as typeof reader.$queryRaw);
  const host = await server.connect("host");
  if (host.socket.connected) await new Promise((resolve) => host.socket.once("disconnect", resolve));
  expect(isEnded).toBe(true);
});

test("[I4] after ten wrong current passwords the password cannot be changed for a while", async () => {
  await using server = await startServer();
  const wrong = Array.from({ length: 12 }, (_, n) =>
    change(server, { currentPassword: `guess ${n}`, newPassword: NEW }),
  );
  const statuses = (await Promise.all(wrong)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 400)).toHaveLength(10);
  const right = await change(server, { currentPassword: INSTRUCTOR.password, newPassword: NEW });
  expect([right.status, Number(right.headers.get("retry-after")) > 0]).toEqual([429, true]);
  // It locks no one out, and requests without a sign-in do not count.
  await server.signIn();
  const nobody = await server.request("/api/auth/change-password", { json: {} });
  expect(nobody.status).toBe(401);
});

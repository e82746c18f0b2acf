import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const openOn = (server: TestServer, json: object, cookie = server.cookie) =>
  server.request("/api/sessions", { json, headers: { cookie } });

test("[I25] a session that is sent again under its client's id is opened once, and answered with its code", async () => {
  await using server = await startServer();
  for (const what of [{ debateId: BUILT_IN_DEBATE.id }, { from: server.session.code, name: "Period 4" }]) {
    const request = { ...what, id: crypto.randomUUID() };
    const twice = await Promise.all([openOn(server, request), openOn(server, request)]);
    const later = await openOn(server, request);
    expect([...twice, later].map(({ status }) => status)).toEqual([201, 201, 201]);
    const [first, again, last] = await Promise.all([...twice, later].map((each) => each.json()));
    expect([again, last]).toEqual([first, first]);
  }
});

test("[I25] a rehearsal that is sent again goes on", async () => {
  await using server = await startServer();
  const request = {
    id: crypto.randomUUID(),
    debateId: BUILT_IN_DEBATE.id,
    simulated: 5,
  };
  const first = await (await openOn(server, request)).json();
  expect(first).toHaveProperty("code");
  expect(await (await openOn(server, request)).json()).toEqual(first);
});

test("[I25] an id of a colleague's session opens and tells nothing", async () => {
  await using server = await startServer();
  const request = { id: crypto.randomUUID(), debateId: BUILT_IN_DEBATE.id };
  expect((await openOn(server, request)).status).toBe(201);
  const colleagues = await openOn(server, request, await server.colleague());
  expect([colleagues.status, await colleagues.json()]).toEqual([
    409,
    { error: expect.objectContaining({ code: "duplicate" }) },
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fitting, HOST_SCHEMAS } from "#tests/attacks/payloads.ts";
import { closed, rawSeat, rawSocket } from "#tests/attacks/raw.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { type OpenedSession, startServer, type TestServer } from "#tests/support/server.ts";

/** All that a host's message can change in a session. */
async function stored({ database: { reader }, session: { code } }: TestServer) {
  const { id, ...session } = await reader.session.findFirstOrThrow({ where: { code } });
  const where = { where: { sessionId: id }, orderBy: { id: "asc" } } as const;
  const [participants, rebuttals] = await Promise.all([
    reader.participant.findMany(where),
    reader.rebuttal.findMany(where),
  ]);
  return { session, participants, rebuttals };
}

/** A lesson in which each of the host's messages would change something, and those messages. */
async function lesson(server: TestServer) {
  const [host, ada, screen] = await server.seats("host", "student", "screen");
  const eve = await server.join();
  const bob = await server.connect("student", { ticket: eve.ticket });
  await moveTo(host, "rebuttal");
  const posted = rebuttal();
  expect(await ada.send("rebuttal:post", posted)).toMatchObject(OK);
  const { version } = (await host.sync()).session;
  const aims = { version, rebuttalId: posted.id, participantId: bob.participantId };
  const messages = HOST_SCHEMAS.map(([name, schema]) => {
    const [payload] = fc.sample(fitting(schema), { seed: 7, numRuns: 1 });
    const fields = Object.keys(payload as object) as (keyof typeof aims)[];
    const aimed = Object.fromEntries(
      fields.filter((field) => field in aims).map((field) => [field, aims[field]]),
    );
    return [name, { ...(payload as object), ...aimed }] as const;
  });
  expect(messages.length).toBeGreaterThanOrEqual(7);
  return { host, ada, bob, screen, messages, ticket: eve.ticket, rebuttalId: posted.id };
}

test("[W3] every host message is forbidden to students and screens, and changes nothing", async () => {
  await using server = await startServer();
  const { ada, screen, messages } = await lesson(server);
  const before = await stored(server);
  for (const [name, payload] of messages)
    for (const client of [ada, screen])
      expect(await client.raw(name, payload), name).toEqual(refused("forbidden"));
  expect(await stored(server)).toEqual(before);
});

test("[W3] the host of another session changes nothing here, with any message", async () => {
  await using server = await startServer();
  const { messages, rebuttalId } = await lesson(server);
  const cookie = await server.colleague();
  const json = { debateId: "japan-russia-card" };
  const opened = await server.request("/api/sessions", { json, headers: { cookie } });
  const { code } = (await opened.json()) as OpenedSession;
  const foreign = await server.connect("host", { code }, { cookie });
  const before = await stored(server);
  for (const [name, payload] of messages) await foreign.raw(name, payload);
  expect(await foreign.raw("host:moderate", { rebuttalId, action: "hide" })).toEqual(refused("not-found"));
  expect(await stored(server)).toEqual(before);
  const { code: ours } = server.session;
  await expect(server.connect("host", { code: ours }, { cookie })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("[B4, W3] no message of a removed student is handled, as a student or as a host", async () => {
  await using server = await startServer();
  const { host, bob, messages, ticket } = await lesson(server);
  const { code } = server.session;
  const socket = await rawSeat(server.url, { code, ticket });
  const gone = closed(socket);
  await host.send("host:remove", { participantId: bob.participantId });
  const before = await stored(server);
  // A client that stays connected is not handled either.
  for (const [name, payload] of messages) socket.send(`42${JSON.stringify([name, payload])}`);
  socket.send(`42${JSON.stringify(["rebuttal:post", rebuttal()])}`);
  await gone;
  for (const as of ["student", "host", "screen"] as const)
    await expect(server.connect(as, { ticket, key: "" }, { cookie: undefined })).rejects.toMatchObject({
      code: expect.stringMatching(/^(removed|unauthorized|forbidden)$/u),
    });
  const rejoined = await server.asStranger("/join", {
    json: {},
    headers: { cookie: `seat-${code}=${ticket}` },
  });
  expect(rejoined.status).toBe(403);
  expect(await stored(server)).toEqual(before);
});

test("[W3] messages of a connection that has not authenticated are ignored", async () => {
  await using server = await startServer();
  const { messages } = await lesson(server);
  const before = await stored(server);
  for (const [name, payload] of messages) {
    const socket = await rawSocket(server.url);
    const gone = closed(socket);
    socket.send(`42${JSON.stringify([name, payload])}`);
    await gone;
  }
  expect(await stored(server)).toEqual(before);
});

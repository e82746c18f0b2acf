import { expect, test } from "vitest";
import { closed, rawSeat, rawSocket } from "#tests/attacks/raw.ts";
import { lesson, stored } from "#tests/support/host-messages.ts";
import { rebuttal, refused } from "#tests/support/lesson.ts";
import { type OpenedSession, startServer } from "#tests/support/server.ts";

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
  expect(await foreign.raw("host:moderate", { rebuttalIds: [rebuttalId], action: "hide" })).toEqual(
    refused("not-found"),
  );
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
  await host.send("host:remove", { participantIds: [bob.participantId] });
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

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { rebut } from "#server/sessions/rebut.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

async function stands(client: Client): Promise<Record<string, string>> {
  const { rebuttals } = await client.sync();
  return Object.fromEntries(rebuttals.map(({ body, status }) => [body, status]));
}

async function says(student: Client, body: string): Promise<void> {
  expect(await student.send("rebuttal:post", rebuttal({ body }))).toMatchObject(OK);
}

async function assist(server: TestServer): Promise<Client> {
  const { url } = await (await server.asHost("/links/assistant", { json: {} })).json();
  return server.connect("host", { key: keyIn(url) }, { cookie: undefined });
}

test("[R13] when the host switches approval on or off, new rebuttals wait or not; shown and waiting ones stay as they are", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const assistant = await assist(server);
  await moveTo(host, "rebuttal");
  await says(ada, "The first.");
  expect(await host.send("host:approve-first", { on: true })).toEqual(OK);
  // [V49] Students, too, since the instructor reads first what they write now.
  for (const each of [host, assistant, ada, bob])
    await each.sees(({ approveFirst }) => approveFirst === true);
  for (let insult = 1; insult <= 3; insult += 1) await says(ada, `Insult ${insult}.`);
  const waiting = { "Insult 1.": "pending", "Insult 2.": "pending", "Insult 3.": "pending" };
  expect(await stands(host)).toEqual({ "The first.": "published", ...waiting });
  expect(await stands(bob)).toEqual({ "The first.": "published" });
  // An assistant keeps the talk in order too.
  expect(await assistant.send("host:approve-first", { on: false })).toEqual(OK);
  await host.sees(({ version, approveFirst }) => version > 8 && approveFirst === false);
  await says(ada, "The last.");
  expect(await stands(bob)).toEqual({ "The first.": "published", "The last.": "published" });
  expect(await stands(host)).toMatchObject(waiting);
  const { log = [] } = await host.sync();
  expect(log.slice(0, 2).map(({ actor, kind }) => [actor, kind])).toEqual([
    ["assistant", "approve-after"],
    ["host", "approve-first"],
  ]);
});

test("[R13] no one else can switch approval, and no other setting changes with it", async () => {
  await using server = await startServer();
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  const stored = async () =>
    (await server.database.reader.session.findFirstOrThrow({ select: { settings: true } })).settings;
  // As an old session has them.
  const old = JSON.stringify({ identity: "named", questions: { readingVote: true }, moderation: "after" });
  await server.database.write((transaction) => transaction.session.updateMany({ data: { settings: old } }));
  for (const client of [screen, ada])
    expect(await client.raw("host:approve-first", { on: true })).toEqual(refused("forbidden"));
  expect(await host.raw("host:approve-first", { on: true, identity: "anonymous" })).toEqual(
    refused("malformed"),
  );
  expect(await host.raw("host:approve-first", { on: "yes" })).toEqual(refused("malformed"));
  expect(await stored()).toBe(old);
  expect(await host.send("host:approve-first", { on: true })).toEqual(OK);
  expect(JSON.parse(await stored())).toEqual({
    identity: "named",
    questions: { readingVote: true },
    moderation: "before",
  });
  await server.restart();
  const again = await server.connect("host");
  expect((await again.sync()).session.approveFirst).toBe(true);
  expect(JSON.stringify([screen.heard, screen.answers])).not.toContain("approveFirst");
});

test("[R13] a rebuttal that was being sent when the host switched approval on waits", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  const store = createStore(server.database);
  const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
  const byId = async (id: string) => {
    const session = await store.sessions.byId(id);
    // Between the check and the write.
    expect(await host.send("host:approve-first", { on: true })).toEqual(OK);
    return session;
  };
  const announce = { argued: () => undefined, mine: () => undefined };
  const parts = { store: { ...store, sessions: { ...store.sessions, byId } }, clock: Date.now, announce };
  const late = { ...rebuttal(), id: randomUUID() };
  expect(await rebut(parts as never, { sessionId, participantId: ada.participantId }, late)).toMatchObject(
    OK,
  );
  expect((await host.sync()).rebuttals).toMatchObject([{ id: late.id, status: "pending" }]);
});

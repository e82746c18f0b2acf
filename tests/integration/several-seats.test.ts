import { expect, test } from "vitest";
import type { Answer, Logged } from "#debate/protocol/events.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const entriesOf = (answer: Answer<Logged>) => (answer.ok ? answer.entries : []);
const statuses = async (client: Client) =>
  Object.fromEntries((await client.sync()).rebuttals.map(({ body, status }) => [body, status]));

async function assistantOf(server: TestServer) {
  const { url } = await (await server.asHost("/links/assistant", { method: "POST" })).json();
  return server.connect("host", { key: keyIn(url) }, { cookie: undefined });
}

/** Ada, Bob and Cyd have voted, and each has written two rebuttals. */
async function lesson(server: TestServer) {
  const [host, ada, bob, cyd] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "before");
  for (const seat of [ada, bob, cyd]) await seat.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  for (const [name, seat] of Object.entries({ ada, bob, cyd }))
    for (const n of [1, 2])
      expect(await seat.send("rebuttal:post", rebuttal({ body: `${name} ${n}` }))).toMatchObject(OK);
  return { host, ada, bob, cyd };
}

test("[R16] several seats are removed in one go, each with its own log line, and restored in one go", async () => {
  await using server = await startServer();
  const { host, ada, bob, cyd } = await lesson(server);
  const assistant = await assistantOf(server);
  const participantIds = [ada.participantId, bob.participantId];
  const removed = await assistant.send("host:remove", { participantIds });
  expect(entriesOf(removed)).toHaveLength(2);
  for (const seat of [ada, bob]) await seat.hears("removed");
  const { session, log = [], roster } = await host.sync();
  expect(session).toMatchObject({ joined: 1, tally: { before: { for: 1 } } });
  expect(log.slice(0, 2)).toEqual(
    Array(2).fill(expect.objectContaining({ kind: "removed", actor: "assistant", canUndo: true })),
  );
  expect(roster?.seats.map(({ participantId }) => participantId)).toEqual([cyd.participantId]);
  expect(await statuses(cyd)).toEqual({ "cyd 1": "published", "cyd 2": "published" });

  // Seats already removed or unknown are skipped.
  const again = { participantIds: [...participantIds, cyd.participantId, crypto.randomUUID()] };
  expect(entriesOf(await host.send("host:remove", again))).toHaveLength(1);
  const entries = log.slice(0, 2).map(({ id }) => id);
  expect(await host.send("host:undo", { entries })).toMatchObject(OK);
  expect((await host.sync()).session).toMatchObject({ joined: 2, tally: { before: { for: 2 } } });
  expect(await host.send("host:undo", { entries })).toEqual(refused("stale"));
});

test("[R16] everything that several seats wrote is hidden in one go, and restored as it was", async () => {
  await using server = await startServer();
  const { host, ada, bob, cyd } = await lesson(server);
  const { rebuttals } = await host.sync();
  const idOf = (words: string) => rebuttals.find(({ body }) => body === words)?.id ?? "";
  await bob.send("rebuttal:report", { rebuttalId: idOf("ada 1"), reason: "Rude." });
  await host.send("host:moderate", { rebuttalIds: [idOf("ada 2")], action: "hide" });
  const hidden = await host.send("host:moderate", {
    participantIds: [ada.participantId, bob.participantId],
    action: "hide",
  });
  // Rebuttals hidden before get no second decision.
  expect(entriesOf(hidden)).toHaveLength(3);
  expect(await statuses(cyd)).toEqual({ "cyd 1": "published", "cyd 2": "published" });
  expect((await bob.sync()).you?.reported).toMatchObject([{ outcome: "taken-down" }]);
  expect((await host.sync()).session).toMatchObject({ joined: 3, queue: 0 });
  expect(await ada.send("rebuttal:post", rebuttal({ body: "ada 3" }))).toMatchObject(OK);

  expect(await host.send("host:undo", { entries: entriesOf(hidden) })).toMatchObject(OK);
  expect(await statuses(host)).toMatchObject({
    "ada 1": "published",
    "ada 2": "hidden",
    "bob 2": "published",
  });
  expect((await host.sync()).session.queue).toBe(1);
  const nothing = { participantIds: [crypto.randomUUID()], action: "hide" as const };
  expect(await host.send("host:moderate", nothing)).toEqual(refused("not-found"));
});

test("[R16][W3] no seat of another session is changed or notified", async () => {
  await using server = await startServer();
  const { host, ada } = await lesson(server);
  const { code } = await server.open();
  const foreign = await server.connect("host", { code });
  const own = await server.connect("student", { code });
  const participantIds = [ada.participantId, own.participantId];
  expect(entriesOf(await foreign.send("host:remove", { participantIds }))).toHaveLength(1);
  await own.hears("removed");
  await foreign.send("host:moderate", { participantIds: [ada.participantId], action: "hide" });
  expect((await host.sync()).session.joined).toBe(3);
  expect((await ada.sync()).rebuttals).toHaveLength(6);
  expect(ada.heard.map(({ name }) => name)).not.toContain("removed");
});

test("[V7][R16] in an anonymous session seats cannot be selected, and a message may name each target only once", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ada] = await server.seats("host", "student");
  const { participantId } = ada;
  for (const staff of [host, await assistantOf(server)]) {
    expect(await staff.send("host:remove", { participantIds: [participantId] })).toEqual(
      refused("forbidden"),
    );
    const hide = { participantIds: [participantId], action: "hide" as const };
    expect(await staff.send("host:moderate", hide)).toEqual(refused("forbidden"));
  }
  for (const [name, payload] of [
    ["host:remove", {}],
    ["host:remove", { participantId }],
    ["host:remove", { participantIds: [] }],
    ["host:remove", { participantIds: Array.from({ length: 101 }, () => crypto.randomUUID()) }],
    ["host:moderate", { action: "hide" }],
    ["host:moderate", { rebuttalIds: [participantId], participantIds: [participantId], action: "hide" }],
    ["host:moderate", { rebuttalId: participantId, action: "hide" }],
    ["host:moderate", { participantIds: [participantId], action: "show" }],
    ["host:undo", {}],
    ["host:undo", { entry: 1 }],
  ] as const)
    expect(await host.raw(name, payload), name).toEqual(refused("malformed"));
});

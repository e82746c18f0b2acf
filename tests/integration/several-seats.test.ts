import { expect, test } from "vitest";
import type { Answer, Logged } from "#debate/protocol/events.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { post } from "#tests/support/rebuttals.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connectAssistant } from "#tests/support/steelman.ts";

const entriesOf = (answer: Answer<Logged>) => (answer.ok ? answer.entries : []);
const statuses = async (client: Client) =>
  Object.fromEntries((await client.sync()).rebuttals.map(({ body, status }) => [body, status]));

/** Ada, Bob and Cyd have voted, and each has written two rebuttals. */
async function lesson(server: TestServer) {
  const [host, ada, bob, cyd] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "before");
  for (const seat of [ada, bob, cyd]) await seat.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  for (const [name, seat] of Object.entries({ ada, bob, cyd }))
    for (const n of [1, 2]) await post(seat, { body: `${name} ${n}` });
  return { host, ada, bob, cyd };
}

test("[R16] the assistant removes two seats in one message, each with its own log line, and one message restores both", async () => {
  await using server = await startServer();
  const { host, ada, bob, cyd } = await lesson(server);
  const assistant = await connectAssistant(server, server.session.code);
  const participantIds = [ada.participantId, bob.participantId];
  expect(entriesOf(await assistant.send("host:remove", { participantIds }))).toHaveLength(2);
  for (const seat of [ada, bob]) await seat.hears("removed");
  const { session, log = [], roster } = await host.sync();
  expect(session).toMatchObject({ joined: 1, tally: { before: { for: 1 } } });
  expect(log.slice(0, 2)).toMatchObject(
    Array(2).fill({ kind: "removed", actor: "assistant", canUndo: true }),
  );
  expect(roster?.seats).toMatchObject([{ participantId: cyd.participantId }]);
  expect(await statuses(cyd)).toEqual({ "cyd 1": "published", "cyd 2": "published" });

  // Seats already removed or unknown are skipped.
  const again = { participantIds: [...participantIds, cyd.participantId, crypto.randomUUID()] };
  expect(entriesOf(await host.send("host:remove", again))).toHaveLength(1);
  const entries = log.slice(0, 2).map(({ id }) => id);
  expect(await host.send("host:undo", { entries })).toMatchObject(OK);
  expect((await host.sync()).session).toMatchObject({ joined: 2, tally: { before: { for: 2 } } });
  expect(await host.send("host:undo", { entries })).toEqual(refused("stale"));
});

test("[R16] the host hides all that two seats wrote in one message, and undoing it restores just that", async () => {
  await using server = await startServer();
  const { host, ada, bob, cyd } = await lesson(server);
  const { rebuttals } = await host.sync();
  const idOf = (words: string) => rebuttals.find(({ body }) => body === words)?.id ?? "";
  await bob.send("rebuttal:report", { rebuttalId: idOf("ada 1"), reason: "Rude." });
  await host.send("host:moderate", { rebuttalIds: [idOf("ada 2")], action: "hide" });
  const participantIds = [ada.participantId, bob.participantId];
  const hidden = await host.send("host:moderate", { participantIds, action: "hide" });
  // Rebuttals hidden before get no second decision.
  expect(entriesOf(hidden)).toHaveLength(3);
  expect(await statuses(cyd)).toEqual({ "cyd 1": "published", "cyd 2": "published" });
  expect((await bob.sync()).you?.reported).toMatchObject([{ outcome: "taken-down" }]);
  await post(ada, { body: "ada 3" });

  expect(await host.send("host:undo", { entries: entriesOf(hidden) })).toMatchObject(OK);
  const restored = { "ada 1": "published", "ada 2": "hidden", "bob 2": "published" };
  expect(await statuses(host)).toMatchObject(restored);
  expect((await host.sync()).session.queue).toBe(1);
});

test("[V7][R16] host and assistant of an anonymous session can't select seats", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ada] = await server.seats("host", "student");
  const participantIds = [ada.participantId];
  for (const staff of [host, await connectAssistant(server, server.session.code)]) {
    expect(await staff.send("host:remove", { participantIds })).toEqual(refused("forbidden"));
    expect(await staff.send("host:moderate", { participantIds, action: "hide" })).toEqual(
      refused("forbidden"),
    );
  }
});

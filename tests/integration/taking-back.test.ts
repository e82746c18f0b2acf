import { expect, test } from "vitest";
import type { LogEntry } from "#debate/rules/snapshot.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { entryOf, restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

type Action = "hide" | "show" | "approve" | "keep";

const decide = async (host: Client, rebuttalId: string, action: Action) => {
  const answer = await host.send("host:moderate", { rebuttalIds: [rebuttalId], action });
  expect(answer).toMatchObject(OK);
  return { entry: entryOf(answer) };
};
const undo = (host: Client, { entry }: { entry: number }) => host.send("host:undo", { entries: [entry] });
/** The status of each rebuttal that a client gets, by its words. */
const reads = async (client: Client) =>
  Object.fromEntries((await client.sync()).rebuttals.map(({ body, status }) => [body, status]));
/** The newest lines of the log, as `host hide`. */
const lines = async (host: Client, count: number) =>
  ((await host.sync()).log ?? []).slice(0, count).map(({ actor, kind }) => `${actor} ${kind}`);

test("[R8] hiding a rebuttal hides its replies at once, and showing it restores exactly those", async () => {
  await using server = await startServer();
  const [host, screen, ada, bob, cyd] = await server.seats("host", "screen", "student", "student", "student");
  const first = rebuttal({ body: "first" });
  const second = rebuttal({ body: "second", replyTo: first.id });
  const third = rebuttal({ body: "third", replyTo: second.id });
  const aside = rebuttal({ body: "aside", replyTo: first.id });
  await moveTo(host, "rebuttal");
  for (const [author, posted] of [
    [ada, first],
    [bob, second],
    [ada, third],
    [bob, aside],
  ] as const)
    expect(await author.send("rebuttal:post", posted)).toMatchObject(OK);
  await decide(host, aside.id, "hide");
  await host.send("host:wall", { show: { rebuttalId: third.id } });

  const hidden = await decide(host, first.id, "hide");
  for (const { id } of [first, second, third])
    await cyd.hearsRebuttals(({ removed }) => removed.includes(id));
  expect((await screen.sync()).session).not.toHaveProperty("wall");
  for (const client of [screen, cyd]) expect(await reads(client)).toEqual({});
  // Authors and the host see that they are hidden because of the rebuttal they answer.
  expect((await bob.sync()).rebuttals).toContainEqual(
    expect.objectContaining({ body: "second", status: "hidden", downWith: "answered" }),
  );
  for (const sent of [
    bob.send("rebuttal:endorse", { rebuttalId: third.id, on: true }),
    bob.send("rebuttal:report", { rebuttalId: third.id, reason: "Rude." }),
    bob.send("rebuttal:post", rebuttal({ replyTo: third.id })),
    host.send("host:wall", { show: { rebuttalId: third.id } }),
  ])
    expect(await sent).toEqual(refused("not-found"));
  const results = await (await server.asHost("/results")).json();
  expect(results.rebuttals).toEqual([]);

  expect(await undo(host, hidden)).toMatchObject(OK);
  expect(await reads(cyd)).toEqual({ first: "published", second: "published", third: "published" });
  expect(await reads(host)).toMatchObject({ aside: "hidden" });
});

test("[R9] undo restores the state before a decision, once, and only for the newest decision about a rebuttal", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada] = await server.seats("host", "student");
  const posted = rebuttal({ body: "mine" });
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  const status = async () => (await reads(host)).mine;
  for (const [action, after] of [
    ["hide", "hidden"],
    ["show", "published"],
    ["approve", "published"],
  ] as const) {
    const decided = await decide(host, posted.id, action);
    expect(await status()).toBe(after);
    expect(await undo(host, decided)).toMatchObject(OK);
    expect(await status(), `${action} taken back`).toBe("pending");
    expect(await undo(host, decided)).toEqual(refused("stale"));
    expect(await lines(host, 2)).toEqual([`host undo-${action}`, `host ${action}`]);
  }
  expect((await host.sync()).session.queue).toBe(1);

  const approved = await decide(host, posted.id, "approve");
  // The same message again, after a lost answer, is not a second decision.
  expect(await decide(host, posted.id, "approve")).toEqual(approved);
  const hidden = await decide(host, posted.id, "hide");
  expect(await undo(host, approved)).toEqual(refused("stale"));
  expect(await undo(host, hidden)).toMatchObject(OK);
  expect(await status()).toBe("published");
});

test("[R9] entries that are no decision, belong to another session or do not exist cannot be undone", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  const other = await server.connect("host", { code: (await server.open()).code });
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  const hidden = await decide(host, posted.id, "hide");
  expect(await undo(other, hidden)).toEqual(refused("not-found"));
  expect(await undo(host, { entry: 999_999 })).toEqual(refused("not-found"));
  const moved = (await host.sync()).log?.find(({ kind }) => kind === "phase") as LogEntry;
  expect(await undo(host, { entry: moved.id })).toEqual(refused("not-found"));
  expect((await host.sync()).rebuttals).toMatchObject([{ status: "hidden" }]);
});

test("[R9][B4][J2] a removed seat cannot return by any route, and is restored with its ballots and words", async () => {
  await using server = await startServer();
  const [host, bob] = await server.seats("host", "student");
  const response = await server.asStranger("/join", { json: {} });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { ticket, participantId } = await response.json();
  const ada = await server.connect("student", { ticket });
  const [kept, before] = [rebuttal({ body: "kept" }), rebuttal({ body: "hidden before" })];
  const reply = rebuttal({ body: "reply", replyTo: kept.id });
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  for (const posted of [kept, before]) await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:post", reply);
  await decide(host, before.id, "hide");
  const votes = async () => (await host.sync()).session.tally?.before?.for ?? 0;
  expect(await votes()).toBe(1);

  expect(await host.send("host:remove", { participantIds: [participantId] })).toMatchObject({ ok: true });
  await ada.hears("removed");
  expect(await votes()).toBe(0);
  expect(await reads(bob)).toEqual({ reply: "hidden" });
  for (let time = 0; time < 2; time += 1)
    expect((await server.asStranger("/join", { json: {}, headers: { cookie } })).status).toBe(403);
  const refusedSeat = expect.objectContaining({ code: "removed" });
  await expect(server.connect("student", { ticket })).rejects.toEqual(refusedSeat);
  await expect(server.connect("student", {}, { cookie })).rejects.toEqual(refusedSeat);
  expect((await host.sync()).session.joined).toBe(1);

  expect(await restoreSeat(host)).toMatchObject(OK);
  expect(await votes()).toBe(1);
  expect(await reads(bob)).toEqual({ kept: "published", reply: "published" });
  expect(await reads(host)).toMatchObject({ "hidden before": "hidden" });
  expect(await lines(host, 2)).toEqual(["host restored", "host removed"]);
  const again = await server.connect("student", {}, { cookie });
  expect((await again.sync()).you).toMatchObject({ participantId, ballots: { before: { choice: "for" } } });
  expect((await server.asStranger("/join", { json: {}, headers: { cookie } })).status).toBe(200);
});

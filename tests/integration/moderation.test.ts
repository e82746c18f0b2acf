import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Moderation } from "#debate/rules/moderation.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { edit, post, seen } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

test("[R2][V5] a rebuttal that waits for approval is shown only to its author and the host", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  const waiting = await host.hearsRebuttals(({ changed }) => changed.length > 0);
  expect(waiting.changed).toMatchObject([{ id: posted.id, status: "pending" }]);
  await host.sees(({ queue }) => queue === 1);
  const own = await ada.hearsRebuttals(({ changed }) => changed.length > 0);
  expect(own.changed).toMatchObject([{ status: "pending", by: "you" }]);
  expect((await bob.sync()).rebuttals).toEqual([]);

  expect(await host.send("host:moderate", { rebuttalIds: [posted.id], action: "approve" })).toMatchObject(OK);
  const heard = await bob.hearsRebuttals(({ changed }) => changed.length > 0);
  expect(heard.changed).toMatchObject([{ id: posted.id, status: "published" }]);
  await ada.hearsRebuttals(({ changed }) => changed[0]?.status === "published");
  expect((await host.sync()).session.queue).toBe(0);
  // Before it was approved, only its author and the host were sent its words.
  const words = bob.heard.filter(({ payload }) => JSON.stringify(payload).includes(posted.body));
  expect(words).toHaveLength(1);
});

test("[R21] [R26] of several nothing is decided if the words of one were changed since they were read", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  const [one, other] = [await post(ada, { body: "One." }), await post(ada, { body: "Other." })];
  const rebuttalIds = [one.id, other.id];
  expect(await edit(ada, other.id, "Worse.")).toMatchObject(OK);
  const several = (action: Moderation, editions?: number[]) =>
    host.raw("host:moderate", { rebuttalIds, action, ...(editions && { editions }) });
  const statuses = async () => (await host.sync()).rebuttals.map(({ status }) => status);
  for (const action of ["approve", "hide"] as const)
    expect(await several(action, [0, 0])).toEqual(refused("stale"));
  expect(await statuses()).toEqual(["pending", "pending"]);
  const edition = (await seen(host, other.id))?.edition ?? 0;
  expect(await several("approve", [0, edition])).toMatchObject(OK);
  expect(await statuses()).toEqual(["published", "published"]);
  // Without editions they are decided as they are.
  expect(await several("hide")).toMatchObject(OK);
  for (const editions of [[0], [], [0, edition, 0]])
    expect(await several("hide", editions)).toEqual(refused("malformed"));
});

test("[R6] a report reaches only the host, with its reason but not the reporter, and a decision settles it", async () => {
  await using server = await startServer();
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");
  const posted = rebuttal();
  const reason = "This is about a classmate.";
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  const report = (rebuttalId: string, given = reason) =>
    bob.send("rebuttal:report", { rebuttalId, reason: given });
  expect(await report(randomUUID())).toEqual(refused("not-found"));
  expect(await ada.send("rebuttal:report", { rebuttalId: posted.id, reason })).toEqual(refused("forbidden"));
  for (const given of ["Rude.", reason]) expect(await report(posted.id, given)).toEqual(OK);
  await host.sees(({ queue }) => queue === 1);
  await host.hearsRebuttals(({ changed }) => changed[0]?.reports?.join() === reason);

  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "show" });
  await host.hearsRebuttals(({ changed }) => changed[0]?.reports?.length === 0);
  expect((await host.sync()).session.queue).toBe(0);
  for (const client of [screen, ada, bob]) {
    await client.sync();
    expect(JSON.stringify([client.heard, client.answers])).not.toMatch(/classmate|reports|Rude/u);
  }
  const events = await (await server.asHost("/export?table=events")).text();
  expect(events).toContain("reported");
  expect(events).not.toContain(bob.participantId);
});

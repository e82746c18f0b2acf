import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Moderation } from "#debate/rules/moderation.ts";
import { USUAL_RULES } from "#debate/rules/session-options.ts";
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

test("[R21] a rebuttal whose words were changed since they were read is neither approved nor hidden", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada] = await server.seats("host", "student");
  const posted = rebuttal();
  const { id: rebuttalId } = posted;
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  expect(await ada.send("rebuttal:edit", { rebuttalId, body: "Other words." })).toMatchObject(OK);
  for (const action of ["approve", "hide"] as const)
    expect(await host.send("host:moderate", { rebuttalIds: [rebuttalId], action, editions: [0] })).toEqual(
      refused("stale"),
    );
  const [read] = (await host.sync()).rebuttals;
  expect(read).toMatchObject({ id: rebuttalId, body: "Other words.", status: "pending" });
  const edition = read?.edition ?? 0;
  expect(
    await host.send("host:moderate", { rebuttalIds: [rebuttalId], action: "approve", editions: [edition] }),
  ).toMatchObject(OK);
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
  for (const wrong of [{ edition }, { editions: [0] }, { editions: [] }, { editions: [0, edition, 0] }])
    expect(await host.raw("host:moderate", { rebuttalIds, action: "hide", ...wrong })).toEqual(
      refused("malformed"),
    );
  const single = { rebuttalId: one.id, action: "hide", editions: [0] };
  expect(await host.raw("host:moderate", single)).toEqual(refused("malformed"));
});

test("[R6][V5] a hidden rebuttal disappears for the class, stays for its author and the host, and can be shown again", async () => {
  await using server = await startServer();
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.hearsRebuttals(({ changed }) => changed.length === 1);
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" });
  for (const client of [screen, bob]) {
    const batch = await client.hearsRebuttals(({ removed }) => removed.length > 0);
    expect(batch).toMatchObject({ changed: [], removed: [posted.id] });
    expect((await client.sync()).rebuttals).toEqual([]);
  }
  for (const client of [host, ada]) {
    await client.hearsRebuttals(({ changed }) => changed[0]?.status === "hidden");
    expect((await client.sync()).rebuttals).toMatchObject([{ id: posted.id, status: "hidden" }]);
  }
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "show" });
  const { cursor } = await bob.hearsRebuttals(({ removed }) => removed.length > 0);
  const again = await bob.hearsRebuttals((batch) => batch.cursor > cursor && batch.changed.length === 1);
  expect(again.changed).toMatchObject([{ id: posted.id, status: "published" }]);
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

test("[B4][R6] removing a seat hides its rebuttals, and the host can show one again", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.hearsRebuttals(({ changed }) => changed.length === 1);
  await host.send("host:remove", { participantIds: [ada.participantId] });
  await bob.hearsRebuttals(({ removed }) => removed.includes(posted.id));
  expect((await bob.sync()).rebuttals).toEqual([]);
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "show" });
  expect((await bob.sync()).rebuttals).toMatchObject([{ id: posted.id, status: "published" }]);
});

test("[R6] a rebuttal of another session cannot be moderated here", async () => {
  await using server = await startServer();
  const { code } = await server.open();
  const [host, other, eve] = [
    await server.connect("host"),
    await server.connect("host", { code }),
    await server.connect("student", { code }),
  ];
  const foreign = rebuttal();
  await moveTo(other, "rebuttal");
  await eve.send("rebuttal:post", foreign);
  for (const rebuttalId of [foreign.id, randomUUID()])
    expect(await host.send("host:moderate", { rebuttalIds: [rebuttalId], action: "hide" })).toEqual(
      refused("not-found"),
    );
  expect((await other.sync()).rebuttals).toMatchObject([{ status: "published" }]);
});

test("[R26] several are decided at once, with a line each, and undone by one message", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const all = [
    await post(ada, { body: "one" }),
    await post(bob, { body: "two" }),
    await post(bob, { body: "three" }),
  ];
  const rebuttalIds = [...all.map(({ id }) => id), crypto.randomUUID()];
  const several = (action: Moderation, ids = rebuttalIds) =>
    host.send("host:moderate", { rebuttalIds: ids, action });
  const statuses = async () => (await host.sync()).rebuttals.map(({ status }) => status);
  const approved = await several("approve");
  expect(approved).toMatchObject({
    ok: true,
    entries: [expect.any(Number), expect.any(Number), expect.any(Number)],
  });
  expect(await statuses()).toEqual(["published", "published", "published"]);
  expect(await several("approve")).toEqual({ ok: true, entries: [] });
  const hidden = await several("hide");
  expect(await statuses()).toEqual(["hidden", "hidden", "hidden"]);
  const { entries = [] } = hidden as { entries?: number[] };
  expect(await host.send("host:undo", { entries })).toMatchObject(OK);
  expect(await statuses()).toEqual(["published", "published", "published"]);
  expect(await several("hide", [crypto.randomUUID()])).toEqual(refused("not-found"));
  expect(
    await host.raw("host:moderate", { rebuttalIds, rebuttalId: rebuttalIds[0], action: "hide" }),
  ).toEqual(refused("malformed"));
});

test("[R12] a rule that is too long is refused, and a session from before there were rules has the default one", async () => {
  await using server = await startServer({ settings: { rule: " Be kind. \n Be brief. " } });
  const { code } = server.session;
  const phone = async () => {
    const page = await server.app.pageApi.phone(new Headers(), code);
    return page.ok && page.value.settings.rule;
  };
  expect(await phone()).toBe("Be kind. Be brief.");
  const headers = { cookie: server.cookie };
  const json = { debateId: "japan-russia-card", settings: { rule: "x".repeat(281) } };
  const answer = await server.request("/api/sessions", { json, headers });
  expect((await answer.json()).error).toMatchObject({ code: "too-long" });
  await server.database.write(async (transaction) => {
    const { settings } = await transaction.session.findUniqueOrThrow({ where: { code } });
    const { rule: _, ...older } = JSON.parse(settings);
    await transaction.session.update({ where: { code }, data: { settings: JSON.stringify(older) } });
  });
  expect(await phone()).toBe(USUAL_RULES.en);
});

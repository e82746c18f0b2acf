import { describe, expect, test } from "vitest";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { decide, edit, endorse, entryOf, merge, post, seen } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

describe("[R21] an author changes a rebuttal", () => {
  test("its endorsements and exposures go, and everyone reads the new words, marked as edited", async () => {
    await using server = await startServer();
    const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
    await moveTo(host, "before");
    for (const voter of [ada, bob, cleo]) await voter.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal");
    const { id } = await post(ada, { body: "first", source: "https://example.org/one" });
    const shown = [bob, cleo].map((reader) => reader.send("rebuttal:seen", { ids: [id] }));
    const endorsed = [bob, cleo].map((reader) => endorse(reader, id));
    expect(await Promise.all([...shown, ...endorsed])).toEqual([OK, OK, OK, OK]);
    expect(await seen(bob, id)).toMatchObject({ body: "first", endorsements: 2 });
    expect((await bob.sync()).you?.endorsed).toEqual([id]);

    const { cursor } = await cleo.sync();
    expect(await edit(ada, id, " second ")).toEqual(OK);
    const heard = await cleo.hearsRebuttals((batch) => batch.cursor > cursor);
    expect(heard.changed[0]).toMatchObject({ id, body: "second", edited: true, endorsements: 0 });
    for (const client of [host, ada, bob]) expect(await seen(client, id)).toMatchObject({ body: "second" });
    expect(await seen(bob, id)).not.toHaveProperty("source");
    expect((await bob.sync()).you?.endorsed).toEqual([]);
    const { database } = server;
    for (const table of [database.reader.endorsement, database.reader.exposure])
      expect(await (table.count as () => Promise<number>)()).toBe(0);

    // The same words again change nothing, so an endorsement of them stays.
    expect(await endorse(bob, id)).toMatchObject(OK);
    expect(await edit(ada, id, "second")).toEqual(OK);
    expect(await seen(cleo, id)).toMatchObject({ endorsements: 1 });
    const { rows } = await (await server.asHost("/export?table=rebuttals&format=json")).json();
    expect(rows).toMatchObject([{ id, body: "second", edited: true, mergedInto: null, endorsements: 1 }]);
  });

  test("[R2] [W7] [R17] it waits for approval again, for a listed word, and while a report is open", async () => {
    await using server = await startServer({ settings: { filter: { holds: true } } });
    const [host, ada, bob] = await server.seats("host", "student", "student");
    await moveTo(host, "rebuttal");
    const root = await post(ada, { body: "root" });
    const reply = await post(bob, { body: "reply", replyTo: root.id });
    await host.send("host:wall", { show: { rebuttalId: root.id } });

    expect(await edit(ada, root.id, "This is shit.")).toEqual({ ...OK, waits: true });
    expect(await seen(ada, root.id)).toMatchObject({ status: "pending" });
    // [R8] The thread waits with its root.
    expect((await bob.sync()).rebuttals).toMatchObject([
      { id: reply.id, status: "hidden", downWith: "answered" },
    ]);
    expect((await host.sync()).session).not.toHaveProperty("wall");
    expect(await edit(ada, root.id, "This is sound.")).toEqual(OK);
    expect(await seen(bob, reply.id)).toMatchObject({ status: "published" });

    await bob.send("rebuttal:report", { rebuttalId: root.id, reason: "Rude." });
    expect(await edit(ada, root.id, "Kinder words.")).toEqual({ ...OK, waits: true });
    expect(await seen(host, root.id)).toMatchObject({ status: "pending", reports: ["Rude."] });
    expect(await decide(host, root.id, "approve")).toMatchObject(OK);
    await bob.send("rebuttal:report", { rebuttalId: root.id, reason: "Still rude." });
    const kept = await decide(host, root.id, "keep");
    expect(await seen(host, root.id)).toMatchObject({ status: "published", reports: [] });

    // What was kept were other words: a new report counts, and that decision has no way back.
    expect(await edit(ada, root.id, "New words.")).toEqual(OK);
    await bob.send("rebuttal:report", { rebuttalId: root.id, reason: "Rude again." });
    expect(await seen(host, root.id)).toMatchObject({ status: "published", reports: ["Rude again."] });
    expect(await host.send("host:undo", { entries: [entryOf(kept)] })).toEqual(refused("not-found"));

    await host.send("host:approve-first", { on: true });
    await decide(host, root.id, "keep");
    expect(await edit(ada, root.id, "Once more.")).toEqual({ ...OK, waits: true });
    expect(await seen(ada, root.id)).toMatchObject({ status: "pending" });
  });

  test("[R1] [R3] in `rebuttal` only, one's own only, not once it was taken down, and with a quotation that is one", async () => {
    await using server = await startServer();
    const [host, ada, bob] = await server.seats("host", "student", "student");
    await moveTo(host, "rebuttal");
    const { id } = await post(ada, { body: "first" });
    expect(await edit(bob, id, "Mine now.")).toEqual(refused("not-found"));
    const quote = { side: "for" as const, n: 1, exact: "Not there." };
    expect(await ada.send("rebuttal:edit", { rebuttalId: id, body: "x", quote })).toEqual(
      refused("malformed"),
    );
    expect(await ada.send("rebuttal:edit", { rebuttalId: id, body: " " })).toEqual(refused("malformed"));
    await decide(host, id, "hide");
    expect(await edit(ada, id, "Hidden, and changed.")).toEqual(refused("forbidden"));
    await decide(host, id, "show");
    await moveTo(host, "after");
    expect(await edit(ada, id, "Too late.")).toEqual(refused("wrong-phase"));
    expect(await seen(host, id)).toMatchObject({ body: "first" });
  });

  test("[R34] an endorsement of words that were changed since is refused, where it says which it was of", async () => {
    await using server = await startServer();
    const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
    await moveTo(host, "rebuttal");
    const { id } = await post(ada, { body: "first" });
    const endorsed = async (edition?: number, on = true, of = id) =>
      bob.send("rebuttal:endorse", { rebuttalId: of, on, ...(edition !== undefined && { edition }) });
    const count = async (of = id) => (await seen(cleo, of))?.endorsements;
    expect(await seen(bob, id)).not.toHaveProperty("edition");
    expect([await endorsed(0), await count()]).toEqual([OK, 1]);
    await edit(ada, id, "second");
    const second = (await seen(bob, id))?.edition ?? 0;
    expect(second).toBeGreaterThan(0);
    expect([await endorsed(0), await count()]).toEqual([refused("stale"), 0]);
    expect([await endorsed(second), await count()]).toEqual([OK, 1]);
    // It is taken back whatever it was of.
    expect([await endorsed(0, false), await count()]).toEqual([OK, 0]);
    expect([await endorsed(), await count()]).toEqual([OK, 1]);
    // [R30] Of a merged one its own words count.
    const head = await post(cleo, { body: "second!" });
    await merge(host, id, head.id);
    expect(await endorsed(0)).toEqual(refused("stale"));
    expect([await endorsed(second), await count(head.id)]).toEqual([OK, 1]);
  });
});

describe("[R22] an author withdraws a rebuttal", () => {
  test("it is deleted, in any phase; its replies stay; and it does not come back", async () => {
    await using server = await startServer();
    const [host, ada, bob] = await server.seats("host", "student", "student");
    await moveTo(host, "rebuttal");
    const root = await post(ada, { body: "root" });
    const reply = await post(bob, { body: "reply", replyTo: root.id });
    await endorse(bob, root.id);
    expect(await bob.send("rebuttal:withdraw", { rebuttalId: root.id })).toEqual(refused("not-found"));
    await moveTo(host, "after");
    expect(await ada.send("rebuttal:withdraw", { rebuttalId: root.id })).toEqual(OK);
    expect(await ada.send("rebuttal:withdraw", { rebuttalId: root.id })).toEqual(refused("not-found"));
    expect((await host.sync()).rebuttals).toMatchObject([{ id: reply.id, status: "published" }]);
    expect((await bob.sync()).you?.endorsed).toEqual([]);
    const [line] = (await host.sync()).log ?? [];
    expect(line).toMatchObject({ actor: "participant", kind: "withdrawn", canUndo: false });
    expect(line).not.toHaveProperty("rebuttalId");
    await moveTo(host, "rebuttal");
    expect(await ada.send("rebuttal:post", root)).toEqual(refused("duplicate"));
    const { ticket } = ada.socket.auth as { ticket: string };
    const cookie = `seat-${server.session.code}=${ticket}`;
    const mine = await (await server.asStranger("/mine", { headers: { cookie } })).json();
    expect(mine.seat).toMatchObject({ withdrawn: 1 });
  });

  test("[R7] those that were withdrawn count among the fifty that one may write", async () => {
    await using server = await startServer();
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "rebuttal");
    const { participantId } = (await ada.sync()).you ?? { participantId: "" };
    await server.database.write((transaction) =>
      transaction.participant.update({ where: { id: participantId }, data: { withdrawn: 49 } }),
    );
    const last = await post(ada, {});
    expect(await ada.send("rebuttal:withdraw", { rebuttalId: last.id })).toEqual(OK);
    expect(await ada.send("rebuttal:post", rebuttal())).toEqual(refused("too-many"));
  });
});

import { describe, expect, test } from "vitest";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const post = async (author: Client, given: Parameters<typeof rebuttal>[0]) => {
  const posted = rebuttal(given);
  expect(await author.send("rebuttal:post", posted)).toMatchObject(OK);
  return posted;
};
const endorse = (client: Client, rebuttalId: string, on = true) =>
  client.send("rebuttal:endorse", { rebuttalId, on });
const decide = (host: Client, rebuttalId: string, action: Moderation) =>
  host.send("host:moderate", { rebuttalId, action });
const merge = (host: Client, rebuttalId: string, into: string | null) =>
  host.send("host:merge", { rebuttalId, into });
const edit = (author: Client, rebuttalId: string, body: string) =>
  author.send("rebuttal:edit", { rebuttalId, body });
/** What a client reads of a rebuttal; undefined if nothing. */
const seen = async (client: Client, id: string): Promise<Rebuttal | undefined> =>
  (await client.sync()).rebuttals.find((each) => each.id === id);
type Endorsed = { id: string; endorsed: number };
const entryOf = (answer: unknown) => (answer as { entry: number }).entry;

describe("[R21] an author changes a rebuttal", () => {
  test("its endorsements and exposures go, and everyone reads the new words, marked as edited", async () => {
    await using server = await startServer();
    const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
    await moveTo(host, "before");
    for (const voter of [ada, bob, cleo]) await voter.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal");
    const { id } = await post(ada, { body: "first", source: "https://example.org/one" });
    for (const reader of [bob, cleo]) {
      await reader.send("rebuttal:seen", { ids: [id] });
      expect(await endorse(reader, id)).toMatchObject(OK);
    }
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
    await using server = await startServer({ settings: { filter: "hold" } });
    const [host, ada, bob] = await server.seats("host", "student", "student");
    await moveTo(host, "rebuttal");
    const root = await post(ada, { body: "root" });
    const reply = await post(bob, { body: "reply", replyTo: root.id });
    await host.send("host:spotlight", { rebuttalId: root.id });

    expect(await edit(ada, root.id, "This is shit.")).toEqual(OK);
    expect(await seen(ada, root.id)).toMatchObject({ status: "pending" });
    // [R8] The thread waits with its root.
    expect((await bob.sync()).rebuttals).toMatchObject([
      { id: reply.id, status: "hidden", downWith: "answered" },
    ]);
    expect((await host.sync()).session).not.toHaveProperty("wall");
    expect(await edit(ada, root.id, "This is sound.")).toEqual(OK);
    expect(await seen(bob, reply.id)).toMatchObject({ status: "published" });

    await bob.send("rebuttal:report", { rebuttalId: root.id, reason: "Rude." });
    expect(await edit(ada, root.id, "Kinder words.")).toEqual(OK);
    expect(await seen(host, root.id)).toMatchObject({ status: "pending", reports: ["Rude."] });
    expect(await decide(host, root.id, "approve")).toMatchObject(OK);
    await bob.send("rebuttal:report", { rebuttalId: root.id, reason: "Still rude." });
    const kept = await decide(host, root.id, "keep");
    expect(await seen(host, root.id)).toMatchObject({ status: "published", reports: [] });

    // What was kept were other words: a new report counts, and that decision has no way back.
    expect(await edit(ada, root.id, "New words.")).toEqual(OK);
    await bob.send("rebuttal:report", { rebuttalId: root.id, reason: "Rude again." });
    expect(await seen(host, root.id)).toMatchObject({ status: "published", reports: ["Rude again."] });
    expect(await host.send("host:undo", { entry: entryOf(kept) })).toEqual(refused("not-found"));

    await host.send("host:approve-first", { on: true });
    await decide(host, root.id, "keep");
    expect(await edit(ada, root.id, "Once more.")).toEqual(OK);
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

  test("two edits within a millisecond are both read", async () => {
    await using server = await startServer({ clock: () => 1_000_000 });
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "rebuttal");
    const { id } = await post(ada, { body: "first" });
    for (const body of ["second", "third"]) {
      expect(await edit(ada, id, body)).toEqual(OK);
      expect(await seen(host, id)).toMatchObject({ body });
    }
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

describe("[R24] a rebuttal is merged into a similar one", () => {
  async function similarOnes(settings = {}) {
    const server = await startServer({ settings });
    const seats = await server.seats("host", "student", "student", "student", "student");
    const [host, ada, bob, cleo, dan] = seats;
    await moveTo(host, "before", settings);
    for (const voter of [ada, bob, cleo, dan]) await voter.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal", settings);
    const head = await post(ada, { body: "The islands feed three prefectures." });
    const same = await post(bob, { body: "The islands feed three prefectures!" });
    return { server, host, ada, bob, cleo, dan, head, same };
  }

  test("[R30] which stands for it: endorsements count once a person, and its replies are there", async () => {
    const { server, host, ada, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const reply = await post(dan, { body: "Which?", replyTo: same.id });
    for (const [reader, id] of [
      [cleo, head.id],
      [cleo, same.id],
      [dan, same.id],
      [ada, same.id],
      [bob, head.id],
    ] as const)
      expect(await endorse(reader, id)).toMatchObject(OK);
    const { cursor } = await cleo.sync();
    const merged = await merge(host, same.id, head.id);
    expect(merged).toMatchObject(OK);
    const heard = await cleo.hearsRebuttals((batch) => batch.cursor > cursor);
    expect(heard.removed).toEqual([same.id]);
    expect(heard.changed).toContainEqual(expect.objectContaining({ id: reply.id, replyTo: head.id }));

    // Cleo and Dan; Ada and Bob wrote it.
    expect(await seen(cleo, head.id)).toMatchObject({ merged: 1, endorsements: 2 });
    expect(await seen(cleo, same.id)).toBeUndefined();
    const told = { status: "hidden", downWith: "merged", mergedInto: head.id };
    for (const client of [bob, host]) expect(await seen(client, same.id)).toMatchObject(told);
    expect((await dan.sync()).you?.endorsed).toEqual([head.id]);
    const results = await (await server.asHost("/results")).json();
    expect(results.rebuttals).toMatchObject([
      { id: head.id, endorsed: 2, replies: 1 },
      { id: reply.id, replyTo: head.id },
    ]);
    const { rows } = await (await server.asHost("/export?table=rebuttals&format=json")).json();
    expect(rows).toContainEqual(
      expect.objectContaining({ id: same.id, status: "hidden", mergedInto: head.id }),
    );
    const record = await (await server.asHost("/participation?format=json")).json();
    expect(
      record.rows.map((row: { rebuttals: number; hidden: number }) => [row.rebuttals, row.hidden]),
    ).toEqual(
      expect.arrayContaining([
        [1, 0],
        [1, 0],
        [1, 0],
        [0, 0],
      ]),
    );

    // A phone that does not know yet endorses, sees and answers what stands for it.
    expect(await endorse(bob, head.id)).toEqual(refused("forbidden"));
    expect(await endorse(dan, same.id, false)).toMatchObject(OK);
    expect(await seen(cleo, head.id)).toMatchObject({ endorsements: 1 });
    expect(await endorse(dan, same.id)).toMatchObject(OK);
    const late = await post(cleo, { body: "Late.", replyTo: same.id });
    expect(await seen(dan, late.id)).toMatchObject({ replyTo: head.id });

    // Undone, each is as it was: Cleo endorsed both, Dan since then what stood there.
    expect(await host.send("host:undo", { entry: entryOf(merged) })).toMatchObject(OK);
    expect(await seen(cleo, same.id)).toMatchObject({ status: "published", endorsements: 2 });
    expect(await seen(cleo, head.id)).toMatchObject({ endorsements: 3 });
    expect(await seen(cleo, head.id)).not.toHaveProperty("merged");
    expect(await seen(cleo, reply.id)).toMatchObject({ replyTo: same.id });
  });

  test("[R31] as long as that is there: hidden, it takes along those that it stands for; edited or withdrawn, it leaves them", async () => {
    const { server, host, ada, bob, cleo, head, same } = await similarOnes();
    await using _ = server;
    const shown = async () => (await seen(cleo, same.id))?.status ?? "not there";
    await merge(host, same.id, head.id);
    expect(await shown()).toBe("not there");
    const hidden = await decide(host, head.id, "hide");
    for (const { id } of [head, same]) expect(await seen(cleo, id)).toBeUndefined();
    await host.send("host:undo", { entry: entryOf(hidden) });
    expect(await shown()).toBe("not there");
    expect(await seen(cleo, head.id)).toMatchObject({ merged: 1 });

    // What was merged is hidden itself, and back.
    await decide(host, same.id, "hide");
    expect(await seen(cleo, head.id)).not.toHaveProperty("merged");
    await decide(host, same.id, "show");
    expect(await seen(cleo, head.id)).toMatchObject({ merged: 1 });

    expect(await edit(ada, head.id, "Something else altogether.")).toEqual(OK);
    expect(await shown()).toBe("published");
    expect(await seen(cleo, head.id)).not.toHaveProperty("merged");
    await merge(host, same.id, head.id);
    expect(await edit(bob, same.id, "Different now.")).toEqual(OK);
    expect(await shown()).toBe("published");

    await merge(host, same.id, head.id);
    const reply = await post(cleo, { body: "Why?", replyTo: head.id });
    expect(await ada.send("rebuttal:withdraw", { rebuttalId: head.id })).toEqual(OK);
    expect(await shown()).toBe("published");
    expect(await seen(host, reply.id)).toMatchObject({ status: "published", replyTo: head.id });
  });

  test("and separated; not into what is gone, of the other side, or follows from it", async () => {
    const { server, host, ada, cleo, head, same } = await similarOnes();
    await using _ = server;
    const other = await post(cleo, { side: "against" });
    const reply = await post(cleo, { replyTo: same.id });
    for (const into of [other.id, reply.id])
      expect(await merge(host, same.id, into)).toEqual(refused("malformed"));
    expect(
      await ada.send("host:merge" as never, { rebuttalId: same.id, into: head.id } as never),
    ).toMatchObject({
      ok: false,
    });
    await merge(host, same.id, head.id);
    const separated = await merge(host, same.id, null);
    expect(await seen(cleo, same.id)).toMatchObject({ status: "published" });
    // The newest decision can be undone, and it was merged before.
    await host.send("host:undo", { entry: entryOf(separated) });
    expect(await seen(cleo, same.id)).toBeUndefined();
    expect(await merge(host, same.id, head.id)).toMatchObject(OK);
    const kinds = ((await host.sync()).log ?? []).slice(0, 3).map(({ kind }) => kind);
    expect(kinds).toEqual(["undo-separate", "separate", "merge"]);
  });

  test("[R9] [R21] a separation is not taken back into a circle, into other words, or into nothing", async () => {
    const { server, host, ada, head, same } = await similarOnes();
    await using _ = server;
    const separate = async () => {
      await merge(host, same.id, head.id);
      return { entry: entryOf(await merge(host, same.id, null)) };
    };
    const circle = await separate();
    const back = await merge(host, head.id, same.id);
    expect(await host.send("host:undo", circle)).toEqual(refused("stale"));
    expect(await host.send("host:undo", { entry: entryOf(back) })).toMatchObject(OK);

    const before = await separate();
    expect(await edit(ada, head.id, "Something else altogether.")).toEqual(OK);
    expect(await host.send("host:undo", before)).toEqual(refused("not-found"));
    const last = await separate();
    expect(await ada.send("rebuttal:withdraw", { rebuttalId: head.id })).toEqual(OK);
    expect(await host.send("host:undo", last)).toEqual(refused("not-found"));
    expect(await seen(host, same.id)).toMatchObject({ status: "published" });
  });

  test("[R30] [C3] credit to it is credit to what stands for it, but not its author's", async () => {
    const { server, host, ada, bob, cleo, head, same } = await similarOnes();
    await using _ = server;
    await moveTo(host, "after");
    const why = "It made me see that the fishing grounds matter more than the land.";
    for (const voter of [cleo, ada])
      await voter.send("ballot:cast", {
        ...ballot("against", "after"),
        credit: { rebuttalId: same.id, without: "for", why },
      });
    await bob.send("ballot:cast", {
      ...ballot("against", "after"),
      credit: { rebuttalId: head.id, without: "for", why },
    });
    await merge(host, same.id, head.id);
    const results = await (await server.asHost("/results")).json();
    expect(results.rebuttals).toMatchObject([{ id: head.id, credits: 1 }]);
  });

  test("[R30] [C3] [R5] a credit or a report of it, from a phone that does not know yet, is one of what stands for it", async () => {
    const { server, host, ada, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const why = "It made me see that the fishing grounds matter more than the land.";
    const credit = { rebuttalId: same.id, without: "for" as const, why };
    const vote = (voter: Client, seq = 1) =>
      voter.send("ballot:cast", { ...ballot("against", "after", seq), credit });
    const credited = async (voter: Client) => (await voter.sync()).you?.ballots.after?.credit?.rebuttalId;
    await moveTo(host, "after");
    for (const voter of [ada, cleo]) expect(await vote(voter)).toMatchObject(OK);
    await moveTo(host, "rebuttal");
    await merge(host, same.id, head.id);
    expect(await dan.send("rebuttal:report", { rebuttalId: same.id, reason: "Rude." })).toEqual(OK);
    expect(await seen(host, head.id)).toMatchObject({ reports: ["Rude."] });
    await moveTo(host, "after");
    for (const voter of [cleo, dan]) {
      expect(await vote(voter, 2)).toMatchObject(OK);
      expect(await credited(voter)).toBe(head.id);
    }
    // [C4] What stands for it is Ada's own, so her vote is stored without it.
    expect(await vote(ada, 2)).toMatchObject(OK);
    expect(await credited(ada)).toBeUndefined();
    expect(await vote(bob)).toEqual(refused("not-found"));
    const results = await (await server.asHost("/results")).json();
    expect(results.rebuttals).toMatchObject([{ id: head.id, credits: 2 }]);
  });

  test("[R10] an open report of it is one of what stands for it, until host or assistant decide about that", async () => {
    const { server, host, ada, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const outcomes = async (of: Client) => (await of.sync()).you?.reported.map(({ outcome }) => outcome);
    const queue = async () => (await host.sync()).session.queue;
    const reports = async (id: string) => (await seen(host, id))?.reports;
    const other = await post(bob, { body: "The islands feed three prefectures?" });
    await dan.send("rebuttal:report", { rebuttalId: same.id, reason: "Rude." });
    await cleo.send("rebuttal:report", { rebuttalId: other.id, reason: "Not true." });
    expect(await queue()).toBe(2);
    // One into the other, and that into a third.
    await merge(host, same.id, other.id);
    const merged = await merge(host, other.id, head.id);
    expect(await Promise.all([head, same, other].map(({ id }) => reports(id)))).toEqual([
      ["Not true.", "Rude."],
      [],
      [],
    ]);
    expect([await queue(), await outcomes(dan), await outcomes(cleo)]).toEqual([1, ["waiting"], ["waiting"]]);

    const hidden = await decide(host, head.id, "hide");
    expect([await queue(), await outcomes(dan), await outcomes(cleo)]).toEqual([
      0,
      ["taken-down"],
      ["taken-down"],
    ]);
    await host.send("host:undo", { entry: entryOf(hidden) });
    expect([await queue(), await outcomes(dan), await reports(head.id)]).toEqual([
      1,
      ["waiting"],
      ["Not true.", "Rude."],
    ]);
    // Separated again, each is in the queue on its own.
    await host.send("host:undo", { entry: entryOf(merged) });
    expect([await queue(), await reports(head.id), await reports(other.id)]).toEqual([
      1,
      [],
      ["Not true.", "Rude."],
    ]);
    await decide(host, other.id, "keep");
    expect([await queue(), await outcomes(dan), await outcomes(cleo)]).toEqual([0, ["kept"], ["kept"]]);
    expect(await reports(other.id)).toEqual([]);

    // Everything that its author wrote is hidden, and so is what it stands for.
    await ada.send("rebuttal:report", { rebuttalId: other.id, reason: "Again." });
    expect([await queue(), await outcomes(ada)]).toEqual([0, ["kept"]]);
    const late = await post(dan, { body: "The islands feed three prefectures." });
    await ada.send("rebuttal:report", { rebuttalId: late.id, reason: "Late." });
    await merge(host, late.id, other.id);
    expect(
      await host.send("host:moderate", { action: "hide", participantIds: [bob.participantId] }),
    ).toMatchObject(OK);
    expect([await queue(), await outcomes(ada)]).toEqual([0, ["taken-down", "taken-down"]]);
  });

  test("[R33] [V9] in an anonymous session not once camps are told: what it takes from counts would tell an author's vote", async () => {
    const settings = { identity: "anonymous" as const };
    const { server, host, head, same } = await similarOnes(settings);
    await using _ = server;
    const merged = await merge(host, same.id, head.id);
    await moveTo(host, "results", settings);
    for (const sent of [merge(host, same.id, null), host.send("host:undo", { entry: entryOf(merged) })])
      expect(await sent).toEqual(refused("wrong-phase"));
    expect(await decide(host, head.id, "hide")).toMatchObject(OK);
  });

  test("[R33] [V9] nor is a merged one hidden or shown there by itself, which would tell its author's camp as well", async () => {
    const settings = { identity: "anonymous" as const };
    const { server, host, ada, bob, head, same } = await similarOnes(settings);
    await using _ = server;
    const third = await post(ada, { body: "The islands feed 3 prefectures." });
    for (const { id } of [head, third]) expect(await endorse(bob, id)).toMatchObject(OK);
    await merge(host, same.id, head.id);
    await merge(host, third.id, head.id);
    const hidden = await decide(host, third.id, "hide");
    await moveTo(host, "results", settings);
    const told = async () =>
      (await (await server.asHost("/results")).json()).rebuttals.map(({ id, endorsed }: Endorsed) => [
        id,
        endorsed,
      ]);
    // Bob's own stands under it, so what he said of it does not count.
    expect(await told()).toEqual([[head.id, 0]]);
    expect(await decide(host, same.id, "hide")).toEqual(refused("wrong-phase"));
    expect(await decide(host, third.id, "show")).toEqual(refused("wrong-phase"));
    expect(await host.send("host:undo", { entry: entryOf(hidden) })).toEqual(refused("wrong-phase"));
    const several = { rebuttalIds: [same.id], action: "hide" as const };
    expect(await host.send("host:moderate", several)).toEqual(refused("wrong-phase"));
    expect(await told()).toEqual([[head.id, 0]]);
  });

  test.each(["host", "author"] as const)(
    "[R33] [V9] [G5] [R22] deleted there by its %s, it leaves its author's endorsement uncounted, and every credit counted",
    async (who) => {
      const settings = { identity: "anonymous" as const };
      const { server, host, bob, cleo, head, same } = await similarOnes(settings);
      await using _ = server;
      for (const reader of [bob, cleo]) expect(await endorse(reader, head.id)).toMatchObject(OK);
      await moveTo(host, "after", settings);
      const why = "It made me see that the fishing grounds matter more than the land.";
      const credit = { rebuttalId: head.id, without: "for" as const, why };
      for (const voter of [bob, cleo])
        expect(await voter.send("ballot:cast", { ...ballot("against", "after"), credit })).toMatchObject(OK);
      await moveTo(host, "rebuttal", settings);
      await merge(host, same.id, head.id);
      await moveTo(host, "results", settings);
      // One of these that did not count would be the author's.
      const { words } = await (await server.asHost("/words")).json();
      expect(words).toMatchObject([{ credit: { counts: true } }, { credit: { counts: true } }]);
      if (who === "author") expect(await bob.send("rebuttal:withdraw", { rebuttalId: same.id })).toEqual(OK);
      else expect((await server.asHost(`/rebuttals/${same.id}`, { method: "DELETE" })).status).toBe(204);
      const results = await (await server.asHost("/results")).json();
      expect(results.rebuttals).toMatchObject([{ id: head.id, endorsed: 1, credits: 2 }]);
    },
  );
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
  expect(await several("approve")).toEqual({ ok: true, entry: null, entries: [] });
  const hidden = await several("hide");
  expect(await statuses()).toEqual(["hidden", "hidden", "hidden"]);
  const { entries = [] } = hidden as { entries?: number[] };
  expect(await host.send("host:undo", { entries })).toMatchObject(OK);
  expect(await statuses()).toEqual(["published", "published", "published"]);
  expect(await several("hide", [crypto.randomUUID()])).toEqual(refused("not-found"));
  expect(
    await host.send("host:moderate", { rebuttalIds, rebuttalId: rebuttalIds[0] as string, action: "hide" }),
  ).toEqual(refused("malformed"));
});

test("[R23] [V12] the wall gets a rebuttal with the replies that the host puts there, and how many there are", async () => {
  await using server = await startServer();
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");
  await moveTo(host, "rebuttal");
  const root = await post(ada, { body: "root" });
  const replies = [];
  for (const body of ["one", "two", "three"]) replies.push(await post(bob, { body, replyTo: root.id }));
  const [one, two, three] = replies.map(({ id }) => id) as [string, string, string];
  const show = (ids?: string[]) =>
    host.send("host:wall", { show: { rebuttalId: root.id, ...(ids && { replies: ids }) } });
  const onScreen = async () => (await screen.sync()).rebuttals.map(({ body }) => body).sort();

  expect(await show()).toEqual(OK);
  expect(await onScreen()).toEqual(["root"]);
  expect((await screen.sync()).rebuttals).toMatchObject([{ id: root.id, answers: 3 }]);
  expect(await show([one, two])).toEqual(OK);
  expect(await onScreen()).toEqual(["one", "root", "two"]);
  expect((await ada.sync()).session).toMatchObject({ wall: { rebuttalId: root.id, replies: [one, two] } });
  expect(await show([one, two, three])).toEqual(refused("malformed"));
  expect(await show([crypto.randomUUID()])).toEqual(refused("not-found"));

  // A reply that is hidden or edited leaves the wall alone, the root with everything.
  await decide(host, one, "hide");
  expect(await onScreen()).toEqual(["root", "two"]);
  await decide(host, one, "show");
  expect(await onScreen()).toEqual(["root", "two"]);
  await edit(bob, two, "two, in other words");
  expect(await onScreen()).toEqual(["root"]);
  await show([two]);
  await edit(ada, root.id, "another root");
  expect(await onScreen()).toEqual([]);
  expect((await screen.sync()).session).not.toHaveProperty("wall");
});

test("[R28] phones are sent words once, and counts of words that they have by themselves", async () => {
  await using server = await startServer();
  const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "rebuttal");
  const { id } = await post(ada, { body: "first" });
  await cleo.hearsRebuttals(({ changed }) => changed.some((each) => each.id === id));
  await endorse(bob, id);
  const { counts, changed } = await cleo.hearsRebuttals((batch) => batch.counts !== undefined);
  expect(changed).toEqual([]);
  expect(counts).toEqual([[id.slice(0, 8), 1, 1]]);
  await edit(ada, id, "second");
  const again = await cleo.hearsRebuttals((batch) => batch.changed.some(({ edited }) => edited));
  expect(again.changed).toMatchObject([{ id, body: "second", endorsements: 0 }]);
});

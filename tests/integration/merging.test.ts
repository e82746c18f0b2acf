import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { decide, edit, endorse, entryOf, merge, post, seen, similarOnes } from "#tests/support/rebuttals.ts";

describe("[R24] a rebuttal is merged into a similar one", () => {
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
    expect(await host.send("host:undo", { entries: [entryOf(merged)] })).toMatchObject(OK);
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
    await host.send("host:undo", { entries: [entryOf(hidden)] });
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
    await host.send("host:undo", { entries: [entryOf(separated)] });
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
      return { entries: [entryOf(await merge(host, same.id, null))] };
    };
    const circle = await separate();
    const back = await merge(host, head.id, same.id);
    expect(await host.send("host:undo", circle)).toEqual(refused("stale"));
    expect(await host.send("host:undo", { entries: [entryOf(back)] })).toMatchObject(OK);

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
    // What stands for it is Ada's own, so her credit does not count.
    expect(await vote(ada, 2)).toMatchObject(OK);
    expect(await credited(ada)).toBe(same.id);
    // [C4] It is Bob's own.
    expect(await vote(bob)).toEqual(refused("forbidden"));
    const results = await (await server.asHost("/results")).json();
    expect(results.rebuttals).toMatchObject([{ id: head.id, credits: 2 }]);
    // Nor does one that is down with what stood for it hold up a vote.
    await decide(host, head.id, "hide");
    expect(await vote(cleo, 3)).toMatchObject(OK);
    expect(await credited(cleo)).toBe(head.id);
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
    await host.send("host:undo", { entries: [entryOf(hidden)] });
    expect([await queue(), await outcomes(dan), await reports(head.id)]).toEqual([
      1,
      ["waiting"],
      ["Not true.", "Rude."],
    ]);
    // Separated again, each is in the queue on its own.
    await host.send("host:undo", { entries: [entryOf(merged)] });
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
});

test("[R31] [V19] [V24] what is down with its hidden head counts as hidden in timeline and record, and as written once that is back", async () => {
  const { server, host, cleo, head, same } = await similarOnes();
  await using _ = server;
  const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
  const counted = async () => {
    const { rebuttals, endorsements } = await (await server.asHost("/timeline")).json();
    const { rows } = await (await server.asHost("/participation?format=json")).json();
    const record = (rows as { rebuttals: number; hidden: number }[]).map((row) => [
      row.rebuttals,
      row.hidden,
    ]);
    return { timeline: [sum(rebuttals), sum(endorsements)], record: record.filter((row) => sum(row) > 0) };
  };
  await endorse(cleo, same.id);
  await merge(host, same.id, head.id);
  await decide(host, head.id, "hide");
  await moveTo(host, "results");
  expect(await counted()).toEqual({
    timeline: [0, 0],
    record: [
      [0, 1],
      [0, 1],
    ],
  });
  await decide(host, head.id, "show");
  expect(await counted()).toEqual({
    timeline: [2, 1],
    record: [
      [1, 0],
      [1, 0],
    ],
  });
});

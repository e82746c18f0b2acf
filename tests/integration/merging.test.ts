import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { StudentCard } from "#debate/protocol/pages.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { cookieOf, mine } from "#tests/support/marked-lesson.ts";
import { decide, edit, endorse, entryOf, merge, post, seen, similarOnes } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

const WHY = "It made me see that the fishing grounds matter more than the land.";

describe("[R24] the host merges a rebuttal into a similar one", () => {
  test("[R30] the head counts the endorsements of both, each person once, and gets the replies", async () => {
    const { server, host, ada, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const reply = await post(dan, { body: "Which?", replyTo: same.id });
    const endorsed = [
      endorse(cleo, head.id),
      ...[cleo, dan, ada].map((reader) => endorse(reader, same.id)),
      endorse(bob, head.id),
    ];
    expect(await Promise.all(endorsed)).toEqual(endorsed.map(() => OK));
    const { cursor } = await cleo.sync();
    const merged = await merge(host, same.id, head.id);
    const heard = await cleo.hearsRebuttals((batch) => batch.cursor > cursor);
    expect(heard.removed).toEqual([same.id]);
    expect(heard.changed).toContainEqual(expect.objectContaining({ id: reply.id, replyTo: head.id }));
    // Cleo and Dan; Ada and Bob wrote it.
    expect(await seen(cleo, head.id)).toMatchObject({ merged: 1, endorsements: 2 });
    const told = { status: "hidden", downWith: "merged", mergedInto: head.id };
    for (const client of [bob, host]) expect(await seen(client, same.id)).toMatchObject(told);
    const results = await (await server.asHost("/results")).json();
    expect(results.rebuttals).toMatchObject([
      { id: head.id, endorsed: 2, replies: 1 },
      { id: reply.id, replyTo: head.id },
    ]);

    // A phone that does not know of the merge endorses and answers the head.
    expect(await endorse(bob, head.id)).toEqual(refused("forbidden"));
    expect(await endorse(dan, same.id, false)).toMatchObject(OK);
    expect(await seen(cleo, head.id)).toMatchObject({ endorsements: 1 });
    expect(await endorse(dan, same.id)).toMatchObject(OK);
    const late = await post(cleo, { body: "Late.", replyTo: same.id });
    expect(await seen(dan, late.id)).toMatchObject({ replyTo: head.id });

    // Cleo endorsed both, Dan has endorsed the head since.
    expect(await host.send("host:undo", { entries: [entryOf(merged)] })).toMatchObject(OK);
    expect(await seen(cleo, same.id)).toMatchObject({ status: "published", endorsements: 2 });
    expect(await seen(cleo, head.id)).toMatchObject({ endorsements: 3 });
    expect(await seen(cleo, reply.id)).toMatchObject({ replyTo: same.id });
  });

  test("[R31] a merged rebuttal is hidden with its head, and published again when the head is edited or withdrawn", async () => {
    const { server, host, ada, bob, cleo, head, same } = await similarOnes();
    await using _ = server;
    const shown = async () => (await seen(cleo, same.id))?.status ?? "not there";
    await merge(host, same.id, head.id);
    const hidden = await decide(host, head.id, "hide");
    for (const { id } of [head, same]) expect(await seen(cleo, id)).toBeUndefined();
    await host.send("host:undo", { entries: [entryOf(hidden)] });
    expect(await shown()).toBe("not there");
    expect(await seen(cleo, head.id)).toMatchObject({ merged: 1 });

    expect(await edit(ada, head.id, "Something else altogether.")).toEqual(OK);
    expect(await shown()).toBe("published");
    await merge(host, same.id, head.id);
    expect(await edit(bob, same.id, "Different now.")).toEqual(OK);
    expect(await shown()).toBe("published");
    await merge(host, same.id, head.id);
    const reply = await post(cleo, { body: "Why?", replyTo: head.id });
    expect(await ada.send("rebuttal:withdraw", { rebuttalId: head.id })).toEqual(OK);
    expect(await shown()).toBe("published");
    expect(await seen(host, reply.id)).toMatchObject({ status: "published", replyTo: head.id });
  });

  test("[G5] [R31] [R8] what is down with a head stays down when the head is deleted, or a merged rebuttal withdrawn", async () => {
    const { server, host, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const reply = await post(dan, { body: "Which?", replyTo: same.id });
    const third = await post(cleo, { body: "The islands feed 3 prefectures." });
    for (const { id } of [same, third]) await merge(host, id, head.id);
    await decide(host, head.id, "hide");
    expect(await bob.send("rebuttal:withdraw", { rebuttalId: same.id })).toEqual(OK);
    expect(await seen(cleo, reply.id)).toBeUndefined();
    expect((await server.asHost(`/rebuttals/${head.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await seen(dan, third.id)).toBeUndefined();
  });

  test("[R9] [R21] not into the other side or its own reply, and no undo makes a circle or merges into changed words", async () => {
    const { server, host, ada, cleo, head, same } = await similarOnes();
    await using _ = server;
    const other = await post(cleo, { side: "against" });
    const reply = await post(cleo, { replyTo: same.id });
    for (const into of [other.id, reply.id])
      expect(await merge(host, same.id, into)).toEqual(refused("malformed"));
    expect(await ada.raw("host:merge", { rebuttalId: same.id, into: head.id })).toMatchObject({ ok: false });

    const separate = async () => {
      await merge(host, same.id, head.id);
      return { entries: [entryOf(await merge(host, same.id, null))] };
    };
    const undone = await separate();
    expect(await seen(cleo, same.id)).toMatchObject({ status: "published" });
    await host.send("host:undo", undone);
    expect(await seen(cleo, same.id)).toBeUndefined();
    const circle = await separate();
    const back = await merge(host, head.id, same.id);
    expect(await host.send("host:undo", circle)).toEqual(refused("stale"));
    expect(await host.send("host:undo", { entries: [entryOf(back)] })).toMatchObject(OK);
    const before = await separate();
    expect(await edit(ada, head.id, "Something else altogether.")).toEqual(OK);
    expect(await host.send("host:undo", before)).toEqual(refused("not-found"));
    expect(await seen(host, same.id)).toMatchObject({ status: "published" });
  });

  test("[R30] [C3] [R5] a phone that does not know of the merge credits and reports the head", async () => {
    const { server, host, ada, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const credit = { rebuttalId: same.id, without: "for" as const, why: WHY };
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
    // The head is Ada's own, so her credit does not count.
    expect(await vote(ada, 2)).toMatchObject(OK);
    expect(await credited(ada)).toBe(same.id);
    // [C4] It is Bob's own.
    expect(await vote(bob)).toEqual(refused("forbidden"));
    const results = await (await server.asHost("/results")).json();
    expect(results.rebuttals).toMatchObject([{ id: head.id, credits: 2 }]);
    // A credit to a hidden head does not hold up a vote.
    await decide(host, head.id, "hide");
    expect(await vote(cleo, 3)).toMatchObject(OK);
    expect(await credited(cleo)).toBe(head.id);
  });

  test("[R10] the reports of merged rebuttals wait at their head, and a decision about the head resolves them", async () => {
    const { server, host, bob, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    const outcomes = async (of: Client) => (await of.sync()).you?.reported.map(({ outcome }) => outcome);
    const state = async () => [(await host.sync()).session.queue, await outcomes(dan), await outcomes(cleo)];
    const reports = async (id: string) => (await seen(host, id))?.reports;
    const other = await post(bob, { body: "The islands feed three prefectures?" });
    await dan.send("rebuttal:report", { rebuttalId: same.id, reason: "Rude." });
    await cleo.send("rebuttal:report", { rebuttalId: other.id, reason: "Not true." });
    // One into the other, and that into a third.
    await merge(host, same.id, other.id);
    const merged = await merge(host, other.id, head.id);
    expect(await reports(head.id)).toEqual(["Not true.", "Rude."]);
    expect(await reports(same.id)).toEqual([]);
    expect(await state()).toEqual([1, ["waiting"], ["waiting"]]);

    const hidden = await decide(host, head.id, "hide");
    expect(await state()).toEqual([0, ["taken-down"], ["taken-down"]]);
    await host.send("host:undo", { entries: [entryOf(hidden)] });
    expect(await state()).toEqual([1, ["waiting"], ["waiting"]]);
    await host.send("host:undo", { entries: [entryOf(merged)] });
    expect([await reports(head.id), await reports(other.id)]).toEqual([[], ["Not true.", "Rude."]]);
    await decide(host, other.id, "keep");
    expect(await state()).toEqual([0, ["kept"], ["kept"]]);
  });

  test("[R30] who endorsed a merged rebuttal is told that they endorse its head, as long as it is merged", async () => {
    const { server, host, ada, cleo, dan, head, same } = await similarOnes();
    await using _ = server;
    /** Does something, and waits until Cleo's phone hears that she endorses exactly these rebuttals. */
    async function tells<Answer>(told: string[], does: () => Promise<Answer>): Promise<Answer> {
      cleo.heard.length = 0;
      const answer = await does();
      expect(answer).toMatchObject(OK);
      await cleo.hearsMine(({ endorsed }) => isDeepStrictEqual(endorsed, told));
      return answer;
    }
    await endorse(cleo, same.id);
    const merged = () => tells([head.id], () => merge(host, same.id, head.id));
    await merged();
    await tells([same.id], () => merge(host, same.id, null));
    const again = await merged();
    await tells([same.id], () => host.send("host:undo", { entries: [entryOf(again)] }));
    await merged();
    // [K3] [K4] So Cleo is no reader of the head to whom an endorsement was offered.
    await Promise.all([cleo, dan].map((reader) => reader.send("rebuttal:seen", { ids: [head.id] })));
    const shown = await server.database.reader.exposure.findMany({ where: { rebuttalId: head.id } });
    expect(shown.map(({ participantId }) => participantId)).toEqual([dan.participantId]);
    await tells([same.id], () => ada.send("rebuttal:withdraw", { rebuttalId: head.id }));
  });

  test("[V12] [R23] the head takes the place of a merged rebuttal on the projector, and its replies leave when it is separated", async () => {
    const { server, host, dan, head, same } = await similarOnes();
    await using _ = server;
    const screen = await server.connect("screen");
    const { id: reply } = await post(dan, { body: "Which?", replyTo: same.id });
    await host.send("host:wall", { show: { rebuttalId: same.id, replies: [reply] } });
    const onWall = async () => (await screen.sync()).session.wall;
    await merge(host, same.id, head.id);
    await screen.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === head.id));
    expect(await onWall()).toEqual({ rebuttalId: head.id, replies: [reply] });
    expect(await seen(screen, same.id)).toBeUndefined();
    await merge(host, same.id, null);
    expect(await onWall()).toEqual({ rebuttalId: head.id });
  });
});

describe("[R32] a merge credits all its authors", () => {
  /** Ada wrote the head; Ben's two and Cyd's one are merged into it. Dan and Eva read it. */
  async function mergedClass() {
    const server = await startServer({ settings: { identity: "named" } });
    const names = ["Ada", "Ben", "Cyd", "Dan", "Eva"];
    const seats = await Promise.all(names.map((name) => server.join(name)));
    const clients = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
    const [ada, ben, cyd, dan, eva] = clients as [Client, Client, Client, Client, Client];
    const host = await server.connect("host");
    await moveTo(host, "before");
    for (const client of clients) await client.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal");
    const { id: head } = await post(ada, { body: "The islands feed three prefectures." });
    const same: string[] = [];
    for (const [author, body] of [[ben, "one"] as const, [ben, "two"] as const, [cyd, "three"] as const])
      same.push((await post(author, { body })).id);
    for (const id of same) expect(await merge(host, id, head)).toMatchObject(OK);
    return { server, seats, host, ada, ben, cyd, dan, eva, head, same };
  }

  test("students and host see all names, each once, until an author is removed, or deletes words [G2] or seat [G3]", async () => {
    const { server, seats, host, ada, ben, cyd, dan, head } = await mergedClass();
    await using _ = server;
    for (const client of [host, dan, ben])
      expect(await seen(client, head)).toMatchObject({ by: "Ada", with: ["Ben", "Cyd"], merged: 3 });
    expect(await seen(ada, head)).toMatchObject({ by: "you", with: ["Ben", "Cyd"] });
    const [adas, bens, cyds] = seats as [(typeof seats)[0], (typeof seats)[0], (typeof seats)[0]];
    // [G1] One's download does not have the names of the others.
    expect(await (await mine(server, adas)).text()).not.toMatch(/Ben|Cyd/u);

    const removed = await host.send("host:remove", { participantIds: [cyd.participantId] });
    expect((await seen(dan, head))?.with).toEqual(["Ben"]);
    await host.send("host:undo", { entries: [entryOf(removed)] });
    expect((await seen(dan, head))?.with).toEqual(["Ben", "Cyd"]);
    const { cursor } = await dan.sync();
    expect((await mine(server, cyds, "seat")).ok).toBe(true);
    const heard = await dan.hearsRebuttals((batch) => batch.cursor > cursor && batch.changed.length > 0);
    expect(heard.changed).toMatchObject([{ by: "Ada", with: ["Ben"], merged: 2 }]);
    expect((await mine(server, bens, "words")).ok).toBe(true);
    expect(await seen(dan, head)).not.toHaveProperty("with");
    expect(await seen(dan, head)).not.toHaveProperty("merged");
  });

  test("each author's card and participation record count what the head received, never one's own", async () => {
    const { server, seats, host, ben, dan, eva, head, same } = await mergedClass();
    await using _ = server;
    expect(await Promise.all([endorse(dan, head), endorse(eva, same[0] ?? "")])).toEqual([OK, OK]);
    await moveTo(host, "after");
    const credit = { rebuttalId: same[2] ?? "", without: "for" as const, why: WHY };
    // Ben's is for a merge that he is an author of, and does not count.
    for (const voter of [dan, ben])
      expect(await voter.send("ballot:cast", { ...ballot("against", "after"), credit })).toMatchObject(OK);
    await moveTo(host, "results");
    for (const [at, written] of [1, 2, 1].entries()) {
      const card = await server.asStranger("/card", {
        headers: cookieOf(server, seats[at] ?? expect.fail()),
      });
      const { rebuttals, credits } = (await card.json()) as StudentCard;
      expect(rebuttals).toHaveLength(written);
      for (const { reception } of rebuttals) expect(reception).toMatchObject({ endorsed: 2, credits: 1 });
      expect(credits).toBe(1);
    }
    const { rows } = await (await server.asHost("/participation?format=json")).json();
    expect(rows).toMatchObject([
      ...["Ada", "Ben", "Cyd"].map((name) => ({ name, endorsementsReceived: 2, credits: 1 })),
      ...["Dan", "Eva"].map((name) => ({ name, endorsementsReceived: 0, credits: 0 })),
    ]);
    // [V10] Results name no one.
    expect(await (await server.asHost("/results")).text()).not.toMatch(/Ada|Ben|Cyd/u);
  });
});

describe("[R33] [V9] once an anonymous class has results, which would tell an author's vote", () => {
  const settings = { identity: "anonymous" as const };

  test("the host can't merge or separate, nor hide or show part of a merge", async () => {
    const { server, host, ada, bob, head, same } = await similarOnes(settings);
    await using _ = server;
    const third = await post(ada, { body: "The islands feed 3 prefectures." });
    expect(await Promise.all([head, third].map(({ id }) => endorse(bob, id)))).toEqual([OK, OK]);
    const merged = await merge(host, same.id, head.id);
    await merge(host, third.id, head.id);
    // [V6] Nor is anyone told whose they are.
    for (const named of ["by", "with", "withCount"])
      expect(await seen(host, head.id)).not.toHaveProperty(named);
    const hidden = await decide(host, third.id, "hide");
    await moveTo(host, "results", settings);
    const told = async () => (await (await server.asHost("/results")).json()).rebuttals;
    // Bob's own stands under it, so his endorsement does not count.
    expect(await told()).toMatchObject([{ id: head.id, endorsed: 0 }]);
    for (const sent of [
      merge(host, same.id, null),
      host.send("host:undo", { entries: [entryOf(merged)] }),
      host.send("host:undo", { entries: [entryOf(hidden)] }),
      decide(host, same.id, "hide"),
      decide(host, third.id, "show"),
    ])
      expect(await sent).toEqual(refused("wrong-phase"));
    expect(await told()).toMatchObject([{ id: head.id, endorsed: 0 }]);
    expect(await decide(host, head.id, "hide")).toMatchObject(OK);
  });

  test.each(["host", "author"] as const)(
    "[G5] [R22] the %s deletes a merged rebuttal: its author's endorsement stays uncounted, every credit counted",
    async (who) => {
      const { server, host, bob, cleo, dan, head, same } = await similarOnes(settings);
      await using _ = server;
      const [eve] = await server.seats("student");
      expect(await Promise.all([bob, cleo].map((reader) => endorse(reader, head.id)))).toEqual([OK, OK]);
      await moveTo(host, "after", settings);
      const credit = { rebuttalId: head.id, without: "for" as const, why: WHY };
      // [Z2] Of fewer than four, credits are not told.
      for (const voter of [bob, cleo, dan, eve])
        expect(await voter.send("ballot:cast", { ...ballot("against", "after"), credit })).toMatchObject(OK);
      await moveTo(host, "rebuttal", settings);
      await merge(host, same.id, head.id);
      await moveTo(host, "results", settings);
      if (who === "author") expect(await bob.send("rebuttal:withdraw", { rebuttalId: same.id })).toEqual(OK);
      else expect((await server.asHost(`/rebuttals/${same.id}`, { method: "DELETE" })).status).toBe(204);
      const results = await (await server.asHost("/results")).json();
      expect(results.rebuttals).toMatchObject([{ id: head.id, endorsed: 1, credits: 4 }]);
    },
  );
});

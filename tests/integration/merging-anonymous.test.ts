import { describe, expect, test } from "vitest";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { decide, endorse, entryOf, merge, post, similarOnes } from "#tests/support/rebuttals.ts";

type Endorsed = { id: string; endorsed: number };

describe("[R33] [V9] in an anonymous session a merge", () => {
  test("is neither made nor ended once camps are told: what it takes from counts would tell an author's vote", async () => {
    const settings = { identity: "anonymous" as const };
    const { server, host, head, same } = await similarOnes(settings);
    await using _ = server;
    const merged = await merge(host, same.id, head.id);
    await moveTo(host, "results", settings);
    for (const sent of [merge(host, same.id, null), host.send("host:undo", { entries: [entryOf(merged)] })])
      expect(await sent).toEqual(refused("wrong-phase"));
    expect(await decide(host, head.id, "hide")).toMatchObject(OK);
  });

  test("can't be hidden or shown in part from then on, which would tell its author's camp as well", async () => {
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
    expect(await host.send("host:undo", { entries: [entryOf(hidden)] })).toEqual(refused("wrong-phase"));
    const several = { rebuttalIds: [same.id], action: "hide" as const };
    expect(await host.send("host:moderate", several)).toEqual(refused("wrong-phase"));
    expect(await told()).toEqual([[head.id, 0]]);
  });

  test.each(["host", "author"] as const)(
    "[G5] [R22] of which the %s deletes one leaves its author's endorsement uncounted, and every credit counted",
    async (who) => {
      const settings = { identity: "anonymous" as const };
      const { server, host, bob, cleo, dan, head, same } = await similarOnes(settings);
      await using _ = server;
      const [eve] = await server.seats("student");
      for (const reader of [bob, cleo]) expect(await endorse(reader, head.id)).toMatchObject(OK);
      await moveTo(host, "after", settings);
      const why = "It made me see that the fishing grounds matter more than the land.";
      const credit = { rebuttalId: head.id, without: "for" as const, why };
      // [Z2] Of fewer than four, credits are not told.
      for (const voter of [bob, cleo, dan, eve])
        expect(await voter.send("ballot:cast", { ...ballot("against", "after"), credit })).toMatchObject(OK);
      await moveTo(host, "rebuttal", settings);
      await merge(host, same.id, head.id);
      await moveTo(host, "results", settings);
      const counted = await (await server.asHost("/results")).json();
      // One of these that did not count would be the author's.
      expect(counted.rebuttals).toMatchObject([{ id: head.id, credits: 4 }]);
      if (who === "author") expect(await bob.send("rebuttal:withdraw", { rebuttalId: same.id })).toEqual(OK);
      else expect((await server.asHost(`/rebuttals/${same.id}`, { method: "DELETE" })).status).toBe(204);
      const results = await (await server.asHost("/results")).json();
      expect(results.rebuttals).toMatchObject([{ id: head.id, endorsed: 1, credits: 4 }]);
    },
  );
});

import { describe, expect, test } from "vitest";
import { OK } from "#tests/support/lesson.ts";
import { decide, edit, entryOf, merge, post, seen, similarOnes } from "#tests/support/rebuttals.ts";

/** A class whose projector shows a rebuttal that is about to be merged. */
async function similarOnWall(replies: { body: string }[] = []) {
  const room = await similarOnes();
  const { server, host, dan, same } = room;
  const screen = await server.connect("screen");
  const answers: string[] = [];
  for (const { body } of replies) answers.push((await post(dan, { body, replyTo: same.id })).id);
  const show = { rebuttalId: same.id, ...(answers.length > 0 && { replies: answers }) };
  expect(await host.send("host:wall", { show })).toMatchObject(OK);
  return { ...room, screen, answers, onWall: async () => (await screen.sync()).session.wall };
}

describe("[R24][V12] a rebuttal on the projector is merged", () => {
  test("its head takes its place, with its words, and undoing changes nothing there", async () => {
    const { server, host, screen, head, same, onWall } = await similarOnWall();
    await using _ = server;
    const merged = await merge(host, same.id, head.id);
    await screen.sees(({ wall }) => JSON.stringify(wall) === JSON.stringify({ rebuttalId: head.id }));
    await screen.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === head.id));
    expect(await seen(screen, head.id)).toMatchObject({ body: head.body, merged: 1 });
    expect(await seen(screen, same.id)).toBeUndefined();

    expect(await host.send("host:undo", { entries: [entryOf(merged)] })).toMatchObject(OK);
    expect(await onWall()).toEqual({ rebuttalId: head.id });
    expect(await seen(host, same.id)).toMatchObject({ status: "published" });
  });

  test("[R23] replies stay under the head, and leave with what they answer", async () => {
    const { server, host, head, same, answers, onWall } = await similarOnWall([{ body: "Which?" }]);
    await using _ = server;
    await merge(host, same.id, head.id);
    expect(await onWall()).toEqual({ rebuttalId: head.id, replies: answers });
    await merge(host, same.id, null);
    expect(await onWall()).toEqual({ rebuttalId: head.id });
  });

  test("[R23] a reply that is merged into another one gives it its place, but none to one elsewhere", async () => {
    const bodies = [{ body: "Which ones?" }, { body: "And the sea?" }];
    const { server, host, cleo, head, same, answers, onWall } = await similarOnWall(bodies);
    await using _ = server;
    const [one = "", other = ""] = answers;
    const elsewhere = await post(cleo, { body: "The sea?", replyTo: head.id });
    await merge(host, other, elsewhere.id);
    expect(await onWall()).toEqual({ rebuttalId: same.id, replies: [one] });
    const here = await post(cleo, { body: "Which?", replyTo: same.id });
    await merge(host, one, here.id);
    expect(await onWall()).toEqual({ rebuttalId: same.id, replies: [here.id] });
  });

  test("[R6][R21] a head that is hidden or changed leaves it, and nothing takes its place", async () => {
    const { server, host, ada, head, same, onWall } = await similarOnWall();
    await using _ = server;
    await merge(host, same.id, head.id);
    await decide(host, head.id, "hide");
    expect(await onWall()).toBeUndefined();
    await decide(host, head.id, "show");
    expect(await onWall()).toBeUndefined();
    await host.send("host:wall", { show: { rebuttalId: head.id } });
    await edit(ada, head.id, "Something else.");
    expect(await onWall()).toBeUndefined();
  });
});

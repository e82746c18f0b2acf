import { expect, test } from "vitest";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { decide, edit, endorse, post } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

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
  expect(counts).toEqual([[id, 1, 1]]);
  await edit(ada, id, "second");
  const again = await cleo.hearsRebuttals((batch) => batch.changed.some(({ edited }) => edited));
  expect(again.changed).toMatchObject([{ id, body: "second", endorsements: 0 }]);
});

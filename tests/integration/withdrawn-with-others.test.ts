import { expect, test } from "vitest";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { decide, edit, merge, post, seen, similarOnes } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

test("[G5] [R31] what is down with a head stays down when the host deletes that", async () => {
  const { server, host, cleo, head, same } = await similarOnes();
  await using _ = server;
  await merge(host, same.id, head.id);
  await decide(host, head.id, "hide");
  expect(await seen(cleo, same.id)).toBeUndefined();
  expect((await server.asHost(`/rebuttals/${head.id}`, { method: "DELETE" })).status).toBe(204);
  expect(await seen(cleo, same.id)).toBeUndefined();
});

test("[R8] [R31] a reply that is down with a head stays down when the merged one that it answers is withdrawn", async () => {
  const { server, host, bob, cleo, dan, head, same } = await similarOnes();
  await using _ = server;
  const reply = await post(dan, { body: "Which?", replyTo: same.id });
  await merge(host, same.id, head.id);
  await decide(host, head.id, "hide");
  expect(await seen(cleo, reply.id)).toBeUndefined();
  expect(await bob.send("rebuttal:withdraw", { rebuttalId: same.id })).toEqual(OK);
  expect(await seen(cleo, reply.id)).toBeUndefined();
});

test("[R22] replies stay when a root that waits for approval is withdrawn", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "rebuttal");
  const root = await post(ada, { body: "A root." });
  await decide(host, root.id, "approve");
  const reply = await post(bob, { body: "A reply.", replyTo: root.id });
  await decide(host, reply.id, "approve");
  expect(await edit(ada, root.id, "A root without a typo.")).toEqual({ ok: true, waits: true });
  expect(await seen(bob, reply.id)).toMatchObject({ status: "hidden", downWith: "answered" });
  expect(await ada.send("rebuttal:withdraw", { rebuttalId: root.id })).toEqual(OK);
  for (const reader of [bob, cleo])
    expect(await seen(reader, reply.id)).toMatchObject({ status: "published" });
});

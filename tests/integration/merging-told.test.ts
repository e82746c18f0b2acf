import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { edit, endorse, entryOf, merge, similarOnes } from "#tests/support/rebuttals.ts";

/** Does something, and waits until the phone hears that its student endorses exactly these rebuttals. */
async function tells<Answer>(phone: Client, told: string[], does: () => Promise<Answer>): Promise<Answer> {
  phone.heard.length = 0;
  const answer = await does();
  expect(answer).toMatchObject(OK);
  await phone.hearsMine(({ endorsed }) => isDeepStrictEqual(endorsed, told));
  return answer;
}

test("[R30] who endorsed a merged rebuttal is told what that stands for, and when it stands for itself again", async () => {
  const { server, host, ada, bob, cleo, head, same } = await similarOnes();
  await using _ = server;
  await endorse(cleo, same.id);
  const merged = () => tells(cleo, [head.id], () => merge(host, same.id, head.id));
  await merged();
  await tells(cleo, [same.id], () => merge(host, same.id, null));
  const again = await merged();
  await tells(cleo, [same.id], () => host.send("host:undo", { entries: [entryOf(again)] }));
  await merged();
  await tells(cleo, [same.id], () => edit(ada, head.id, "Something else."));
  // [R21] Other words of what was merged are endorsed by no one, nor is what stood for it.
  await merged();
  await tells(cleo, [], () => edit(bob, same.id, "Different now."));
  await endorse(cleo, same.id);
  await merged();
  await tells(cleo, [same.id], () => ada.send("rebuttal:withdraw", { rebuttalId: head.id }));
});

test("[R30] who credited a merged rebuttal is told that the credit is to what stands for it", async () => {
  const { server, host, cleo, head, same } = await similarOnes();
  await using _ = server;
  await moveTo(host, "after");
  const credit = { rebuttalId: same.id, without: "for" as const };
  expect(await cleo.send("ballot:cast", { ...ballot("against", "after"), credit })).toMatchObject(OK);
  const credited = async (does: () => Promise<unknown>) => {
    cleo.heard.length = 0;
    expect(await does()).toMatchObject(OK);
    return (await cleo.hearsMine(() => true)).ballots.after?.credit;
  };
  expect(await credited(() => merge(host, same.id, head.id))).toEqual({ ...credit, rebuttalId: head.id });
  expect(await credited(() => merge(host, same.id, null))).toEqual(credit);
});

test("[R30] who endorsed a merged rebuttal is no reader of what stands for it, whose press they are not offered", async () => {
  const { server, host, cleo, dan, head, same } = await similarOnes();
  await using _ = server;
  await endorse(cleo, same.id);
  await merge(host, same.id, head.id);
  for (const reader of [cleo, dan])
    expect(await reader.send("rebuttal:seen", { ids: [head.id] })).toEqual(OK);
  const shown = await server.database.reader.exposure.findMany({ where: { rebuttalId: head.id } });
  expect(shown.map(({ participantId }) => participantId)).toEqual([dan.participantId]);
  // [K3] [K4] Together they are read by both, and by those who wrote them.
  await moveTo(host, "results");
  const { rebuttals } = await (await server.asHost("/results")).json();
  expect(rebuttals).toMatchObject([{ id: head.id, endorsed: 1, seen: 4 }]);
});

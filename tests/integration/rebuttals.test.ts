import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { RebuttalBatch } from "#debate/rules/snapshot.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { edit, post } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

const [POSITION] = BUILT_IN_DEBATE.positions;
const SECOND = POSITION.paragraphs[1]?.text ?? "";

test("[R3] a quotation has to be in the paragraph that it names", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  const quoting = (quote: { side: "for" | "against"; n: number; exact: string }) =>
    ada.send("rebuttal:post", rebuttal({ quote }));
  const exact = SECOND.slice(10, 60);
  for (const n of [1, 7]) expect(await quoting({ side: "for", n, exact })).toEqual(refused("malformed"));
  expect(await quoting({ side: "against", n: 2, exact })).toEqual(refused("malformed"));
  expect(await quoting({ side: "for", n: 2, exact: `${exact}!` })).toEqual(refused("malformed"));
  for (const n of [8, 1_000_000])
    expect(await quoting({ side: "for", n, exact })).toEqual(refused("not-found"));
  expect(await server.database.reader.rebuttal.count()).toBe(0);
  const folded = ` ${exact.replaceAll(" ", "\n  ")} `;
  expect(await quoting({ side: "for", n: 2, exact: folded })).toMatchObject(OK);
  const [posted] = (await ada.sync()).rebuttals;
  expect(posted?.quote).toEqual({ side: "for", n: 2, exact: folded.trim(), sentences: [1, 1] });
});

test("[R4] a reply goes to a published rebuttal of the same session", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const { code } = await server.open();
  const [otherHost, eve] = [
    await server.connect("host", { code }),
    await server.connect("student", { code }),
  ];
  for (const each of [host, otherHost]) await moveTo(each, "rebuttal");
  const [first, hidden, foreign] = [rebuttal(), rebuttal(), rebuttal()];
  for (const each of [first, hidden]) await ada.send("rebuttal:post", each);
  await eve.send("rebuttal:post", foreign);
  await host.send("host:moderate", { rebuttalIds: [hidden.id], action: "hide" });
  for (const replyTo of [hidden.id, foreign.id, randomUUID()])
    expect(await bob.send("rebuttal:post", rebuttal({ replyTo }))).toEqual(refused("not-found"));
  const reply = rebuttal({ replyTo: first.id, side: "against", source: "https://www.mofa.go.jp/" });
  expect(await bob.send("rebuttal:post", reply)).toEqual({ ...OK, id: reply.id });
  const heard = await ada.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === reply.id));
  expect(heard.changed.find(({ id }) => id === reply.id)).toMatchObject(reply);
});

test("[R7] each student can post fifty, the fifty-first is refused, and a repetition does not count", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const posts = Array.from({ length: 60 }, () => rebuttal());
  const answers = await Promise.all(posts.map((each) => ada.send("rebuttal:post", each)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(50);
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array(10).fill(refused("too-many")));
  const stored = posts.filter((_, index) => answers[index]?.ok);
  for (const each of stored.slice(0, 3)) expect(await ada.send("rebuttal:post", each)).toMatchObject(OK);
  expect(await bob.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  expect(await server.database.reader.rebuttal.count()).toBe(51);
});

describe("[R5] endorsements", () => {
  test("count once for each student, can be undone, and need a published rebuttal", async () => {
    await using server = await startServer();
    const [host, ada, bob, cyd] = await server.seats("host", "student", "student", "student");
    const [posted, hidden] = [rebuttal(), rebuttal()];
    await moveTo(host, "rebuttal");
    for (const each of [posted, hidden]) await ada.send("rebuttal:post", each);
    await host.send("host:moderate", { rebuttalIds: [hidden.id], action: "hide" });
    const endorse = (client: typeof bob, on: boolean, rebuttalId = posted.id) =>
      client.send("rebuttal:endorse", { rebuttalId, on });
    for (const id of [hidden.id, randomUUID()])
      expect(await endorse(bob, true, id)).toEqual(refused("not-found"));
    await Promise.all([bob, bob, bob, cyd].map((client) => endorse(client, true)));
    const count = async () => (await ada.sync()).rebuttals.find(({ id }) => id === posted.id)?.endorsements;
    expect(await count()).toBe(2);
    for (let time = 0; time < 2; time += 1) expect(await endorse(bob, false)).toEqual(OK);
    expect(await count()).toBe(1);
    expect((await bob.sync()).you?.endorsed).toEqual([]);
    const told = ({ changed, counts }: RebuttalBatch) => counts?.[0]?.[1] ?? changed.at(-1)?.endorsements;
    const { cursor: before } = await ada.hearsRebuttals((batch) => told(batch) === 1);
    await host.send("host:remove", { participantIds: [cyd.participantId] });
    expect(await count()).toBe(0);
    for (const client of [ada, bob])
      await client.hearsRebuttals((batch) => batch.cursor > before && told(batch) === 0);
  });

  test("[R1] rebuttals, endorsements and reports are taken in phase rebuttal only", async () => {
    await using server = await startServer();
    const [host, ada, bob] = await server.seats("host", "student", "student");
    const posted = rebuttal();
    await moveTo(host, "rebuttal");
    await ada.send("rebuttal:post", posted);
    await moveTo(host, "after");
    const rebuttalId = posted.id;
    expect(await bob.send("rebuttal:endorse", { rebuttalId, on: true })).toEqual(refused("wrong-phase"));
    expect(await bob.send("rebuttal:report", { rebuttalId, reason: "Rude." })).toEqual(
      refused("wrong-phase"),
    );
    expect(await bob.send("rebuttal:post", rebuttal())).toEqual(refused("wrong-phase"));
    expect(await ada.send("rebuttal:post", posted)).toEqual({ ...OK, id: posted.id });
  });
});

test("[K3] who was shown a rebuttal is stored once, and only for rebuttals of this session", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  const told = [
    [posted.id, posted.id],
    [posted.id, randomUUID()],
  ].map((ids) => bob.send("rebuttal:seen", { ids }));
  expect(await Promise.all(told)).toEqual([OK, OK]);
  const exposures = await server.database.reader.exposure.findMany();
  expect(exposures).toEqual([{ rebuttalId: posted.id, participantId: bob.participantId }]);
});

test("[R28] phones are sent words once, and counts of words that they have by themselves", async () => {
  await using server = await startServer();
  const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "rebuttal");
  const { id } = await post(ada, { body: "first" });
  await cleo.hearsRebuttals(({ changed }) => changed.some((each) => each.id === id));
  await bob.send("rebuttal:endorse", { rebuttalId: id, on: true });
  const { counts, changed } = await cleo.hearsRebuttals((batch) => batch.counts !== undefined);
  expect(changed).toEqual([]);
  expect(counts).toEqual([[id, 1, 1]]);
  await edit(ada, id, "second");
  const again = await cleo.hearsRebuttals((batch) => batch.changed.some(({ edited }) => edited));
  expect(again.changed).toMatchObject([{ id, body: "second", endorsements: 0 }]);
});

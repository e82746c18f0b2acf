import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const castAt: unknown = expect.any(Number);

test("[B1] a ballot of any round but the open one is refused, and nothing is stored", async () => {
  await using server = await startServer({ settings: { questions: { readingVote: true } } });
  const [host, ada] = await server.seats("host", "student");
  const rounds = ["before", "reading", "after"] as const;
  const open = { lobby: "", before: "before", "reading-vote": "reading", after: "after", results: "" };
  for (const [phase, openRound] of Object.entries(open)) {
    await moveTo(host, phase as keyof typeof open, { questions: { readingVote: true } });
    for (const round of rounds.filter((each) => each !== openRound))
      expect(await ada.send("ballot:cast", ballot("for", round, 9)), phase).toEqual(refused("wrong-phase"));
  }
  await moveTo(host, "closed");
  expect(await ada.send("ballot:cast", ballot("for", "after"))).toEqual(refused("closed"));
  expect(await server.database.reader.ballot.count()).toBe(0);
});

test("[B3] a second tap replaces the first, and the highest counter wins in any order of arrival", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  for (const [choice, seq] of [
    ["for", 3],
    ["against", 7],
    ["undecided", 5],
    ["for", 7],
    ["for", 0],
  ] as const)
    expect(await ada.send("ballot:cast", ballot(choice, "before", seq))).toEqual({ ...OK, seq });
  expect((await ada.sync()).you?.ballots).toEqual({ before: { choice: "against", seq: 7, castAt } });
  await host.sees(({ turnout }) => turnout.voted === 1);
});

test("[B3] a retry after the vote closed gets the first answer again, and changes nothing", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for", "before", 4));
  await moveTo(host, "reading");
  expect(await ada.send("ballot:cast", ballot("for", "before", 4))).toEqual({ ...OK, seq: 4 });
  expect(await ada.send("ballot:cast", ballot("against", "before", 4))).toEqual({ ...OK, seq: 4 });
  expect(await ada.send("ballot:cast", ballot("against", "before", 5))).toEqual(refused("wrong-phase"));
  expect((await ada.sync()).you?.ballots.before).toEqual({ choice: "for", seq: 4, castAt });
});

test("[B4] a removed participant's ballots no longer count, and new ones are refused on every route", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await bob.send("ballot:cast", ballot("against"));
  await host.send("host:remove", { participantIds: [ada.participantId] });
  await ada.hears("removed");
  await host.sees(({ joined, turnout }) => joined === 1 && turnout.voted === 1);
  const { ticket } = ada.socket.auth as { ticket: string };
  const headers = { cookie: `seat-${server.session.code}=${ticket}` };
  for (const seq of [1, 2]) {
    const response = await server.asStranger("/ballot", { json: ballot("for", "before", seq), headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "removed" } });
  }
  await moveTo(host, "reading");
  expect((await host.sync()).session.tally).toEqual({ before: { for: 0, against: 1, undecided: 0 } });
});

describe("[B5] an answer that the session does not ask for", () => {
  test("is refused and not stored", async () => {
    await using server = await startServer({
      settings: { questions: { confidence: false, reasons: false, credit: false } },
    });
    const [host, ada] = await server.seats("host", "student");
    const credit = { paragraph: { side: "for" as const, n: 1 } };
    await moveTo(host, "after");
    for (const extra of [{ confidence: 3 }, { reason: "Geography." }, { credit }])
      expect(await ada.send("ballot:cast", { ...ballot("for", "after"), ...extra })).toEqual(
        refused("forbidden"),
      );
    expect(await server.database.reader.ballot.count()).toBe(0);
    expect(await ada.send("ballot:cast", ballot("for", "after"))).toEqual({ ...OK, seq: 1 });
  });
});

test("[C4] credit goes to a paragraph or a published rebuttal of the session, not to one's own", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const [own, hers] = [rebuttal(), rebuttal()];
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", own);
  await bob.send("rebuttal:post", hers);
  await moveTo(host, "after");

  const cast = (seq: number, credit: object) =>
    ada.send("ballot:cast", { ...ballot("for", "after", seq), credit });
  expect(await cast(1, { rebuttalId: own.id })).toEqual(refused("forbidden"));
  expect(await cast(2, { rebuttalId: randomUUID() })).toEqual(refused("not-found"));
  for (const n of [8, 1_000_000])
    expect(await cast(3, { paragraph: { side: "for", n } })).toEqual(refused("not-found"));
  expect(await server.database.reader.ballot.count()).toBe(0);

  const why = "Geography does not bargain, and that settled it for me in the end.";
  expect(await cast(4, { paragraph: { side: "against", n: 7 } })).toEqual({ ...OK, seq: 4 });
  expect(await cast(5, { rebuttalId: hers.id, without: "against", why })).toEqual({ ...OK, seq: 5 });
  const { you } = await ada.sync();
  expect(you?.ballots.after?.credit).toEqual({ rebuttalId: hers.id, without: "against", why });
});

test("[C4] a vote with credit to a rebuttal taken down since loses no words, however often it is sent", async () => {
  await using server = await startServer();
  const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
  const [hers, gone] = [rebuttal(), rebuttal()];
  await moveTo(host, "rebuttal");
  for (const each of [hers, gone]) await bob.send("rebuttal:post", each);
  await moveTo(host, "after");
  const credit = { rebuttalId: hers.id, without: "against" as const, why: "It settled it for me." };
  const stored = async (voter: Client) => (await voter.sync()).you?.ballots.after;
  expect(await ada.send("ballot:cast", { ...ballot("for", "after", 1), credit })).toMatchObject(OK);
  expect(await stored(ada)).toMatchObject({ credit });

  await host.send("host:moderate", { rebuttalIds: [hers.id], action: "hide" });
  await bob.send("rebuttal:withdraw", { rebuttalId: gone.id });
  // The phone sends the whole ballot again with each change of the vote.
  for (const [seq, choice] of [
    [2, "undecided"],
    [3, "against"],
  ] as const) {
    expect(await ada.send("ballot:cast", { ...ballot(choice, "after", seq), credit })).toEqual({
      ...OK,
      seq,
    });
    expect(await stored(ada)).toMatchObject({ choice, seq, credit });
  }
  // A phone was offline meanwhile.
  const { rebuttalId: _, ...words } = credit;
  for (const [index, { id, kept }] of [
    { id: hers.id, kept: credit },
    { id: gone.id, kept: words },
  ].entries()) {
    const seq = index + 1;
    const late = { ...ballot("for", "after", seq), credit: { ...credit, rebuttalId: id } };
    expect(await cleo.send("ballot:cast", late)).toEqual({ ...OK, seq });
    expect((await stored(cleo))?.credit).toEqual(kept);
  }
  // [C3] It does not count as long as it is down.
  const credits = async () => {
    const { rebuttals } = await (await server.asHost("/results")).json();
    return (rebuttals as { credits: number }[]).map(({ credits }) => credits);
  };
  const long = { ...credit, why: "Geography does not bargain, and that settled it for me in the end." };
  await ada.send("ballot:cast", { ...ballot("for", "after", 4), credit: long });
  expect(await credits()).toEqual([]);
  await host.send("host:moderate", { rebuttalIds: [hers.id], action: "show" });
  expect(await credits()).toEqual([1]);
});

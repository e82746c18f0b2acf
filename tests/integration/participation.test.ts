import { expect, test } from "vitest";
import type { Participation, ParticipationRow } from "#debate/protocol/pages.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { markedLesson, mine, NAME } from "#tests/support/marked-lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const WHY = "It named a treaty that I had never heard of, and dated it.";

async function read(server: TestServer): Promise<Participation> {
  const response = await server.asHost("/participation");
  expect(response.status).toBe(200);
  return response.json();
}

async function csvOf(server: TestServer): Promise<string[]> {
  const response = await server.asHost("/participation?format=csv");
  const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
  // Spreadsheets take it for UTF-8 only with this mark.
  expect(text.startsWith("\ufeff")).toBe(true);
  return text.slice(1).trimEnd().split("\n");
}

const rowOf = ({ rows }: Participation, name: string) =>
  rows.find((row) => (row.realName ?? row.name) === name) as ParticipationRow;

/** Three students with typed names: Hanako writes, is endorsed and credited; Bob replies and is removed; Cyd only joins. */
async function lesson(server: TestServer) {
  const seats = [
    await server.join("山田 花子"),
    await server.join("=Bob"),
    await server.join("Cyd"),
  ] as const;
  const [hanako, bob] = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  const host = await server.connect("host");
  if (!hanako || !bob) throw new Error("not connected");
  const hers = rebuttal();
  const his = rebuttal({ side: "against", replyTo: hers.id });
  const lost = rebuttal({ body: "Not for long." });
  await moveTo(host, "before");
  for (const student of [hanako, bob]) await student.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  for (const each of [hers, lost]) await hanako.send("rebuttal:post", each);
  await bob.send("rebuttal:post", his);
  await bob.send("rebuttal:endorse", { rebuttalId: hers.id, on: true });
  await hanako.send("rebuttal:endorse", { rebuttalId: his.id, on: true });
  await host.send("host:moderate", { rebuttalIds: [lost.id], action: "hide" });
  await moveTo(host, "after");
  const credit = { rebuttalId: hers.id, without: "for" as const, why: WHY };
  await bob.send("ballot:cast", { ...ballot("against", "after"), credit });
  return { host, hanako, bob, seats };
}

test("[V19] a lesson counts for each seat what it did, with both names", async () => {
  await using server = await startServer();
  const { host } = await lesson(server);
  const early = await read(server);
  expect(early.open).toBe("after");
  expect(rowOf(early, "Cyd").voted).toEqual({ before: false, reading: null, after: null });
  expect(rowOf(early, "=Bob").voted).toEqual({ before: true, reading: null, after: true });
  await moveTo(host, "results");
  const found = await read(server);
  expect(found).toMatchObject({ rounds: ["before", "after"], open: null, deletedSeats: 0 });
  expect(Math.abs(Date.parse(found.asOf) - Date.now())).toBeLessThan(60_000);
  expect(found.rows.map(({ realName }) => realName)).toEqual(["=Bob", "Cyd", "山田 花子"]);
  const [stored] = await server.database.reader.participant.findMany({ where: { realName: "Cyd" } });
  expect(rowOf(found, "Cyd")).toEqual({
    participantId: stored?.id,
    name: stored?.name,
    realName: "Cyd",
    removed: false,
    voted: { before: false, reading: null, after: false },
    ...{ rebuttals: 0, replies: 0, pending: 0, hidden: 0, credits: 0 },
    ...{ endorsementsGiven: 0, endorsementsReceived: 0, deletedWords: false },
  });
  expect(rowOf(found, "山田 花子")).toMatchObject({
    voted: { before: true, reading: null, after: false },
    ...{ rebuttals: 1, replies: 0, hidden: 1, endorsementsGiven: 1, endorsementsReceived: 1, credits: 1 },
  });
  expect(rowOf(found, "=Bob")).toMatchObject({
    voted: { before: true, reading: null, after: true },
    ...{ rebuttals: 1, replies: 1, hidden: 0, endorsementsGiven: 1, endorsementsReceived: 1, credits: 0 },
  });
});

test("[V19] [G2] [G3] [G4] deleted words are marked, and deleted seats are counted, also by the host and after a removal", async () => {
  await using room = await markedLesson("named");
  const { server, host, seat, other } = room;
  const cyd = await server.join("Cyd");
  expect((await mine(server, seat, "words")).status).toBe(204);
  const before = await read(server);
  expect(rowOf(before, NAME)).toMatchObject({ deletedWords: true, rebuttals: 0, endorsementsGiven: 1 });
  expect(rowOf(before, "Bob")).toMatchObject({ deletedWords: false, rebuttals: 1, credits: 0 });

  await server.asHost(`/participants/${cyd.participantId}?scope=seat`, { method: "DELETE" });
  await host.send("host:remove", { participantIds: [other.participantId] });
  for (const each of [other, seat]) expect((await mine(server, each, "seat")).status).toBe(204);
  // [G6] Of a removed seat its number is left; deleting that again deletes nothing.
  await mine(server, other, "seat");
  await server.asHost(`/participants/${other.participantId}?scope=seat`, { method: "DELETE" });
  expect(await read(server)).toMatchObject({ rows: [], deletedSeats: 3 });
  const [heading, ...lines] = await csvOf(server);
  expect(heading).toMatch(/^name,removed,votedBefore,/u);
  expect(lines).toEqual([`deletedSeats,3${",".repeat(11)}`]);
});

test("[V19] [R10] whose report was deleted cannot be told from the mark of deleted words", async () => {
  await using room = await markedLesson("named");
  const { server, host, reply } = room;
  await moveTo(host, "rebuttal");
  const seat = await server.join("Cyd");
  const cyd = await server.connect("student", { ticket: seat.ticket });
  await cyd.send("rebuttal:report", { rebuttalId: reply.id, reason: "Rude." });
  expect((await mine(server, seat, "words")).status).toBe(204);
  expect(rowOf(await read(server), "Cyd")).toMatchObject({ deletedWords: false });
});

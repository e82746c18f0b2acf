import { expect, test } from "vitest";
import type { Encounter } from "#debate/counting/input.ts";
import { createStore } from "#server/store/store.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

type Pair = { participantId: string; rebuttalId: string };
const byIds = (one: Pair, other: Pair) =>
  one.rebuttalId.localeCompare(other.rebuttalId) || one.participantId.localeCompare(other.participantId);
const pairsOf = (encounters: Encounter[]): Pair[] =>
  encounters
    .flatMap(({ rebuttalId, participantIds }) =>
      participantIds.map((participantId) => ({ rebuttalId, participantId })),
    )
    .sort(byIds);
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${name}-${String(n).padStart(4, "0")}`);

test("[L15] a large class is read part by part and whole, and without its removed seats", async () => {
  await using server = await startServer();
  const { database } = server;
  const { id: sessionId } = await database.reader.session.findFirstOrThrow();
  const seats = numbered("seat", 700);
  const rebuttals = numbered("rebuttal", 250);
  const exposures = rebuttals.flatMap((rebuttalId, n) =>
    seats.filter((_, seat) => (seat + n) % 40 === 0).map((participantId) => ({ participantId, rebuttalId })),
  );
  const endorsements = exposures.filter((_, n) => n % 7 === 0);
  await database.write(async ({ participant, ballot, rebuttal, exposure, endorsement }) => {
    await participant.createMany({
      data: seats.map((id, n) => ({
        id,
        sessionId,
        name: id,
        joinedAt: 0n,
        removedAt: n % 100 === 0 ? 1n : null,
      })),
    });
    await ballot.createMany({
      data: seats.flatMap((participantId, n) =>
        ["before", "after"].map((round) => ({
          participantId,
          sessionId,
          round,
          choice: "for",
          seq: BigInt(n),
          confidence: round === "after" ? 4 : null,
          creditWhy: round === "after" ? "Because." : null,
          castAt: 1_000n,
        })),
      ),
    });
    await rebuttal.createMany({
      data: rebuttals.map((id, n) => ({
        id,
        sessionId,
        participantId: seats[n] ?? "",
        side: "for",
        body: id,
        status: "published",
        at: 0n,
        changed: rebuttals.length - n,
      })),
    });
    await exposure.createMany({ data: exposures });
    await endorsement.createMany({ data: endorsements });
  }, sessionId);
  const removed = new Set(seats.filter((_, n) => n % 100 === 0));
  const remaining = seats.filter((seat) => !removed.has(seat));
  const counted = (pairs: Pair[]) =>
    pairs.filter(({ participantId }) => !removed.has(participantId)).sort(byIds);

  const store = createStore(database);
  const ballots = await store.ballots.ofSession(sessionId);
  expect(ballots.map(({ participantId }) => participantId)).toEqual(
    remaining.flatMap((seat) => [seat, seat]),
  );
  expect(ballots.slice(2, 4)).toEqual([
    {
      participantId: "seat-0002",
      round: "after",
      choice: "for",
      seq: 2,
      castAt: 1_000,
      confidence: 4,
      credit: { why: "Because." },
    },
    { participantId: "seat-0002", round: "before", choice: "for", seq: 2, castAt: 1_000 },
  ]);
  const read = await store.rebuttals.ofSession(sessionId);
  expect(read.map(({ id }) => id)).toEqual(rebuttals.toReversed());
  expect(read[0]?.author).toBe("seat-0249");
  for (const { id, endorsed } of read)
    expect(endorsed).toBe(counted(endorsements).filter(({ rebuttalId }) => rebuttalId === id).length);
  const encounters = await store.rebuttals.encounters(sessionId);
  expect(pairsOf(encounters.exposures)).toEqual(counted(exposures));
  expect(pairsOf(encounters.endorsements)).toEqual(counted(endorsements));
  expect(await store.rebuttals.encounters("another")).toEqual({ exposures: [], endorsements: [] });
  expect(await store.ballots.ofSession("another")).toEqual([]);
});

test("[P30] a session that can't be read fails no other that is read or listed with it, and is deleted with its host", async () => {
  await using server = await startServer();
  const other = await server.open();
  const { database } = server;
  const { id: spoilt, hostId } = await database.reader.session.findFirstOrThrow({
    where: { code: server.session.code },
  });
  const { id: sound } = await database.reader.session.findFirstOrThrow({ where: { code: other.code } });
  const [lost, kept] = [await server.join(), await server.join(undefined, other.code)];
  await database.write((to) =>
    to.session.updateMany({ where: { id: { in: [spoilt, sound] } }, data: { phase: "results" } }),
  );
  await database.write((to) =>
    to.session.update({ where: { id: spoilt }, data: { settings: "not for any log" } }),
  );
  const leftOut: string[] = [];
  const { sessions, sections, participants } = createStore(database, {
    onUnreadable: ({ message }) => leftOut.push(message),
  });
  const together = await Promise.allSettled([
    ...[spoilt, sound].map(sessions.byId),
    ...[server.session.code, other.code].map(sessions.byCode),
    ...[spoilt, sound].map(sessions.room),
    ...[lost, kept].map(({ participantId }) => participants.access(participantId)),
  ]);
  expect(together.map(({ status }) => status)).toEqual(Array(4).fill(["rejected", "fulfilled"]).flat());
  expect((await sessions.ofHost(hostId)).map(({ session }) => session.id)).toEqual([sound]);
  expect((await sections.ofHost(hostId)).map(({ session }) => session.id)).toEqual([sound]);
  expect(leftOut).toEqual(Array(2).fill(`session ${spoilt} can't be read: SyntaxError`));

  const headers = { cookie: server.cookie };
  const json = { proof: INSTRUCTOR.password };
  const deleted = await server.request("/api/account", { method: "DELETE", json, headers });
  expect(deleted.status).toBe(204);
  expect(await database.reader.session.count()).toBe(0);
});

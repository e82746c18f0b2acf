import { expect } from "vitest";
import type { WordsId } from "#debate/counting/words.ts";
import { contract, NOW, type Stored, seatOf } from "#tests/store/contract.ts";
import { tablesWith } from "#tests/support/tables.ts";

const idOf: WordsId = ({ participantId, round }, kind) => `${participantId} ${round} ${kind}`;

/** A class with everything that a seat can have: ada wrote, voted, endorsed, reported and sits with bob. */
async function lesson(stored: Stored) {
  const { store, session, post, vote, database } = stored;
  const sessionId = await session({ phase: "rebuttal" });
  const people = ["ada", "bob", "cyd"].map((id) => seatOf(sessionId, id, { name: `Student ${id}` }));
  await database.storeSeats(people);
  await post(sessionId, "r1", "ada");
  await post(sessionId, "r2", "bob");
  await post(sessionId, "r3", "cyd", { replyTo: "r1" });
  const by = (participantId: string) => ({ sessionId, participantId });
  const done = [
    store.rebuttals.endorse(by("ada"), { rebuttalId: "r2", on: true, at: NOW }),
    store.rebuttals.endorse(by("bob"), { rebuttalId: "r1", on: true, at: NOW }),
    store.rebuttals.seen(by("ada"), ["r2", "r3"]),
    store.rebuttals.report(by("ada"), "r3", "Rude words", NOW),
  ];
  await store.rebuttals.settled();
  await Promise.all(done);
  await vote(sessionId, "before", { ada: "for", bob: "against", cyd: "for" });
  const own = { participantId: "ada", sessionId };
  await database.write(async (to) => {
    await to.ballot.updateMany({ where: { participantId: "ada" }, data: { reason: "Hush reason" } });
    await to.guess.create({ data: { ...own, share: 5 } });
    await to.comprehension.create({ data: { ...own, answers: "[1]" } });
    await to.exitTicket.create({ data: { ...own, moved: "Hush ticket" } });
    await to.speech.create({ data: { ...own, id: "s", side: "for", number: 1 } });
    await to.unclear.create({ data: { ...own, side: "for", n: 1, sentence: 1 } });
    const text = { body: "Hush text", side: "against", status: "published", at: 0n };
    await to.steelman.create({ data: { ...own, ...text, id: "text of ada", given: 1, rated: 1 } });
    await to.steelman.create({
      data: { ...text, sessionId, participantId: "bob", id: "text of bob", given: 1, rated: 1 },
    });
    for (const [rater, id] of [
      ["bob", "text of ada"],
      ["ada", "text of bob"],
    ] as const)
      await to.steelmanRating.create({
        data: { participantId: rater, steelmanId: id, fair: true, why: "Hush why", at: 0n },
      });
    for (const [place, participantId] of ["ada", "bob"].entries())
      await to.pairSeat.create({
        data: { participantId, sessionId, groupId: "g", tableNumber: 1, place, since: BigInt(NOW) },
      });
    await to.pairLine.create({
      data: { ...own, id: "l", groupId: "g", body: "Hush line", status: "published", at: BigInt(NOW) },
    });
    await to.pairRequest.create({
      data: { participantId: "bob", partnerId: "ada", state: "waiting", at: 0n },
    });
  });
  return sessionId;
}

contract(
  "[G3] a deleted seat leaves nothing in any table, and what others said of it goes too",
  async (stored) => {
    const { store, database, read } = stored;
    const sessionId = await lesson(stored);
    const deed = { sessionId, at: NOW, actor: "participant" as const };
    const erased = await store.erasure.seat(
      deed,
      "ada",
      { usesUpCode: false, keeps: null, number: "7" },
      idOf,
    );
    expect(erased).toMatchObject({ outcome: "erased" });
    expect(await tablesWith(database, '"ada"')).toEqual([]);
    expect(await tablesWith(database, "Hush")).toEqual(["steelman"]);
    const counts = await read.steelman.findMany({ select: { id: true, given: true, rated: true } });
    expect(counts).toEqual([{ id: "text of bob", given: 0, rated: 0 }]);
    expect(await read.pairRequest.findMany()).toMatchObject([{ participantId: "bob", partnerId: null }]);
    expect(await store.rebuttals.withdrawnSince(sessionId, 0)).toEqual(["r1"]);
    const left = await store.rebuttals.ofSession(sessionId);
    expect(left.map(({ id, endorsed, reports }) => [id, endorsed, reports]).sort()).toEqual([
      ["r2", 0, []],
      ["r3", 0, []],
    ]);
    expect(await store.erasure.seat(deed, "ada", { usesUpCode: false, keeps: null, number: "8" }, idOf)).toBe(
      null,
    );
  },
);

contract(
  "[J10] [G4] the number of a deleted seat stays where its code is used up or it was removed",
  async (stored) => {
    const { store, read, remove } = stored;
    const sessionId = await lesson(stored);
    await remove("bob");
    const deed = { sessionId, at: NOW, actor: "participant" as const };
    const leaving = { keeps: null, number: "7" } as const;
    await store.erasure.seat(deed, "ada", { ...leaving, usesUpCode: true }, idOf);
    await store.erasure.seat(deed, "bob", { ...leaving, usesUpCode: false }, idOf);
    const seats = await read.participant.findMany({ where: { joinedAt: 0n }, orderBy: { id: "asc" } });
    expect(seats.map(({ id, name, removedAt }) => [id, name, removedAt])).toEqual([
      ["ada", "ada", 0n],
      ["bob", "bob", 0n],
    ]);
    expect(await store.erasure.seat(deed, "ada", { ...leaving, usesUpCode: true }, idOf)).toMatchObject({
      outcome: "erased",
    });
    expect(
      await store.moderation.takeBack({ sessionId, at: NOW, actor: "host" }, [1], { seats: true }),
    ).toMatchObject({
      ok: false,
    });
  },
);

contract(
  "[Z17] votes that were told stay under a number in every table, without the words and without whose they were",
  async (stored) => {
    const { store, database, read, setPhase } = stored;
    const sessionId = await lesson(stored);
    await setPhase(sessionId, "results");
    const deed = { sessionId, at: NOW, actor: "participant" as const };
    const leaving = { usesUpCode: false, keeps: "votes", number: "number 7" } as const;
    expect(await store.erasure.seat(deed, "ada", leaving, idOf)).toMatchObject({ outcome: "erased" });
    expect(await tablesWith(database, '"ada"')).toEqual([]);
    const where = { participantId: "number 7" };
    const kept = [read.ballot, read.endorsement, read.exposure, read.guess] as const;
    const counts = await Promise.all(kept.map((table) => (table as typeof read.ballot).count({ where })));
    expect(counts).toEqual([1, 1, 2, 1]);
    expect(await read.ballot.findFirst({ where })).toMatchObject({ choice: "for", reason: null, castAt: 0n });
    expect(await read.participant.findUnique({ where: { id: "number 7" } })).toMatchObject({
      nameKey: null,
      joinedAt: 0n,
    });
    expect(await read.report.count()).toBe(0);
  },
);

contract(
  "[X10] [Y5] what a class was told in counts stays, under a removed number, when the host deletes a seat",
  async (stored) => {
    const { store, database, read } = stored;
    const sessionId = await lesson(stored);
    const deed = { sessionId, at: NOW, actor: "host" as const };
    await store.erasure.seat(deed, "ada", { usesUpCode: false, keeps: "counts", number: "number 7" }, idOf);
    expect(await tablesWith(database, '"ada"')).toEqual([]);
    expect(await read.unclear.findMany()).toMatchObject([{ participantId: "number 7" }]);
    expect(await read.comprehension.findMany()).toMatchObject([
      { participantId: "number 7", answers: "[1]" },
    ]);
    expect((await read.participant.findUnique({ where: { id: "number 7" } }))?.removedAt).toBe(0n);
  },
);

contract("[G2] [G5] deleted words are in no table, and choices and endorsements stay", async (stored) => {
  const { store, database, read } = stored;
  const sessionId = await lesson(stored);
  const deed = { sessionId, at: NOW, actor: "participant" as const };
  const touched = await store.erasure.words(deed, "ada", idOf);
  expect(touched?.seats).toEqual(expect.arrayContaining(["ada", "bob"]));
  expect(await tablesWith(database, "Hush reason")).toEqual([]);
  expect(await tablesWith(database, "Words of r1")).toEqual([]);
  expect(await tablesWith(database, "Rude words")).toEqual([]);
  expect(await read.ballot.findFirst({ where: { participantId: "ada" } })).toMatchObject({
    choice: "for",
    reason: null,
  });
  expect(await read.endorsement.findMany()).toMatchObject([{ participantId: "ada", rebuttalId: "r2" }]);
  expect((await store.participants.everythingOf("ada"))?.wordsDeletedAt).toBe(NOW);
  const { version } = (await store.sessions.byId(sessionId)) ?? {};
  expect(await store.erasure.words(deed, "ada", idOf)).toEqual({ seats: [] });
  expect((await store.sessions.byId(sessionId))?.version).toBe(version);
  expect(await store.erasure.words(deed, "none", idOf)).toBe(null);
});

contract("[G9] a deleted session takes every row about it", async (stored) => {
  const { store, database, addInstructor } = stored;
  const sessionId = await lesson(stored);
  await addInstructor("grace");
  await store.sessions.remove(sessionId);
  const left = await tablesWith(database, sessionId);
  expect(left).toEqual([]);
  expect(await tablesWith(database, '"bob"')).toEqual([]);
});

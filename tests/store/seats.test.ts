import { expect } from "vitest";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import { contract, HOST, NOW, seatOf } from "#tests/store/contract.ts";

contract(
  "[J3] [J5] of seats that arrive together those with a free name are stored as one join of the session",
  async ({ database, session, read }) => {
    const [here, there] = [await session(), await session()];
    const all = [
      seatOf(here, "1", { name: "Ada", realName: "Ada L.", claimHash: "hash", firstSide: "against" }),
      seatOf(here, "2", { name: "Ada" }),
      seatOf(here, "3", { name: "АDA" }), // with a Cyrillic A
      seatOf(here, "4", { name: "日本" }),
      seatOf(here, "4", { name: "other" }),
      seatOf("nowhere", "5"),
    ];
    const here5 = all.slice(0, 5);
    const leftOut = await database.storeSeats(here5);
    expect(leftOut).toEqual([here5[1], here5[2], here5[4]]);
    expect(await database.storeSeats(all.slice(5))).toEqual(all.slice(5));
    expect(await read.session.findUnique({ where: { id: here } })).toMatchObject({ version: 2, joins: 1 });
    expect(await database.storeSeats([here5[1] as never])).toHaveLength(1);
    expect(await read.session.findUnique({ where: { id: here } })).toMatchObject({ version: 2, joins: 1 });
    expect(await read.participant.findUnique({ where: { id: "1" } })).toMatchObject({
      ...{ name: "Ada", realName: "Ada L.", claimHash: "hash", firstSide: "against" },
      ...{ joinedAt: BigInt(NOW), removedAt: null, onPaper: false, readBoth: false },
    });
    // The name is free in another session; the number is not.
    expect(await database.storeSeats([seatOf(there, "6", { name: "Ada" })])).toEqual([]);
    const again = [seatOf(here, "4", { name: "日本", at: NOW + 1 }), seatOf(here, "4", { firstSide: "for" })];
    expect(await database.storeSeats(again)).toEqual(again);
  },
);

contract(
  "[P6] [J7] a seat is refused where joining is closed, and where another has its name",
  async (stored) => {
    const { store, session, setPhase, seats } = stored;
    const open = await session({ phase: "rebuttal" });
    await seats(open, "Ada");
    const asked = (sessionId: string, id: string, name = id) =>
      store.participants.seat(seatOf(sessionId, id, { name, at: NOW + 1 }));
    expect(await asked(open, "bob")).toBe("seated");
    expect(await asked(open, "other", "ADA")).toBe("taken");
    expect(await asked(open, "Ada")).toBe("held");
    expect(await asked("no session", "cyd")).toBe("shut");
    const shut: Partial<SessionRecord>[] = [
      { locked: true },
      { phase: "closed" },
      { phase: "later-closed" },
      { phase: "results", resultsKept: true },
    ];
    for (const [n, given] of shut.entries()) {
      const id = await session(given);
      expect([given, await asked(id, `shut ${n}`)]).toEqual([given, "shut"]);
    }
    expect(await asked(await session({ phase: "results" }), "late")).toBe("seated");
    await setPhase(open, "closed");
    expect(await asked(open, "eve")).toBe("shut");
  },
);

contract(
  "[I6] [P4] access says whether a seat was removed and reads its session, whose row may be unreadable",
  async ({ store, database, session, seats, remove }) => {
    const [here, broken] = [await session({ phase: "before", locked: true }), await session()];
    await seats(broken, "eve");
    await database.write((to) =>
      to.session.update({
        where: { id: here },
        data: { locked: false, timerCloses: true, phaseEndsAt: BigInt(NOW) },
      }),
    );
    await seats(here, "ada", "gone");
    await remove("gone");
    await database.write((to) => to.session.update({ where: { id: broken }, data: { settings: "{" } }));
    const [ada, gone, none] = await Promise.all(
      ["ada", "gone", "none"].map((id) => store.participants.access(id)),
    );
    expect(ada).toMatchObject({
      removed: false,
      session: {
        ...{ id: here, phase: "before", locked: false, timerCloses: true, phaseEndsAt: NOW, createdAt: NOW },
        ...{ closedAt: null, opened: false, resultsKept: false, step: null, onWall: null, schedule: null },
      },
    });
    expect(gone).toMatchObject({ removed: true });
    expect(none).toBe(null);
    await expect(store.participants.access("eve")).rejects.toThrow(/can't be read/u);
    expect(await store.participants.withoutPlace(["ada", "gone", "none"])).toEqual(["gone", "none"]);
  },
);

contract("[Z3] lists of seats are in no order of arrival, and complete in a hall", async (stored) => {
  const { database, store, session, remove, seats } = stored;
  const here = await session();
  const hall = Array.from({ length: 2_100 }, (_, n) => {
    const id = `${(n * 7_919) % 2_100}`.padStart(5, "0");
    return seatOf(here, id, { name: `Student ${id}`, at: NOW + n });
  });
  expect(await database.storeSeats(hall)).toEqual([]);
  await seats(await session(), "elsewhere");
  const sorted = hall.map(({ id }) => id).sort();
  await remove(sorted[7] ?? "");
  expect((await store.participants.ofSession(here)).map(({ id }) => id)).toEqual(sorted);
  const seated = await store.participants.seated(here);
  expect(seated.map(({ id }) => id)).toEqual(sorted.toSpliced(7, 1));
  expect(seated[0]).toMatchObject({ name: "Student 00000", realName: null });
  expect(Boolean(seated[0]?.onPaper)).toBe(false);
});

contract(
  "[G1] [Y8] a seat's own record and its slips are read with their marks and times",
  async (stored) => {
    const { store, session, seats, post } = stored;
    const here = await session({ phase: "rebuttal", settings: { identity: "named" } });
    await seats(here, "ada", "bob");
    await post(here, "r1", "ada", { source: "A book", quote: { side: "against", n: 2, exact: "100 %_\\" } });
    const bob = { sessionId: here, participantId: "bob" };
    await store.rebuttals.endorse(bob, { rebuttalId: "r1", on: true, at: NOW + 5 });
    await store.rebuttals.report(bob, "r1", "Rude.", NOW + 6);
    expect(await store.participants.own("bob")).toEqual({
      ...{ name: "bob", posted: [], endorsed: ["r1"] },
      reported: [{ rebuttalId: "r1", status: "published", settled: false }],
    });
    expect(await store.participants.own("ada")).toMatchObject({ posted: ["r1"] });
    expect(await store.participants.everythingOf("bob")).toMatchObject({
      ...{ joinedAt: NOW, removedAt: null, onPaper: false, wordsDeletedAt: null },
      endorsedAt: [{ rebuttalId: "r1", at: NOW + 5 }],
      reports: [{ rebuttalId: "r1", reason: "Rude.", settled: false, at: NOW + 6 }],
    });
    const { rebuttals } = (await store.participants.everythingOf("ada")) ?? {};
    expect(rebuttals).toMatchObject([
      { source: "A book", quote: { side: "against", n: 2, exact: "100 %_\\" } },
    ]);

    const accept = () => ({ ok: true as const, value: undefined });
    const saving = { sessionId: here, at: NOW, change: false };
    await store.paper.save(
      saving,
      [
        { id: "s1", before: "for" },
        { id: "s2", before: "against", after: "for" },
      ],
      accept,
    );
    await store.paper.save(saving, [{ id: "s1", before: "undecided" }], accept);
    expect(await store.paper.ofSession(here)).toEqual([
      { id: "s1", number: 1, before: "undecided" },
      { id: "s2", number: 2, before: "against", after: "for" },
    ]);
    expect(await store.paper.save(saving, [{ id: "ada" }], accept)).toMatchObject({ code: "duplicate" });
    expect(await store.sessions.room(here)).toMatchObject({ onPaper: 2, joined: 4 });
    expect((await store.participants.byId("s1"))?.onPaper).toBe(true);
    expect(await store.paper.remove(saving, "s2", accept)).toMatchObject({ ok: true });
    expect(await store.paper.count(here)).toBe(1);
  },
);

contract(
  "[Q7] each student of a session's class has a code; a seat is stored with its student, and refused once that is deleted",
  async ({ store, database, session, read, setPhase }) => {
    const at = BigInt(NOW);
    const students = ["ada", "bob", "cyd"].map((id) => ({ id, name: id.toUpperCase(), addedAt: at }));
    const [ada, bob, cyd] = students;
    await database.write((to) =>
      to.class.create({
        data: {
          ...{ id: "class", ownerId: HOST, name: "3B", word: "maple", createdAt: at, updatedAt: at },
          students: { create: [ada, bob, { ...cyd, leftAt: at }] as never },
        },
      }),
    );
    const id = await session({ classId: "class" });
    const here = { id, classId: "class" };
    let drawn = 0;
    const making = { draw: () => `code ${drawn++ % 5}`, at: NOW, most: 4 };
    const codes = async () =>
      (await store.sessionClasses.students(id)).map(({ id: student, code }) => [student, code]).sort();
    await store.sessionClasses.addCodes(here, making);
    expect((await codes()).map(([student]) => student)).toEqual(["ada", "bob"]);
    const late = { id: "dan", name: "DAN", number: "7" };
    expect(await store.sessionClasses.addStudent(here, late, making)).toBe(true);
    for (const known of [late, { ...late, name: "D." }, { id: "other", name: "ADA", number: null }])
      expect(await store.sessionClasses.addStudent(here, { ...known, id: "other" }, making)).toBe(true);
    expect(
      await store.sessionClasses.addStudent(
        here,
        { id: "eve", name: "EVE", number: null },
        { ...making, most: 3 },
      ),
    ).toBe(false);
    expect((await codes()).map(([student]) => student)).toEqual(["ada", "bob", "dan"]);

    const seats = ["ada", "bob"].map((name) => seatOf(id, `seat ${name}`, { name, studentId: name }));
    await database.write((to) => to.classStudent.delete({ where: { id: "bob" } }));
    const outcomes = await Promise.all(seats.map((seat) => store.participants.seat({ ...seat })));
    expect(outcomes).toEqual(["seated", "gone"]);
    expect(await store.sessionClasses.students(id)).toContainEqual(
      expect.objectContaining({ id: "ada", participantId: "seat ada", hasLeft: false }),
    );
    expect((await store.passes.byCode(id, "no code")) ?? null).toBeNull();

    await setPhase(id, "before");
    const { ownerId } = await read.class.findUniqueOrThrow({ where: { id: "class" } });
    await store.classes.remove({ ownerId, classId: "class", at: 0 });
    expect(await read.pass.count({ where: { sessionId: id, studentId: null } })).toBe(2);
    expect(await store.sessions.byId(id)).toMatchObject({ classId: null, settings: { entry: "personal" } });
    expect(await read.participant.findUnique({ where: { id: "seat ada" } })).toMatchObject({
      studentId: null,
    });
  },
);

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { CLASSES, STUDENTS } from "#debate/rules/classes.ts";
import { contract, HOST, NOW, type Stored, seatOf } from "#tests/store/contract.ts";

const DAY = 24 * 60 * 60 * 1_000;

function classesIn({ store, session, database }: Stored) {
  const create = async (names: readonly string[], { id = randomUUID() as string, at = NOW } = {}) => {
    const students = names.map((name) => ({ id: `${name} of ${id}`, name }));
    const given = { id, ownerId: HOST, name: "3B", word: "maple", at };
    return [await store.classes.create(given, students), id] as const;
  };
  /** A session in which these students have seats. */
  const taught = async (classId: string, identity: "named" | "pseudonym", names: readonly string[]) => {
    const id = await session({ classId, settings: { identity }, phase: "rebuttal" });
    const seats = names.map((name) =>
      seatOf(id, `${name} in ${identity}`, {
        studentId: `${name} of ${classId}`,
        name: identity === "named" ? name : `${name}'s owl`,
        realName: identity === "named" ? null : name,
      }),
    );
    expect(await database.storeSeats(seats)).toEqual([]);
    return id;
  };
  const of = (classId: string, at = NOW) => ({ ownerId: HOST, classId, at });
  return { create, taught, of };
}

contract(
  "[Q14] [Q15] classes are their owner's: created once, sixty at most, and not there for another",
  async (stored) => {
    const { store, addInstructor } = stored;
    const { create, of } = classesIn(stored);
    const [, id] = await create(["Ada"]);
    expect(await create(["Bob"], { id })).toEqual(["created", id]);
    expect(await store.classes.byId(HOST, id)).toMatchObject({ students: [{ name: "Ada" }] });
    const other = await addInstructor("other");
    const theirs = { ownerId: other, classId: id, at: NOW };
    const asked = [
      store.classes.byId(other, id),
      store.classes.student(other, id, `Ada of ${id}`),
      store.classes.change(theirs, { name: "Mine" }),
      store.classes.addStudents(theirs, [{ id: "eve", name: "Eve" }]),
      store.classes.correct(theirs, { id: `Ada of ${id}`, name: "Eve" }),
      store.classes.removeStudent(theirs, `Ada of ${id}`),
      store.classes.remove(theirs),
    ];
    for (const answer of await Promise.all(asked)) expect(answer).toBeNull();
    const given = { id, ownerId: other, name: "Mine", word: "maple", at: NOW };
    expect(await store.classes.create(given, [])).toBe("duplicate");
    // A student of another class of the same owner is none of this one.
    const [, second] = await create([]);
    expect(await store.classes.correct(of(second), { id: `Ada of ${id}`, name: "Eve" })).toBeNull();
    expect(await store.classes.removeStudent(of(second), `Ada of ${id}`)).toEqual([]);
    expect(await store.classes.byId(HOST, id)).toMatchObject({ name: "3B", students: [{ name: "Ada" }] });
    for (let n = 2; n < CLASSES; n += 1) await create([]);
    expect((await create([]))[0]).toBe("too-many");
    expect((await create([], { id }))[0]).toBe("created");
  },
);

contract(
  "[Q16] [Q17] a list is added once, also at the same time; students leave and come back, and no number is of two",
  async (stored) => {
    const { store, read } = stored;
    const { create, of } = classesIn(stored);
    const [, id] = await create(["Ada", "Bob"]);
    const list = () => [
      { id: randomUUID(), name: "Ada", number: "7" },
      { id: randomUUID(), name: "Cleo" },
    ];
    const twice = await Promise.all([1, 2].map(() => store.classes.addStudents(of(id), list())));
    expect(twice).toContainEqual({ added: 1, known: 1 });
    expect(twice).toContainEqual({ added: 0, known: 2 });
    const ada = `Ada of ${id}`;
    const bob = { id: `Bob of ${id}`, name: "Bob" };
    expect(await store.classes.correct(of(id), { ...bob, number: "7" })).toBe("duplicate");
    const left = await store.classes.correct(of(id), { id: ada, name: "Ada", number: "7", left: true });
    expect(left).toEqual({ id: ada, name: "Ada", number: "7", hasLeft: true });
    expect(await store.classes.of(HOST)).toMatchObject([{ students: 2 }]);
    expect(await store.classes.correct(of(id), { id: ada, name: "Ada L.", number: "7" })).toMatchObject({
      ...{ name: "Ada L.", hasLeft: true },
    });
    expect(await store.classes.addStudents(of(id), list())).toEqual({ added: 0, known: 2 });
    expect(await store.classes.student(HOST, id, ada)).toMatchObject({ name: "Ada L.", hasLeft: false });
    const many = Array.from({ length: STUDENTS - 2 }, (_, n) => ({ id: randomUUID(), name: `Student ${n}` }));
    expect(await store.classes.addStudents(of(id), many)).toBe("too-many");
    expect(await read.classStudent.count()).toBe(3);
    const logged = await store.audit.read({ kind: "import" }, 10);
    expect(logged.map(({ detail }) => detail)).toEqual(["1", "2"]);
  },
);

contract(
  "[Q10] [Q16] a seat's corrected name is free of others, and changes its rebuttals with what they were merged into",
  async (stored) => {
    const { store, post, versionOf } = stored;
    const { create, taught } = classesIn(stored);
    const [, id] = await create(["Ada", "Bob"]);
    const named = await taught(id, "named", ["Ada", "Bob"]);
    const hidden = await taught(id, "pseudonym", ["Ada"]);
    await post(named, "hers", "Ada in named");
    await post(named, "his", "Bob in named");
    await store.moderation.merge({ sessionId: named, at: NOW, actor: "host" }, "hers", "his");
    await store.rebuttals.ofSession(named);
    const before = await versionOf(named);
    for (const seat of await store.classes.seatsOf(`Ada of ${id}`))
      expect(await store.participants.rename(seat, "BOB")).toEqual([seat.participantId]);
    expect(await store.participants.byId("Ada in named")).toMatchObject({ name: "BOB (2)", realName: null });
    expect(await store.participants.byId("Ada in pseudonym")).toMatchObject({
      ...{ name: "Ada's owl", realName: "BOB" },
    });
    const words = await store.rebuttals.ofSession(named);
    expect(words.map(({ changed }) => changed)).toEqual([before + 1, before + 1]);
    expect(words.find((each) => each.id === "his")?.merged).toMatchObject([{ author: "BOB (2)" }]);
    // The same again changes nothing.
    const seat = { sessionId: named, participantId: "Ada in named", identity: "named" } as const;
    expect(await store.participants.rename(seat, "BOB")).toEqual([]);
    expect(await versionOf(named)).toBe(before + 1);
    expect(await store.participants.rename({ ...seat, sessionId: hidden }, "Eve")).toBeNull();
  },
);

contract(
  "[Q12] a student with seats is deleted after them, and takes no seat meanwhile; a student who left takes none",
  async (stored) => {
    const { store, session, read } = stored;
    const { create, taught, of } = classesIn(stored);
    const [, id] = await create(["Ada", "Bob"]);
    const here = await taught(id, "named", ["Ada"]);
    const ada = `Ada of ${id}`;
    await store.sessionClasses.addCodes({ id: here, classId: id }, { draw: randomUUID, at: NOW });
    expect(await store.classes.removeStudent(of(id), ada)).toMatchObject([{ sessionId: here }]);
    expect(await read.pass.count({ where: { studentId: ada } })).toBe(0);
    const later = await session({ classId: id });
    const seat = (name: string) => seatOf(later, `${name} later`, { studentId: `${name} of ${id}`, name });
    expect(await store.participants.seat(seat("Ada"))).toBe("gone");
    await store.classes.correct(of(id), { id: `Bob of ${id}`, name: "Bob", left: true });
    expect(await store.participants.seat(seat("Bob"))).toBe("gone");
    const deletion = { sessionId: here, at: NOW, actor: "host" } as const;
    const leaving = { usesUpCode: false, keeps: null, number: randomUUID() };
    await store.erasure.seat(deletion, "Ada in named", leaving, () => "");
    expect(await store.classes.removeStudent(of(id), ada)).toEqual([]);
    expect((await store.classes.byId(HOST, id))?.students).toMatchObject([{ name: "Bob" }]);
    expect(await store.classes.removeStudent(of(id), ada)).toEqual([]);
    expect(await store.audit.read({ kind: "deletion" }, 10)).toMatchObject([
      { what: "student" },
      { what: "contribution" },
    ]);
  },
);

contract(
  "[Q13] a class goes that had no change and no session since; deleting an account deletes its classes",
  async (stored) => {
    const { store, session, read } = stored;
    const { create } = classesIn(stored);
    await create(["Ada"]);
    const [, used] = await create(["Bob"]);
    const last = await session({ classId: used, createdAt: NOW + DAY });
    await store.classes.forgetBefore(NOW);
    expect(await read.class.count()).toBe(2);
    // Even if that session is deleted soon.
    await store.sessions.remove(last);
    await store.classes.forgetBefore(NOW + 1);
    expect((await read.class.findMany()).map(({ id }) => id)).toEqual([used]);
    const [, old] = await create(["Cleo"]);
    const running = await session({ classId: old, createdAt: NOW });
    await store.classes.forgetBefore(NOW + DAY + 1);
    expect(await read.class.count()).toBe(0);
    expect(await store.sessions.byId(running)).toMatchObject({ classId: null });
    await create(["Dan"]);
    await store.accounts.remove(HOST, NOW);
    expect([await read.class.count(), await read.classStudent.count()]).toEqual([0, 0]);
  },
);

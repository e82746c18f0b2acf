import { expect } from "vitest";
import type { SaveMarks } from "#debate/protocol/requests.ts";
import { contract, HOST, NOW } from "#tests/store/contract.ts";
import { CRITERIA, EVIDENCE } from "#tests/support/marks.ts";

const IDS = ["claim", "evidence"];
/** Ids in the order of the criteria. */
function saving() {
  const left = [...IDS];
  return { draw: () => left.shift() ?? "another", at: NOW };
}
const mark = (participantId: string, level: number, version?: number) => ({
  ...{ participantId, levels: { claim: level, evidence: 4 }, comment: `Of ${participantId}.` },
  ...(version !== undefined && { version }),
});

contract("[Q20] [Q21] marks are stored whole with their versions, or not at all", async (stored) => {
  const { store, session, seats, remove, versionOf } = stored;
  const id = await session();
  await seats(id, "ada", "bob", "cyd");
  await remove("cyd");
  const before = await versionOf(id);
  const save = (given: SaveMarks) => store.marks.save(id, given, saving());
  const read = async () =>
    (await store.marks.ofSession(id)).map(({ id, levels, version }) => [id, levels.claim ?? null, version]);
  const saved = { ok: true, value: { outcome: "saved", isReleaseChanged: false } };
  expect(await save({ criteria: CRITERIA, marks: [mark("ada", 1, 0)] })).toEqual(saved);
  expect(await read()).toEqual([
    ["ada", 1, 1],
    ["bob", null, 0],
  ]);
  const stale = await save({ marks: [mark("bob", 2, 0), mark("ada", 3, 0)], released: true });
  expect(stale).toEqual({ ok: true, value: { outcome: "stale", isReleaseChanged: false } });
  for (const gone of ["cyd", "nobody"])
    expect(await save({ marks: [mark("bob", 2), mark(gone, 2)] })).toMatchObject({ code: "not-found" });
  expect(await save({ marks: [mark("ada", 1, 0)] })).toEqual(saved);
  expect(await read()).toEqual([
    ["ada", 1, 1],
    ["bob", null, 0],
  ]);
  expect(await versionOf(id)).toBe(before);
  await save({
    marks: [mark("bob", 2)],
    criteria: [{ ...EVIDENCE, id: "evidence" }],
  });
  expect(await store.marks.ofSession(id)).toMatchObject([
    { id: "ada", levels: { evidence: 4 }, comment: "Of ada.", version: 2 },
    { id: "bob", levels: { evidence: 4 }, version: 1 },
  ]);
  expect(await store.marks.save("no session", {}, saving())).toMatchObject({ code: "not-found" });
});

contract(
  "[Q22] a seat's marks are readable while they are released, which is a change of the session",
  async (stored) => {
    const { store, session, seats, versionOf } = stored;
    const id = await session();
    await seats(id, "ada", "bob");
    const before = await versionOf(id);
    const save = (given: SaveMarks) => store.marks.save(id, given, saving());
    await save({ criteria: CRITERIA, marks: [mark("ada", 1)] });
    expect(await store.marks.released("ada")).toBeNull();
    const now = { ok: true, value: { outcome: "saved", isReleaseChanged: true } };
    expect(await save({ released: true })).toEqual(now);
    expect(await versionOf(id)).toBe(before + 1);
    const feedback = async () => {
      const found = await store.sessions.byId(id);
      return found && (await store.sessions.phoneRoom(found)).feedback;
    };
    expect(await feedback()).toBe(true);
    expect(await save({ released: true })).toMatchObject({ value: { isReleaseChanged: false } });
    const [ada, bob] = await Promise.all(["ada", "bob"].map(store.marks.released));
    expect(ada).toMatchObject({ mark: { levels: { claim: 1, evidence: 4 }, comment: "Of ada." } });
    expect(bob).toMatchObject({ criteria: [{ id: "claim" }, { id: "evidence" }], mark: { version: 0 } });
    expect(await save({ released: false })).toEqual(now);
    expect([await feedback(), await store.marks.released("ada")]).toEqual([false, null]);
  },
);

contract(
  "[Q20] [G3] [T1] a session begins with its host's newest criteria; marks go with seats and sessions",
  async (stored) => {
    const { store, session, seats, read, addInstructor, database } = stored;
    const colleague = await addInstructor("colleague");
    const [old, newest, far] = [
      await session({ createdAt: NOW - 2 }),
      await session({ createdAt: NOW - 1 }),
      await session({ hostId: colleague }),
    ];
    await seats(old, "ada", "bob");
    await store.marks.save(old, { criteria: CRITERIA, marks: [mark("ada", 1), mark("bob", 2)] }, saving());
    await store.marks.save(newest, { criteria: CRITERIA.slice(0, 1) }, saving());
    await store.marks.save(far, { criteria: [] }, saving());
    const next = { id: await session(), hostId: HOST };
    expect(await store.marks.markingOf(next)).toMatchObject({
      released: false,
      criteria: [{ name: "Claim" }],
    });
    expect(await store.marks.markingOf({ id: "none", hostId: "none" })).toEqual({
      released: false,
      criteria: [],
    });
    await database.write((to) => to.participant.delete({ where: { id: "ada" } }));
    expect(await read.mark.findMany({ select: { participantId: true } })).toEqual([{ participantId: "bob" }]);
    await store.sessions.remove(old);
    await store.sessions.remove(newest);
    expect([await read.mark.count(), await read.marking.count()]).toEqual([0, 1]);
  },
);

import { expect } from "vitest";
import type { EventKind } from "#debate/rules/log.ts";
import { recordAgain, recordAll } from "#server/store/sessions/events.ts";
import { contract, HOST, NOW, type Stored } from "#tests/store/contract.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const DAY = 24 * 60 * 60 * 1_000;
const accept = <Value>(value: Value) => ({ ok: true as const, value });

/** Log entries of a session: kinds with what they are about. */
const log = ({ database }: Stored, sessionId: string, entries: [EventKind, string, number?][]) =>
  database.write((to) =>
    recordAll(
      to,
      entries.map(([kind, detail, at = NOW]) => ({ sessionId, actor: "host", kind, detail, at })),
    ),
  );

contract("a session is read as it was stored, by its id and its code", async ({ store, session }) => {
  const schedule = { zone: "Asia/Tokyo", dates: [{ phase: "before" as const, at: NOW + DAY }] };
  const given = {
    ...{ code: "ABC234", phase: "results" as const, phaseEndsAt: NOW, timerCloses: true, revealed: true },
    ...{ step: "flow" as const, opened: true, resultsVersion: 3, resultsKept: true, closedAt: NOW + 1 },
    ...{ onWall: "tally" as never, schedule },
    wallLook: { theme: "dark" as const, language: "ja" as const },
    keys: { screen: null, assistant: "a", results: "r" },
  };
  const id = await session({ ...given, settings: { name: "9 c — ä 日本", identity: "anonymous" } });
  const [byId, byCode] = [await store.sessions.byId(id), await store.sessions.byCode("ABC234")];
  expect(byId).toEqual(byCode);
  expect(byId).toMatchObject({
    ...given,
    onWall: byId?.onWall,
    settings: { name: "9 c — ä 日本" },
    locked: false,
  });
  expect(await store.sessions.byCode("abc234")).toBe(null);
  expect(await store.sessions.debateOf(id)).toMatchObject({ resolution: BUILT_IN_DEBATE.resolution });
  await expect(session({ code: "ABC234" })).rejects.toMatchObject({ code: "P2002" });
});

contract(
  "[P36] [W22] a change is stored with its entry of the log, and the same again changes nothing",
  async (stored) => {
    const { store, session, versionOf } = stored;
    const id = await session({ phase: "before", phaseEndsAt: NOW, timerCloses: true });
    const event = () => ({ at: NOW, actor: "host", kind: "phase", detail: "reading" }) as const;
    const change = { phase: "reading", phaseEndsAt: null, timerCloses: false, moreTime: NOW + 5 } as const;
    const changed = await store.sessions.change(id, () => accept(change), event);
    expect(changed).toMatchObject({ value: { ...change, version: 2 } });
    await store.sessions.change(id, () => accept(change), event);
    expect(await versionOf(id)).toBe(2);
    expect(await store.sessions.change(id, () => ({ ok: false, code: "stale" }), event)).toMatchObject({
      code: "stale",
    });
    expect((await store.events.ofSession(id)).map(({ kind, at }) => [kind, at])).toEqual([
      ["opened", NOW],
      ["phase", NOW],
    ]);
    expect(await store.sessions.change("none", () => accept(change), event)).toMatchObject({
      code: "not-found",
    });
  },
);

contract(
  "[T1] [P34] sessions end once they are old, but not while a later vote or a set date is ahead",
  async (stored) => {
    const { store, session } = stored;
    const old = { createdAt: NOW - 9 * DAY, closedAt: NOW - 8 * DAY, phase: "closed" as const };
    const later = { settings: { activities: { laterVote: {} } } };
    const dates = [{ phase: "before" as const, at: NOW + DAY }];
    const named = await session({ ...old, settings: { name: '"laterVote":' } });
    const ids = {
      ended: [await session(old), named, await session({ ...old, closedAt: null })],
      kept: [
        await session({ ...old, closedAt: NOW }),
        await session({ ...old, ...later }),
        await session({ ...old, closedAt: null, schedule: { zone: "UTC", dates } }),
      ],
    };
    const over = await session({ ...old, ...later, phase: "later-closed" });
    const ended = await store.sessions.endedBefore(NOW - 7 * DAY, NOW - 400 * DAY);
    expect(ended.toSorted()).toEqual([...ids.ended, over].sort());
    expect(await store.sessions.endedBefore(NOW - 7 * DAY, NOW - 7 * DAY)).toContain(ids.kept[1]);
    const timers = (await store.sessions.withTimer()).map(({ id }) => id);
    expect(timers).toEqual([ids.kept[2]]);
    expect(await store.sessions.rehearsals({})).toEqual([]);
  },
);

contract(
  "[H3] [H4] an instructor has one rehearsal at a time, which counts in no list of sections",
  async (stored) => {
    const { store, session, addInstructor } = stored;
    await addInstructor("grace");
    const first = await session({ simulated: 20, phase: "results" });
    await session({ simulated: 30 });
    await session({ simulated: 40, hostId: "grace" });
    expect(await store.sessions.rehearsals({ hostId: HOST })).toEqual([first]);
    expect(await store.sessions.rehearsals({ before: NOW })).toEqual([]);
    const [older, newer] = [
      await session({ phase: "results", createdAt: NOW - DAY }),
      await session({ phase: "closed", createdAt: NOW + DAY }),
    ];
    await session({ phase: "lobby" });
    const { resolution } = BUILT_IN_DEBATE;
    const sections = (await store.sections.ofHost(HOST, resolution)).map((each) => each.session.id);
    expect(sections).toEqual([older, newer]);
    expect(await store.sections.ofHost(HOST, resolution.toUpperCase())).toEqual([]);
  },
);

contract(
  "a host's list has seats and votes without removed ones, newest first, and leaves out what can't be read",
  async (stored) => {
    const { store, session, seats, vote, remove, database } = stored;
    const [old, broken, newest] = [
      await session({ createdAt: NOW - DAY, phase: "after" }),
      await session({ createdAt: NOW - 1 }),
      await session(),
    ];
    await seats(old, "ada", "bob", "out");
    await vote(old, "before", { ada: "for", bob: "for", out: "for" });
    await vote(old, "after", { ada: "for" });
    await remove("out");
    await database.write((to) => to.session.update({ where: { id: broken }, data: { settings: "{}x" } }));
    const listed = (await store.sessions.ofHost(HOST)).map(({ session, joined, voted }) => [
      session.id,
      joined,
      voted,
    ]);
    expect(listed).toEqual([
      [newest, 0, {}],
      [old, 2, { before: 2, after: 1 }],
    ]);
  },
);

contract(
  "[R11] [V16] the log counts what students repeat in one entry, and says what came after the last vote",
  async (stored) => {
    const { store, database, session } = stored;
    const [id, other] = [await session(), await session()];
    await log(stored, id, [
      ["phase", "before", NOW + 2],
      ["phase", "reading"],
      ["phase", "before", NOW + 1],
      ["step", "flow"],
    ]);
    await log(stored, id, [
      ["phase", "after", NOW + 61_500],
      ["step", "guess"],
      ["step", "guess"],
      ["step", "flow"],
    ]);
    await log(stored, other, [["phase", "before", NOW + 900]]);
    await log(stored, id, [
      ["hide", "r1"],
      ["keep", "r1"],
      ["hide", "r2"],
      ["seat-deleted", ""],
    ]);
    const reported = {
      sessionId: id,
      actor: "participant",
      kind: "reported",
      detail: "r1",
      at: NOW,
    } as const;
    for (let time = 0; time < 3; time += 1) await database.write((to) => recordAgain(to, reported));
    expect(await store.events.firstVoteAt(id)).toBe(NOW + 1);
    expect(await store.events.firstVoteAt(other)).toBe(NOW + 900);
    expect((await store.events.stepsSinceVote(id)).toSorted()).toEqual(["flow", "guess"]);
    expect(await store.events.newestOf(id, 1)).toMatchObject([{ kind: "reported", count: 3 }]);
    const all = await store.events.ofSession(id);
    expect(await store.events.newest(id)).toBe(all.at(-1)?.id);
    const [hidden] = all.filter(({ kind }) => kind === "hide");
    expect((await store.events.decidedSince(id, hidden?.id ?? 0, ["r1", "r2", "r3"])).toSorted()).toEqual([
      "r1",
      "r2",
    ]);
    expect((await store.events.newestOf(id, 2, hidden?.id)).map(({ kind }) => kind)).toEqual([
      "step",
      "step",
    ]);
    expect(await store.events.seatsDeleted(id)).toBe(1);
    expect((await store.timeline.moves(id)).map(({ at }) => at - NOW / 1_000)).toEqual([0, 0, 0, 61]);
  },
);

contract(
  "[Z11] [V20] [V18] what a session keeps beside its row is stored once and replaced whole",
  async (stored) => {
    const { store, session, setPhase } = stored;
    const id = await session({ phase: "results", resultsVersion: 2 });
    const counted = { id, resultsVersion: 2, phaseVersion: 1 };
    expect(await store.classResults.keep(counted, "first")).toBe("first");
    expect(await store.classResults.keep(counted, "second")).toBe("first");
    expect(await store.classResults.keep(counted, "second", "first")).toBe("second");
    expect(await store.classResults.keep({ ...counted, resultsVersion: 1 }, "third")).toBe(null);
    await setPhase(id, "after");
    expect(await store.classResults.keep(counted, "fourth", "second")).toBe(null);

    const { version } = await store.notes.of(id);
    const save = (text: string, known: string) => store.notes.save(id, text, (stored) => stored === known);
    expect(await save("Ask ä", version)).toMatchObject({ outcome: "saved" });
    expect(await save("Ask b", version)).toMatchObject({ outcome: "stale", note: { text: "Ask ä" } });
    expect(await store.notes.ofHost(HOST)).toEqual(new Map([[id, "Ask ä"]]));
    expect(await store.notes.save("none", "", () => true)).toBe(null);

    await setPhase(id, "results");
    const event = { sessionId: id, at: NOW, actor: "host" as const };
    const known = new Set(["w1", "w2"]);
    expect(await store.picks.set(event, "w1", true, known)).toMatchObject({ ok: true });
    expect(await store.picks.set(event, "w1", true, known)).toEqual({ ok: true, value: null });
    await store.picks.set(event, "w2", true, known);
    await store.picks.set(event, "w1", false, known);
    expect(await store.picks.ofSession(id)).toEqual(["w2"]);
  },
);

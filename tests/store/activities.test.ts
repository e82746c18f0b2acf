import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Phase } from "#debate/rules/phase-order.ts";
import { contract, NOW, type Stored } from "#tests/store/contract.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const CLASS = ["ada", "bob", "cyd", "dan", "eve", "fay"];

/** A class in that phase, with these activities; ada, bob and cyd have voted For, the others Against. */
async function classIn(
  stored: Stored,
  phase: Phase,
  activities: GivenSettings["activities"],
  given: GivenSettings = {},
) {
  const id = await stored.session({ phase, settings: { ...given, ...(activities && { activities }) } });
  await stored.seats(id, ...CLASS);
  const sides = CLASS.map((name, n) => [name, n < 3 ? "for" : "against"] as const);
  await stored.vote(id, "before", Object.fromEntries(sides));
  return id;
}

const accept = <Value>(value: Value) => ({ ok: true as const, value });
const first = () => 0;
const dice = () => ({ draw: first, uuid: randomUUID });

contract(
  "[P11] [P12] [P13] the queue to speak is in the order of asking, and each side's time adds up",
  async (stored) => {
    const { store } = stored;
    const sessionId = await classIn(stored, "rebuttal", { speaking: {} });
    const ask = (participantId: string, side: "for" | "against" | null) =>
      store.speeches.ask({ id: `of ${participantId}`, sessionId, participantId, side, at: NOW });
    const call = (who: string | null, at: number) =>
      store.speeches.call({ sessionId, at, actor: "host" }, who);
    const queue = async () =>
      (await store.sessions.room(sessionId))?.speaking?.requests.map(({ person, side }) => [
        person.name,
        side,
      ]);
    await Promise.all([ask("dan", "against"), ask("bob", "for"), ask("ada", "for"), ask("ada", "against")]);
    expect(await queue()).toEqual([
      ["dan", "against"],
      ["bob", "for"],
      ["ada", "against"],
    ]);
    expect(await call("ada", NOW)).toMatchObject({ ok: true });
    expect(await queue()).toEqual([
      ["ada", "against"],
      ["dan", "against"],
      ["bob", "for"],
    ]);
    expect(await store.speeches.speaker(sessionId)).toBe("ada");
    await call("bob", NOW + 5_000_000_000);
    await call(null, NOW + 5_000_000_250);
    expect(await store.speeches.spoken(sessionId)).toEqual({ for: 250, against: 5_000_000_000, asked: 3 });
    expect(await store.speeches.of("dan")).toEqual({ side: "against", number: 1, called: false });
    await ask("dan", null);
    expect(await store.speeches.of("dan")).toBe(null);
  },
);

contract("[X10] sentences that a class does not understand are counted, the most first", async (stored) => {
  const { store, versionOf } = stored;
  const sessionId = await classIn(stored, "reading", { reading: {} });
  const say = (participantId: string, on: boolean, sentence?: number) =>
    store.reading.say({
      ...{ sessionId, participantId, on },
      ...(sentence && { unclear: { side: "for" as const, n: 2, sentence } }),
    });
  await Promise.all([
    say("ada", true, 1),
    say("ada", true, 1),
    say("ada", true, 2),
    say("bob", true, 2),
    say("cyd", true),
  ]);
  await Promise.all([say("dan", true, 3), say("dan", false, 3), say("eve", true), say("no one", true)]);
  await say("eve", false);
  const counts = async () => (await store.sessions.room(sessionId))?.reading;
  const unclear = [
    { side: "for", n: 2, sentence: 2, count: 2 },
    { side: "for", n: 2, sentence: 1, count: 1 },
  ];
  expect(await counts()).toEqual({ both: 1, unclear });
  expect(await store.reading.of("ada")).toMatchObject({ firstSide: null, readBoth: false });
  expect((await store.reading.of("ada"))?.unclear).toHaveLength(2);
  expect((await store.reading.of("cyd"))?.readBoth).toBe(true);
  await say("ada", false, 2);
  expect((await counts())?.unclear.map(({ count }) => count)).toEqual([1, 1]);
  expect(await versionOf(sessionId)).toBe(2);
});

contract(
  "[Y5] [V16] [Y15] of what a seat answers, guesses or writes again the newest counts, without removed seats",
  async (stored) => {
    const { store, database, remove, setPhase } = stored;
    const activities = { comprehension: {}, guess: {}, exitTicket: {} };
    const sessionId = await classIn(stored, "reading", activities, { reveal: "staged" });
    const answer = (participantId: string, answers: (number | null)[]) =>
      store.comprehension.answer({ sessionId, participantId, answers });
    await Promise.all([
      answer("ada", [0, null]),
      answer("bob", [0, 1]),
      answer("ada", [0, 1]),
      answer("no one", [1]),
    ]);
    expect(await store.comprehension.of("ada")).toEqual([0, 1]);
    expect((await store.sessions.room(sessionId))?.check).toMatchObject({ answered: 2 });
    expect(await store.comprehension.of("cyd")).toBe(null);

    await database.write((to) =>
      to.session.update({ where: { id: sessionId }, data: { phase: "results", step: "guess" } }),
    );
    const guess = (participantId: string, share: number) =>
      store.guesses.cast({ sessionId, participantId, share });
    await Promise.all([guess("ada", 10), guess("ada", 35), guess("bob", 90)]);
    expect((await store.guesses.ofSession(sessionId)).map(({ share }) => share).sort()).toEqual([35, 90]);
    const ticket = (participantId: string, lines: object) =>
      store.exitTickets.write({ sessionId, participantId, ticket: lines });
    await Promise.all([
      ticket("ada", { moved: "a", doubt: "ä 日本" }),
      ticket("bob", { moved: "b" }),
      ticket("cyd", {}),
    ]);
    await ticket("ada", { reading: "c" });
    expect(await store.exitTickets.of("ada")).toEqual({ reading: "c" });
    expect(await store.exitTickets.of("cyd")).toBe(null);
    await remove("bob");
    expect(await store.sessions.room(sessionId)).toMatchObject({ guessed: 1, exitTickets: 1 });
    expect(await store.exitTickets.ofSession(sessionId)).toMatchObject([
      { participantId: "ada", reading: "c" },
    ]);
    await setPhase(sessionId, "after");
    expect(await guess("ada", 5)).toMatchObject({ code: "wrong-phase" });
  },
);

contract(
  "[P16] [P18] [P19] texts are given to those of the other side who have the fewest, and counted without removed seats",
  async (stored) => {
    const { store, read, database } = stored;
    const sessionId = await classIn(stored, "steelman", { steelman: {} });
    const write = (
      participantId: string,
      id: string,
      at = NOW,
      status: "published" | "pending" = "published",
    ) =>
      store.steelmen.write({
        ...{ id, sessionId, participantId, at, body: `Words ${id}` },
        statusFor: () => status,
      });
    const ask = (participantId: string, at = NOW) =>
      store.steelmen.ask({ sessionId, participantId, at, draw: first });
    const rate = (participantId: string, steelmanId: string, fair: boolean, why?: string, isHeld = false) =>
      store.steelmen.rate({
        ...{ sessionId, participantId, steelmanId, fair, at: NOW, isHeld: () => isHeld },
        ...(why && { why }),
      });
    expect(await write("ada", "a", NOW + 2)).toMatchObject({ ok: true });
    await write("bob", "b", NOW + 1);
    await write("cyd", "c", NOW, "pending");
    for (const rater of ["dan", "eve", "fay"]) expect(await ask(rater)).toEqual(accept(true));
    expect(await ask("dan")).toEqual(accept(true));
    const given = async (id: string) => (await store.steelmen.ofSeat(id))?.given.map((each) => each.id);
    expect(await Promise.all(["dan", "eve", "fay"].map(given))).toEqual([["a"], ["b"], ["a"]]);
    expect(await ask("ada")).toEqual(accept(false));
    await rate("dan", "a", true, "Just so.");
    await rate("fay", "a", false, "Traitor", true);
    expect(await rate("fay", "b", true)).toMatchObject({ code: "not-found" });
    await ask("dan", NOW + 1);
    expect(await given("dan")).toEqual(["a", "b"]);
    expect((await store.steelmen.ofSeat("ada"))?.own).toMatchObject({
      ...{ side: "against", status: "published" },
      scores: [{ fair: true, why: "Just so." }, { fair: false }],
    });
    const counted = async () => (await store.sessions.room(sessionId))?.steelman;
    expect(await counted()).toEqual({ written: 3, rated: 2, waiting: 1 });
    const numbers = async () =>
      (await read.steelman.findMany({ orderBy: { id: "asc" } })).map(({ given, rated }) => [given, rated]);
    expect(await numbers()).toEqual([
      [2, 2],
      [2, 0],
      [0, 0],
    ]);
    const deciding = { sessionId, actor: "host" as const, at: NOW };
    const removal = await store.moderation.remove(deciding, "fay", "eve");
    expect(removal).toMatchObject({ ok: true });
    expect(await numbers()).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    expect((await counted())?.rated).toBe(1);
    const page = { take: 2, withRemoved: false };
    expect((await store.steelmen.page(sessionId, page)).map(({ id }) => id)).toEqual(["a", "b"]);
    const after = { at: NOW + 1, id: "b" };
    expect((await store.steelmen.page(sessionId, { ...page, after })).map(({ id }) => id)).toEqual(["c"]);
    await store.steelmen.moderate(deciding, { id: "a", words: undefined }, "hidden");
    expect(await given("dan")).toEqual(["b"]);
    expect(
      await stored.store.sessions.room(
        await stored.session({ phase: "steelman", settings: { activities: { steelman: {} } } }),
      ),
    ).toMatchObject({
      steelman: { written: 0, rated: 0, waiting: 0 },
    });
    await database.settled();
  },
);

contract(
  "[P23] [P24] [P27] [P37] pairs are mixed by the newest vote, keep their table, and read what was written since they sat down",
  async (stored) => {
    const { store, remove, vote } = stored;
    const sessionId = await classIn(stored, "pairs", { pairs: { by: "text" } });
    await vote(sessionId, "after", { cyd: "against", dan: "for" });
    const pairs = await store.pairs.make({ sessionId, at: NOW, isHere: (id) => id !== "fay" }, dice());
    expect(pairs).toMatchObject({ ok: true });
    const choices: Record<string, string> = {
      ada: "for",
      bob: "for",
      cyd: "against",
      dan: "for",
      eve: "against",
    };
    const tables = await store.pairs.tables(sessionId);
    expect([...tables.keys()].sort()).toEqual(["ada", "bob", "cyd", "dan", "eve"]);
    const own = async (id: string) => {
      const pair = await store.pairs.ofSeat(id);
      if (!pair || pair === "away") throw new Error(`${id} has no table`);
      return pair;
    };
    for (const id of tables.keys()) {
      const { partners } = await own(id);
      for (const { name = "", choice } of partners) expect([name, choice]).toEqual([name, choices[name]]);
      expect([id, partners.some(({ choice }) => choice !== choices[id])]).toEqual([id, true]);
    }
    const say = (participantId: string, id: string, at: number) =>
      store.pairs.say({
        ...{ sessionId, participantId, id, at, body: `ä ${id}` },
        statusFor: () => "published",
      });
    await Promise.all([say("ada", "l1", NOW + 2), say("ada", "l0", NOW + 2), say("ada", "l2", NOW + 1)]);
    const lines = (await own("ada")).lines?.map(({ id, by, at }) => `${id} ${by} ${(at ?? 0) - NOW}`);
    expect(lines).toEqual(["l2 you 1", "l0 you 2", "l1 you 2"]);
    expect(
      await store.pairs.join({ sessionId, participantId: "fay", at: NOW + 9, dice: dice() }),
    ).toMatchObject({ ok: true });
    expect((await own("fay")).lines).toEqual([]);
    const [partner] = (await own("ada")).partners;
    const missing = { sessionId, participantId: "ada", at: NOW, place: partner?.place ?? 9 };
    expect(await store.pairs.missing(missing)).toMatchObject({ ok: true });
    expect(await own("ada")).toMatchObject({ asked: { state: "waiting", place: partner?.place } });
    expect(await own(partner?.name ?? "")).toMatchObject({ missed: true });
    const room = async () => (await store.sessions.room(sessionId))?.pairs;
    expect(await room()).toMatchObject({
      tables: 2,
      alone: 0,
      held: [],
      missing: [{ participantId: "ada" }],
    });
    await store.pairs.moderate({ sessionId, actor: "host", at: NOW }, "l1", "hidden");
    expect(
      (await store.pairs.linesAt(sessionId, tables.get("ada") ?? 0)).map(({ status }) => status),
    ).toEqual([...["published", "published", "hidden"]]);
    await remove("ada");
    expect(await store.pairs.mend(sessionId, NOW + 20, dice())).toContain(partner?.name);
    expect((await store.pairs.people(sessionId)).includes("ada")).toBe(false);
    expect(await room()).toMatchObject({ alone: 0, missing: [] });
  },
);

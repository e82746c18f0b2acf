import { expect, test } from "vitest";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { moveOnTime } from "#server/sessions/move.ts";
import { placesOf } from "#server/sessions/ranking.ts";
import type { Database } from "#server/store/database.ts";
import type { NewRebuttal } from "#server/store/rebuttals/rebuttal-rows.ts";
import { createStore, type Store } from "#server/store/store.ts";
import { createDice, type Dice, SEED } from "#tests/support/chance.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const SEATS = ["ada", "bob", "cyd", "dan", "eve"];
/** Not a seat of the session. */
const STRANGER = "zoe";
const CHOICES = ["for", "against", "undecided"];

/** Classes in the phase `rebuttal` with the same seats and first votes. Their ids begin with the class's own letter. */
async function classes(server: TestServer, letters: string[]): Promise<void> {
  await moveTo(await server.connect("host"), "rebuttal");
  const { reader, write } = server.database;
  const row = await reader.session.findFirstOrThrow();
  const debate = await reader.frozenDebate.findFirstOrThrow();
  for (const letter of letters)
    await write(async (transaction) => {
      const session = { ...row, id: letter, code: `CODE${letter}` };
      await transaction.session.create({ data: session });
      await transaction.frozenDebate.create({ data: { ...debate, sessionId: letter } });
      const data = SEATS.map((name) => ({ id: letter + name, sessionId: letter, name, joinedAt: 0n }));
      await transaction.participant.createMany({ data });
      await transaction.ballot.createMany({
        data: data.slice(1).map(({ id }, n) => ({
          ...{ sessionId: letter, participantId: id, round: "before", choice: CHOICES[n % 3] ?? "" },
          ...{ seq: 1, castAt: 0n },
        })),
      });
    });
}

type Deed = (store: Store, letter: string) => Promise<unknown>;

const seat = (dice: Dice) => dice.pick([...SEATS, STRANGER]);
const aRebuttal = (dice: Dice) => `r${dice.below(12)}`;

function post(dice: Dice): Deed {
  const [id, author, body] = [aRebuttal(dice), seat(dice), `words ${dice.below(1_000)}`];
  const answered = dice.chance(0.5) ? aRebuttal(dice) : undefined;
  return (store, letter) => {
    const rebuttal: NewRebuttal = {
      ...{ id: letter + id, sessionId: letter, participantId: letter + author, body },
      ...{ side: "for", at: 1_000, replyTo: answered && letter + answered },
    };
    return store.rebuttals.post(rebuttal, () => (body.endsWith("1") ? "pending" : "published"));
  };
}

function endorse(dice: Dice): Deed {
  const [id, by, on] = [aRebuttal(dice), seat(dice), dice.chance(0.7)];
  return (store, letter) =>
    store.rebuttals.endorse(
      { sessionId: letter, participantId: letter + by },
      { rebuttalId: letter + id, on, at: 2_000 },
    );
}

function see(dice: Dice): Deed {
  const [ids, by] = [[aRebuttal(dice), aRebuttal(dice)], seat(dice)];
  return (store, letter) =>
    store.rebuttals.seen(
      { sessionId: letter, participantId: letter + by },
      ids.map((id) => letter + id),
    );
}

/** What a host does in between. */
function steer(dice: Dice): Deed {
  const [id, who, what] = [aRebuttal(dice), dice.pick(SEATS), dice.below(6)];
  const action = dice.pick<Moderation>(["hide", "show", "approve", "keep"]);
  return async ({ moderation, erasure, events }, letter) => {
    const deed = { sessionId: letter, actor: "host" as const, at: 3_000 };
    if (what === 0) await moderation.remove(deed, letter + who);
    else if (what === 1) {
      const about = (await events.ofSession(letter)).filter(({ detail }) => detail === letter + who);
      await moderation.takeBack(deed, [about.at(-1)?.id ?? 0], { seats: true });
    } else if (what === 2) await erasure.rebuttal(deed, letter + id);
    else await moderation.moderate(deed, [{ id: letter + id }], action);
  };
}

/** What a class has in the end, without its letter. */
async function rowsOf({ reader }: Database, letter: string): Promise<unknown> {
  const about = { where: { rebuttal: { sessionId: letter } } };
  const rebuttals = await reader.rebuttal.findMany({ where: { sessionId: letter } });
  const plain = (text: string | null) => text?.slice(1);
  return {
    rebuttals: rebuttals
      .map(({ id, body, status, replyTo }) => `${plain(id)} ${body} ${status} ${plain(replyTo)}`)
      .sort(),
    endorsements: (await reader.endorsement.findMany(about)).map(pairOf).sort(),
    exposures: (await reader.exposure.findMany(about)).map(pairOf).sort(),
  };
}

const pairOf = ({ rebuttalId, participantId }: { rebuttalId: string; participantId: string }) =>
  `${rebuttalId.slice(1)} ${participantId.slice(1)}`;

const ROUNDS = 4;
const AT_ONCE = 12;

test("[R18] [R19] rebuttals, endorsements and exposures that arrive together are decided as one by one, and what is kept of them equals what is stored", async () => {
  await using server = await startServer();
  await classes(server, ["t", "o"]);
  let transactions = 0;
  const write: Database["write"] = (...job) => {
    transactions += 1;
    return server.database.write(...job);
  };
  const [together, alone] = [createStore({ ...server.database, write }), createStore(server.database)];
  const dice = createDice();
  let now = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of [post, see, endorse]) {
      const deeds = Array.from({ length: AT_ONCE }, () => kind(dice));
      transactions = 0;
      const answered = Promise.all(deeds.map((deed) => deed(together, "t")));
      await together.rebuttals.settled();
      const answers = await answered;
      expect(transactions).toBe(1);
      const expected: unknown[] = [];
      for (const deed of deeds) {
        const answer = deed(alone, "o");
        await alone.rebuttals.settled();
        expected.push(await answer);
      }
      expect(answers, `SEED=${SEED}`).toEqual(expected);
      const steered = steer(dice);
      await steered(alone, "t"); // as through another server
      await steered(alone, "o");

      // [R19] The store that has kept everything since the beginning, against a new one.
      const fresh = createStore(server.database);
      const all = await together.rebuttals.ofSession("t");
      expect(all, `SEED=${SEED}`).toEqual(await fresh.rebuttals.ofSession("t"));
      const session = (await fresh.sessions.byId("t")) ?? expect.fail("no session");
      now += 10_000;
      const changed = { ...session, version: now }; // so that it is ranked again
      const places = await placesOf({ store: together }, changed, all, now);
      expect(places, `SEED=${SEED}`).toEqual(await placesOf({ store: fresh }, changed, all));
    }
  expect(await rowsOf(server.database, "t"), `SEED=${SEED}`).toEqual(await rowsOf(server.database, "o"));
});

test("[R19] [G3] a deleted seat counts in no camp, even if another one was shown the same meanwhile", async () => {
  await using server = await startServer();
  await classes(server, ["t"]);
  const store = createStore(server.database);
  for (const [index, id] of ["second", "first"].entries())
    await store.rebuttals.post(
      { ...{ id, sessionId: "t", participantId: "tada", body: id }, side: "for", at: index },
      () => "published",
    );
  const see = (name: string, id: string) =>
    store.rebuttals.seen({ sessionId: "t", participantId: `t${name}` }, [id]);
  let now = 0;
  const order = async (of: Store) => {
    const session = (await of.sessions.byId("t")) ?? expect.fail("no session");
    now += 10_000;
    const places = await placesOf({ store: of }, session, await of.rebuttals.ofSession("t"), now);
    return [...places.forHost.keys()];
  };
  await Promise.all([see("bob", "first"), see("cyd", "second")]);
  // One reader in one camp each: the older is first.
  expect(await order(store)).toEqual(["second", "first"]);
  await store.erasure.seat(
    { sessionId: "t", actor: "host", at: 3_000 },
    "tbob",
    { usesUpCode: false, keeps: null, number: "" },
    () => "",
  );
  await see("dan", "first");
  // Dan is undecided, so no camp was shown the first.
  expect(await order(store)).toEqual(["first", "second"]);
  expect(await order(createStore(server.database))).toEqual(["first", "second"]);
});

test("[R18] 10 endorsements that arrive while the class moves on are each answered, and stored exactly if accepted", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  const post = rebuttal();
  expect(await ada.send("rebuttal:post", post)).toMatchObject(OK);
  const readers = await server.seats(...Array.from({ length: 10 }, () => "student" as const));
  const endorsed = (reader: (typeof readers)[number]) =>
    reader.send("rebuttal:endorse", { rebuttalId: post.id, on: true });
  const { version } = (await host.sync()).session;
  const first = readers.slice(0, 5).map(endorsed);
  await first[0];
  const others = readers.slice(5).map(endorsed);
  expect(await host.send("host:phase", { to: "after", version })).toMatchObject(OK);
  const answers = await Promise.all([...first, ...others]);
  for (const answer of answers) expect(answer).toEqual(answer.ok ? OK : refused("wrong-phase"));
  const stored = await server.database.reader.endorsement.count();
  expect(stored).toBe(answers.filter(({ ok }) => ok).length);
});

test("[R18] rebuttals and endorsements that wait when a timer moves the class are stored before the move", async () => {
  await using server = await startServer();
  await classes(server, ["t"]);
  const store = createStore(server.database);
  const announce = { changed: () => undefined, timer: () => undefined, mine: () => undefined };
  const parts = { store, clock: () => 5_000, announce } as unknown as Dependencies;
  const post = (id: string) =>
    store.rebuttals.post(
      { ...{ id, sessionId: "t", participantId: "tada", body: id }, side: "for", at: 1_000 },
      () => "published",
    );
  const endorse = (name: string) =>
    store.rebuttals.endorse(
      { sessionId: "t", participantId: `t${name}` },
      { rebuttalId: "first", on: true, at: 2_000 },
    );
  await post("first");
  await Promise.all(["bob", "cyd"].map(endorse));
  // [R18] The next ones gather for 100 ms and 20 ms.
  const waiting = [endorse("dan"), endorse("eve"), post("second")];
  const data = { phaseEndsAt: 4_000n, timerCloses: true };
  await server.database.write((to) => to.session.update({ where: { id: "t" }, data }));
  waiting.push(endorse("bob"));
  await moveOnTime(parts, "t");
  expect((await store.sessions.byId("t"))?.phase).toBe("after");
  const answers = await Promise.all(waiting);
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(await server.database.reader.endorsement.count({ where: { rebuttalId: "first" } })).toBe(4);
  expect(await endorse("eve")).toMatchObject({ ok: false, code: "wrong-phase" });
});

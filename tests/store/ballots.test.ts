import { expect } from "vitest";
import { CHOICES, ROUNDS } from "#debate/rules/choices.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import { castOf, contract, NOW } from "#tests/store/contract.ts";

const REASON = "Because of ä, 日本, 🗳️ and 'quotes'";

contract(
  "[B1] [B4] [B6] of ballots that arrive together those that fit are stored as one change of the session",
  async ({ database, session, seats, remove, read, versionOf }) => {
    const [here, there] = [await session({ phase: "before" }), await session({ phase: "before" })];
    await seats(here, "ada", "bob", "gone");
    await seats(there, "far");
    await remove("gone");
    const version = await versionOf(here);
    const casts = [
      castOf(here, "ada"),
      castOf(here, "gone"),
      castOf(here, "far"),
      castOf(here, "no one"),
      castOf(here, "bob", { round: "after" }),
      castOf(here, "bob", { choice: "undecided" }),
    ];
    const leftOut = await database.storeBallots(casts);
    expect(new Set(leftOut)).toEqual(new Set(casts.slice(1, 5)));
    const rows = await read.ballot.findMany({ orderBy: { participantId: "asc" } });
    expect(rows.map(({ participantId, choice, round }) => [participantId, choice, round])).toEqual([
      ["ada", "for", "before"],
      ["bob", "undecided", "before"],
    ]);
    expect(await versionOf(here)).toBe(version + 1);
    expect(await database.storeBallots([castOf(here, "gone")])).toHaveLength(1);
    expect(await versionOf(here)).toBe(version + 1);
  },
);

contract(
  "[B1] each round is stored in its phase and in no other",
  async ({ database, session, seats, setPhase }) => {
    const here = await session();
    await seats(here, "ada");
    for (const open of ROUNDS) {
      const phase = PHASE_OF_ROUND[open];
      if (phase) await setPhase(here, phase);
      for (const round of ROUNDS) {
        const leftOut = await database.storeBallots([castOf(here, "ada", { round })]);
        expect([open, round, leftOut.length]).toEqual([open, round, round === open ? 0 : 1]);
      }
    }
  },
);

contract(
  "[B3] the ballot with the highest counter replaces the lower one whole, in whichever order they arrive",
  async ({ database, session, seats, store }) => {
    const here = await session({ phase: "before" });
    await seats(here, "ada", "bob");
    const whole = castOf(here, "ada", {
      ...{
        seq: 4,
        choice: "against",
        confidence: 5,
        reason: REASON,
        outlook: { understanding: 1, respect: 5 },
      },
      credit: { paragraph: { side: "for", n: 2 }, without: "undecided", why: REASON },
    });
    const [lower, same] = [castOf(here, "ada", { seq: 3 }), castOf(here, "ada", { seq: 4 }, NOW + 1)];
    expect(await database.storeBallots([whole, lower])).toEqual([lower]);
    expect(await store.ballots.ofParticipant("ada")).toEqual([
      { participantId: "ada", castAt: NOW, ...whole.ballot },
    ]);
    expect(await database.storeBallots([same])).toEqual([same]);

    const plain = castOf(here, "ada", { seq: 5, choice: "undecided" }, NOW + 2);
    expect(await database.storeBallots([plain])).toEqual([]);
    expect(await store.ballots.ofParticipant("ada")).toEqual([
      { participantId: "ada", castAt: NOW + 2, round: "before", choice: "undecided", seq: 5 },
    ]);
    const most = Number.MAX_SAFE_INTEGER;
    const taps = [7, most, 8].map((seq) => castOf(here, "bob", { seq, reason: `${seq}` }));
    const leftOut = await database.storeBallots(taps);
    expect((await store.ballots.ofParticipant("bob"))?.map(({ seq }) => seq)).toEqual([most]);
    expect(leftOut).not.toContain(taps[1]);
  },
);

contract(
  "[C4] a ballot that credits the voter's own rebuttal or one of another session is left out",
  async ({ database, session, seats, post, setPhase }) => {
    const [here, there] = [await session({ phase: "rebuttal" }), await session({ phase: "rebuttal" })];
    await seats(here, "ada", "bob");
    await seats(there, "far");
    await post(here, "own", "ada");
    await post(here, "other", "bob");
    await post(there, "elsewhere", "far");
    await setPhase(here, "after");
    const crediting = (rebuttalId: string, seq: number) =>
      castOf(here, "ada", { round: "after", seq, credit: { rebuttalId, why: REASON } });
    for (const [n, id] of ["own", "elsewhere", "nothing"].entries())
      expect(await database.storeBallots([crediting(id, n + 1)])).toHaveLength(1);
    expect(await database.storeBallots([crediting("other", 1)])).toEqual([]);
  },
);

contract(
  "[B2] the store says of each ballot that it is stored, stored already, or why not",
  async ({ store, session, seats, remove }) => {
    const here = await session({ phase: "before", settings: { questions: { reasons: false } } });
    await seats(here, "ada", "gone");
    await remove("gone");
    const cast = (...given: Parameters<typeof castOf>) => store.ballots.cast(castOf(...given));
    expect(await cast(here, "ada", { seq: 2 })).toEqual({ ok: true, value: { seq: 2 } });
    const [again, older, gone, late, noOne, nowhere] = await Promise.all([
      cast(here, "ada", { seq: 2 }),
      cast(here, "ada", { seq: 1, choice: "against" }),
      cast(here, "gone"),
      cast(here, "ada", { seq: 3, round: "after" }),
      cast(here, "no one"),
      cast("no session", "ada"),
    ]);
    expect([again, older]).toMatchObject([{ ok: true }, { ok: true }]);
    expect([gone, late, noOne, nowhere].map((answer) => !answer?.ok && answer?.code)).toEqual([
      "removed",
      "wrong-phase",
      "not-found",
      "not-found",
    ]);
  },
);

contract(
  "[B4] removed seats are in no count, tally, or list of ballots, and are in them again once restored",
  async ({ store, database, session, seats, vote, remove }) => {
    const here = await session({ phase: "after" });
    const names = ["ada", "bob", "cyd", "dan", "eve", "out"];
    await seats(here, ...names);
    await seats(await session(), "elsewhere");
    const cast = (first: number) =>
      Object.fromEntries(names.map((name, n) => [name, CHOICES[(n + first) % 3] ?? "for"]));
    await vote(here, "before", cast(0));
    await vote(here, "after", { ...cast(0), ada: "against", bob: "against" });
    const counted = async () => {
      const { tallies, joined } = (await store.sessions.room(here)) ?? {};
      return { tallies, joined, moves: await store.sections.movesOf(here) };
    };
    const all = await counted();
    expect(all).toMatchObject({
      joined: 6,
      tallies: {
        before: { for: 2, against: 2, undecided: 2 },
        after: { for: 1, against: 3, undecided: 2 },
      },
      moves: { for: { for: 1, against: 1 }, against: { against: 2 }, undecided: { undecided: 2 } },
    });
    await remove("out");
    await database.write((to) => to.session.update({ where: { id: here }, data: { version: 90 } }));
    expect(await counted()).toMatchObject({
      joined: 5,
      tallies: { before: { for: 2, against: 2, undecided: 1 }, after: { undecided: 1 } },
      moves: { undecided: { undecided: 1 } },
    });
    const ids = (await store.ballots.ofSession(here)).map(({ participantId }) => participantId);
    expect(ids).toEqual(["ada", "bob", "cyd", "dan", "eve"].flatMap((id) => [id, id]));
    expect((await store.ballots.voted(here)).filter(({ round }) => round === "before")).toHaveLength(6);
    const times = await store.timeline.ballots(here);
    expect(times.before).toEqual(Array(5).fill(NOW / 1_000));
    expect(times).not.toHaveProperty("reading", [1]);
    expect(await store.timeline.people(here)).toBe(5);
    await database.write((to) => to.participant.update({ where: { id: "out" }, data: { removedAt: null } }));
    await database.write((to) => to.session.update({ where: { id: here }, data: { version: 91 } }));
    expect(await counted()).toEqual(all);
  },
);

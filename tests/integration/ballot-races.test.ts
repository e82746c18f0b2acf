import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { move } from "#server/sessions/move.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { runs } from "#tests/support/runs.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Stored = Map<string, { seq: number; choice: string }>;
const SEATS = 24;
/** How often a thousand ballots are shuffled. */
const RUNS = runs(1);

async function storedIn(server: TestServer): Promise<Stored> {
  const rows = await server.database.reader.ballot.findMany({ where: { round: "before" } });
  return new Map(rows.map(({ participantId, seq, choice }) => [participantId, { seq: Number(seq), choice }]));
}

test("[B1][B2] however ballots race with a phase change, exactly those acknowledged are stored", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: SEATS }, () => server.connect("student")));
  const standing: Stored = new Map();
  const codes: string[] = [];
  let seq = 0;

  /** Everybody taps as fast as they are answered, and after so many answers the host moves on. */
  async function race(choices: Choice[], answersBeforeMove: number): Promise<void> {
    await moveTo(host, "before");
    const { version } = (await host.sync()).session;
    const queue = [...choices];
    let answered = 0;
    let move: Promise<unknown> | undefined;
    async function tapOn(student: Client): Promise<void> {
      for (let choice = queue.shift(); choice; choice = queue.shift()) {
        seq += 1;
        const sent = ballot(choice, "before", seq);
        const answer = await student.send("ballot:cast", sent);
        if (answer.ok) standing.set(student.participantId, { seq: sent.seq, choice });
        codes.push(answer.ok ? "stored" : answer.code);
        answered += 1;
        if (answered === answersBeforeMove) move = host.send("host:phase", { to: "reading", version });
      }
    }
    await Promise.all(students.map(tapOn));
    expect(await move).toMatchObject(OK);
    expect(await storedIn(server)).toEqual(standing);
    const { tally } = (await host.sync()).session;
    const chosen = [...standing.values()].map(({ choice }) => choice);
    for (const each of CHOICES)
      expect(tally?.before?.[each]).toBe(chosen.filter((choice) => choice === each).length);
  }

  const choices = fc.array(fc.constantFrom(...CHOICES), { minLength: 72, maxLength: 120 });
  const property = fc.asyncProperty(choices, fc.integer({ min: 1, max: 48 }), race);
  await fc.assert(property, { numRuns: runs(6), endOnFailure: true });
  expect(new Set(codes)).toEqual(new Set(["stored", "wrong-phase"]));
});

test("[B3] 1,000 ballots of one seat at once, in any order, leave one row: the one with the highest counter", async () => {
  await using server = await startServer({ messagesPerSecond: 10_000 });
  const host = await server.connect("host");
  await moveTo(host, "before");
  const seqs = Array.from({ length: 1_000 }, (_, seq) => seq);
  const shuffled = fc.shuffledSubarray(seqs, { minLength: seqs.length });
  await fc.assert(
    fc.asyncProperty(shuffled, async (order) => {
      const ada = await server.connect("student");
      const choiceOf = (seq: number) => CHOICES[seq % 3] ?? "for";
      const answers = order.map((seq) => ada.send("ballot:cast", ballot(choiceOf(seq), "before", seq)));
      for (const [index, answer] of (await Promise.all(answers)).entries())
        expect(answer).toEqual({ ...OK, seq: order[index] });
      expect((await ada.sync()).you?.ballots).toEqual({
        before: { choice: choiceOf(999), seq: 999, castAt: expect.any(Number) },
      });
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(await server.database.reader.ballot.count()).toBe(RUNS);
});

test("[B2] ballots that gather when the class moves on are stored before that", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: 5 }, () => server.connect("student")));
  await moveTo(host, "before");
  const store = createStore(server.database);
  const [session] = await server.database.reader.session.findMany();
  const { id: sessionId, version } = session ?? expect.fail("no session");
  const cast = ({ participantId }: Client) =>
    store.ballots.cast({ participantId, sessionId, ballot: ballot("for", "before", 1), at: 1_000 });
  const [first, second, third, ...rest] = students;
  await Promise.all([first, second, third].map((each) => cast(each ?? expect.fail("no student"))));
  // [B2] These gather for 180 ms, since the last three were stored together.
  const waiting = rest.map(cast);
  const announce = { changed: () => undefined, timer: () => undefined, mine: () => undefined };
  const parts = { store, clock: () => 5_000, announce } as unknown as Dependencies;
  expect(await move(parts, sessionId, { to: "reading", version })).toMatchObject({ ok: true });
  expect(await Promise.all(waiting)).toEqual(rest.map(() => ({ ok: true, value: { seq: 1 } })));
  expect((await storedIn(server)).size).toBe(students.length);
});

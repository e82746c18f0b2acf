import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { move } from "#server/sessions/move.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Stored = Map<string, { seq: number; choice: string }>;
const SEATS = 24;

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
  await fc.assert(property, { numRuns: 6, endOnFailure: true });
  expect(new Set(codes)).toEqual(new Set(["stored", "wrong-phase"]));
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

const CLASS = 2_000;
const GROUP = 200;
/** What the journal of SQLite takes for each ballot of a group, in bytes. With ballots sorted by their seats' ids it is 2,200. */
const A_BALLOT = 800;

test("[B2] votes that are stored together are written together, also where a large class has voted before", async () => {
  await using server = await startServer({ fresh: true });
  await moveTo(await server.connect("host"), "before");
  const { database, databaseUrl } = server;
  const { id: sessionId } = await database.reader.session.findFirstOrThrow();
  const seats = Array.from({ length: CLASS }, () => randomUUID());
  await database.write((transaction) =>
    transaction.participant.createMany({
      data: seats.map((id, n) => ({ id, sessionId, name: `Owl ${n}`, joinedAt: 0n })),
    }),
  );
  const voteOf = (participantId: string, seq: number) => ({
    ...{ participantId, sessionId, at: seq },
    ballot: { round: "before", choice: "for", seq } as const,
  });
  const group = seats.slice(0, GROUP);
  for (let first = 0; first < CLASS; first += GROUP)
    expect(await database.storeBallots(seats.slice(first, first + GROUP).map((id) => voteOf(id, 1)))).toEqual(
      [],
    );
  await database.scrub();
  expect(await database.storeBallots(group.map((id) => voteOf(id, 2)))).toEqual([]);
  const journal = await stat(`${databaseUrl.replace("file:", "")}-wal`);
  expect(journal.size / GROUP).toBeLessThan(A_BALLOT);
});

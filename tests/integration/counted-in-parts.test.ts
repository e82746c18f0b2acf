import { expect, test, vi } from "vitest";
import { cachedResults } from "#server/sessions/cached-results.ts";
import { participationOf } from "#server/sessions/participation.ts";
import { createStore } from "#server/store/store.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const idOf = ({ participantId }: { participantId: string }) => `words of ${participantId}`;

/** A hall whose every seat gave a reason, with a store of its own; the ids of words are counted as they are made, and rows as they are read. */
async function hall(server: TestServer, seats: number) {
  const { database, session } = server;
  const { id: sessionId } = await database.reader.session.findFirstOrThrow();
  const people = Array.from({ length: seats }, (_, n) => ({ id: `seat-${n}`, name: `Owl ${seats - n}` }));
  await database.write(async (transaction) => {
    await transaction.participant.createMany({
      data: people.map((each) => ({ ...each, sessionId, joinedAt: 0n })),
    });
    await transaction.ballot.createMany({
      data: people.map(({ id }) => ({
        ...{ sessionId, participantId: id, round: "before", choice: "for", reason: `So says ${id}.` },
        ...{ seq: 1, castAt: 0n },
      })),
    });
  });
  const ofWords = vi.fn(idOf);
  const parted: number[] = [];
  const rows: typeof database.rows = async <Row>(statement: Parameters<typeof database.rows>[0]) => {
    const found = await database.rows<Row>(statement);
    parted.push(found.length);
    return found;
  };
  const store = createStore({ ...database, rows });
  const ids = { uuid: () => "", key: () => "", draw: () => 0, ofWords };
  const parts = { store, clock: Date.now, ids };
  const read = async () => (await store.sessions.byCode(session.code)) ?? expect.fail("no session");
  return { sessionId, parts, ofWords, parted, read };
}

test("[L15] [V18] results make no id of words; these are made once, when first asked for, for all who ask", async () => {
  await using server = await startServer();
  const { parts, ofWords, read } = await hall(server, 60);
  await moveTo(await server.connect("host"), "results");
  const kept = await cachedResults(parts, await read());
  expect(kept.forHost.rounds[0]).toMatchObject({ n: 60 });
  expect(ofWords).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([kept.words(), kept.words()]);
  expect(first).toBe(second);
  expect(first?.byId.size).toBe(60);
  expect(first?.numbers.reasons[0]).toMatchObject({ round: "before", for: 60 });
  await (await cachedResults(parts, await read())).words();
  expect(ofWords).toHaveBeenCalledTimes(60);
});

test("[L15] [V19] a hall's participation is read in parts of 250 seats, once for all who ask at the same time", async () => {
  await using server = await startServer({ settings: { identity: "named" } });
  const { parts, parted, read } = await hall(server, 1_000);
  const { reader } = server.database;
  const whole = vi.spyOn(reader.participant, "findMany");
  const ofSession = vi.spyOn(parts.store.participants, "ofSession");
  const session = await read();
  const answers = await Promise.all(Array.from({ length: 10 }, () => participationOf(parts, session)));
  expect(ofSession).toHaveBeenCalledTimes(1);
  expect(whole.mock.calls.filter(([asked]) => asked?.where?.removedAt === undefined)).toEqual([]);
  // Four parts of seats, and four of their ballots.
  expect(parted.filter((rows) => rows === 250)).toHaveLength(8);
  expect(Math.max(...parted)).toBe(250);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const [answer] = answers;
  if (!answer?.ok) throw new Error("refused");
  expect(answer.value.rows.map(({ name }) => name)).toEqual(
    Array.from({ length: 1_000 }, (_, n) => `Owl ${n + 1}`),
  );
  expect(answer.value.rows.every(({ voted }) => voted.before)).toBe(true);
  // A later request reads anew.
  await participationOf(parts, session);
  expect(ofSession).toHaveBeenCalledTimes(2);
});

test("[B4] [L15] a hall's roster is read in parts of 1,000 seats, each seat once, and removed ones are not counted", async () => {
  await using server = await startServer({ settings: { identity: "named" } });
  const { sessionId, parts } = await hall(server, 2_001);
  const remove = (where: object) =>
    server.database.write((transaction) =>
      transaction.participant.updateMany({ where, data: { removedAt: 0n } }),
    );
  await remove({ id: "seat-7" });
  const seated = await parts.store.participants.seated(sessionId);
  expect(new Set(seated.map(({ id }) => id)).size).toBe(2_000);
  expect(seated).toHaveLength(2_000);
  expect(seated).toContainEqual(expect.objectContaining({ id: "seat-8", name: "Owl 1993", realName: null }));
  expect(seated.some(({ id }) => id === "seat-7")).toBe(false);
  const tallies = async () => (await createStore(server.database).sessions.room(sessionId))?.tallies;
  expect(await tallies()).toEqual({ before: { for: 2_000, against: 0, undecided: 0 } });
  await remove({});
  expect(await tallies()).toEqual({});
});

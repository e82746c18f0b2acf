import { expect, test, vi } from "vitest";
import { keptResults } from "#server/sessions/kept-results.ts";
import { createStore } from "#server/store/store.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const idOf = ({ participantId }: { participantId: string }) => `words of ${participantId}`;

/** A hall whose every seat gave a reason, with a store of its own; the ids of words are counted as they are made. */
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
  const store = createStore(database);
  const ids = { uuid: () => "", key: () => "", draw: () => 0, ofWords };
  const parts = { store, clock: Date.now, ids };
  const read = async () => (await store.sessions.byCode(session.code)) ?? expect.fail("no session");
  return { parts, ofWords, read };
}

test("[L15] [V18] results make no id of words; these are made once, when first asked for, for all who ask", async () => {
  await using server = await startServer();
  const { parts, ofWords, read } = await hall(server, 60);
  await moveTo(await server.connect("host"), "results");
  const kept = await keptResults(parts, await read());
  expect(kept.forHost.rounds[0]).toMatchObject({ n: 60 });
  expect(ofWords).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([kept.words(), kept.words()]);
  expect(first).toBe(second);
  expect(first?.byId.size).toBe(60);
  expect(first?.numbers.reasons[0]).toMatchObject({ round: "before", for: 60 });
  await (await keptResults(parts, await read())).words();
  expect(ofWords).toHaveBeenCalledTimes(60);
});

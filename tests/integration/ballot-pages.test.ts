import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const CLASS = 2_000;
const GROUP = 200;
/** What the journal of SQLite takes for each ballot of a group, in bytes. With ballots sorted by their seats' ids it is 2,200. */
const A_BALLOT = 800;

test("[B2] votes that are stored together are written together, also where a large class has voted before", async () => {
  await using server = await startServer({ engine: "sqlite" });
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

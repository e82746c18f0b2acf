import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { post } from "#tests/support/rebuttals.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** Rebuttals before all others, written straight into the database: the older of two equals ranks first. */
async function fill({ database }: TestServer, participantId: string, count: number) {
  const { id: sessionId, version } = await database.reader.session.findFirstOrThrow();
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ id: randomUUID(), sessionId, participantId },
    ...{ side: "for", body: `Body ${n}.`, status: "published" },
    ...{ at: BigInt(n), changed: version + 1 },
  }));
  await database.write(async (transaction) => {
    await transaction.session.update({ where: { id: sessionId }, data: { version: version + 1 } });
    await transaction.rebuttal.createMany({ data: rows });
  }, sessionId);
}

test("[R15] results of a class that wrote more than a page hold the rebuttal that moved a vote, in its place in the order", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const last = await post(ada, { body: "Written last." });
  await fill(server, (await server.join()).participantId, 250);
  await moveTo(host, "after");
  const credit = {
    rebuttalId: last.id,
    without: "undecided" as const,
    why: "It says plainly what none of the texts had said about it.",
  };
  expect(await bob.send("ballot:cast", { ...ballot("for", "after"), credit })).toMatchObject(OK);
  await moveTo(host, "results");
  for (const ask of [server.asHost, server.asStranger]) {
    const { rebuttals, rebuttalsInAll } = (await (await ask("/results")).json()) as Results;
    expect([rebuttals.length, rebuttalsInAll]).toEqual([200, 251]);
    expect(rebuttals.map(({ body }) => body)).toEqual([
      ...Array.from({ length: 199 }, (_, n) => `Body ${n}.`),
      "Written last.",
    ]);
    expect(rebuttals.at(-1)).toMatchObject({ id: last.id, credits: 1 });
  }
});

import { expect, test } from "vitest";
import { accept } from "#debate/rules/result.ts";
import type { Database } from "#server/store/database.ts";
import { createStore } from "#server/store/store.ts";
import { startServer } from "#tests/support/server.ts";

test("[L9] a host's move is stored before rebuttals that were waiting for longer", async () => {
  await using server = await startServer();
  const { database } = server;
  const { id } = await database.reader.session.findFirstOrThrow();
  const done: string[] = [];
  const { first, letGo } = await heldUp(database, id);
  const rebuttals = Array.from({ length: 50 }, () =>
    database.write(async () => void done.push("rebuttal"), id),
  );
  const moved = createStore(database).sessions.change(
    id,
    () => {
      done.push("move");
      return accept({ locked: true });
    },
    () => ({ at: 0, actor: "host", kind: "locked" }),
  );
  letGo();
  expect(await moved).toMatchObject({ ok: true });
  await Promise.all([first, ...rebuttals]);
  expect([done[0], done.length]).toEqual(["move", 51]);
});

test("[L9] a signed-in host is recognized while something else is being stored", async () => {
  await using server = await startServer();
  const { id } = await server.database.reader.session.findFirstOrThrow();
  const { first, letGo } = await heldUp(server.database, id);
  expect((await server.asHost("/results")).status).toBe(200);
  letGo();
  await first;
});

/** A write that has begun and ends when it is let go. */
async function heldUp(database: Database, sessionId: string) {
  let letGo = (): void => undefined;
  let first: Promise<unknown> = Promise.resolve();
  await new Promise<void>((begin) => {
    first = database.write(() => {
      begin();
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    }, sessionId);
  });
  return { first, letGo: () => letGo() };
}

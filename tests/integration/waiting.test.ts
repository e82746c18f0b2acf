import { expect, test } from "vitest";
import { accept } from "#debate/rules/result.ts";
import { createStore } from "#server/store/store.ts";
import { startServer } from "#tests/support/server.ts";

test("[L9] a host's move is stored before rebuttals that were waiting for longer", async () => {
  await using server = await startServer();
  const { database } = server;
  const { id } = await database.reader.session.findFirstOrThrow();
  const done: string[] = [];
  let letGo = (): void => undefined;
  let first: Promise<unknown> = Promise.resolve();
  await new Promise<void>((begin) => {
    first = database.write(() => {
      begin();
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    }, id);
  });
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

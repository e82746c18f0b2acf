import pg from "pg";
import { expect, test } from "vitest";
import { isPassing } from "#server/platform/storage-failures.ts";
import { startServer } from "#tests/support/server.ts";

test("[O19] another program holds a row: the write that needs it fails, and its neighbor is stored", async () => {
  await using server = await startServer();
  const { reader, write } = server.database;
  const { id } = await reader.instructor.findFirstOrThrow();
  const other = new pg.Client({ connectionString: server.databaseUrl });
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT 1 FROM instructor FOR UPDATE");
  const [renamed, neighbor] = await Promise.allSettled([
    write(async (transaction) => {
      await transaction.$executeRaw`SET LOCAL lock_timeout = 100`;
      await transaction.instructor.update({ where: { id }, data: { name: "Renamed" } });
    }),
    write((transaction) => transaction.session.updateMany({ data: { locked: true } })),
  ]);
  await other.end();
  expect(renamed).toEqual({ status: "rejected", reason: expect.toSatisfy(isPassing) });
  expect(neighbor).toEqual({ status: "fulfilled", value: { count: 1 } });
  expect((await reader.instructor.findFirstOrThrow()).name).not.toBe("Renamed");
  expect((await reader.session.findFirstOrThrow()).locked).toBe(true);
});

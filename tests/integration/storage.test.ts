import { expect, test } from "vitest";
import { OK, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** Makes the database refuse writes, like a disk that has become read-only, or accept them again. */
const refuseWrites = ({ database }: TestServer, on: boolean) =>
  database.write((transaction) => transaction.$queryRawUnsafe(`PRAGMA query_only = ${on ? "ON" : "OFF"}`));

test("[W4] everyone is notified when nothing can be stored, also on connecting, and when it works again", async () => {
  await using server = await startServer();
  const [host, ada, screen] = await server.seats("host", "student", "screen");
  const { ticket } = await server.join();
  const other = await server.open();
  const elsewhere = await server.connect("host", { code: other.code });

  await refuseWrites(server, true);
  expect(await host.send("host:lock", { locked: true })).toEqual(refused("busy"));
  const late = await server.connect("student", { ticket });
  const everybody = [host, ada, screen, elsewhere, late];
  await Promise.all(everybody.map((client) => client.hearsStorage(false)));

  await refuseWrites(server, false);
  // No one sends anything: the server checks on its own.
  await Promise.all(everybody.map((client) => client.hearsStorage(true)));
  // [W9] What students were to be told of themselves may have been lost meanwhile.
  for (const student of [ada, late]) await student.hears("mine");
  expect(await host.send("host:lock", { locked: true })).toMatchObject(OK);
  const next = await server.connect("student", { ticket });
  await next.sync();
  for (const client of everybody)
    expect(client.heard.filter(({ name }) => name === "storage")).toHaveLength(2);
  expect(next.heard.filter(({ name }) => name === "storage")).toEqual([]);
});

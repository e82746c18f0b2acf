import { expect, test } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { startServer } from "#tests/support/server.ts";

test("[V28] a flood of waiting browsers keeps no other address out", async () => {
  await using server = await startServer({ trustProxy: true });
  const from = (address: string) => ({ "x-forwarded-for": address });
  const flood = asking("/api/projectors", from("203.0.113.7"), {});
  const statuses = await pipelined(
    server.url,
    Array.from({ length: 6_100 }, () => flood),
  );
  expect([...statuses.keys()].sort()).toEqual([201, 429]);
  const ask = async (address: string) =>
    (await server.request("/api/projectors", { method: "POST", headers: from(address) })).json();
  expect(await ask("203.0.113.7")).toMatchObject({ error: { code: "too-many" } });
  expect((await ask("198.51.100.9")).code).toHaveLength(6);
});

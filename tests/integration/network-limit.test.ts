import { expect, test } from "vitest";
import { startServer } from "#tests/support/server.ts";

test("[L29] as many phones of one network take seats as is set, and the next one is told that it is the network's limit", async () => {
  await using server = await startServer({ phonesPerAddress: 3, trustProxy: true });
  const joinFrom = (address: string) =>
    server.asStranger("/join", { json: {}, headers: { "x-forwarded-for": address } });
  for (const status of [201, 201, 201, 429]) expect((await joinFrom("192.0.2.7")).status).toBe(status);
  const { error } = await (await joinFrom("192.0.2.7")).json();
  expect(error).toMatchObject({ code: "too-many", fields: ["network"], retryAfter: expect.any(Number) });
  expect(error.retryAfter).toBeGreaterThan(540);
  expect((await joinFrom("192.0.2.8")).status).toBe(201);
});

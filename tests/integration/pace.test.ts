import { expect, test } from "vitest";
import { OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[L1] of 400 `sync` at once a seat gets 150 answers, its limit, and another seat is answered at once", async () => {
  await using server = await startServer();
  const [ada, bob] = await server.seats("student", "student");
  const begun = performance.now();
  const answers = await Promise.all(Array.from({ length: 400 }, () => ada.send("sync", {})));
  const answered = answers.filter(({ ok }) => ok).length;
  // With what it earns in each second that has begun meanwhile.
  const seconds = Math.ceil((performance.now() - begun) / 1_000);
  expect(answered).toBeGreaterThanOrEqual(150);
  expect(answered).toBeLessThanOrEqual(150 + 30 * seconds);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: "too-many", retryAfter: 1 });
  expect(await bob.send("sync", {})).toMatchObject(OK);
});

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

import { expect, test } from "vitest";
import { INSTRUCTOR, startServer, type TestServer } from "#tests/support/server.ts";

// In a file of its own: the guesses of one process are counted together, so the second test uses up what the first left.

/** Signs in by a request that says it came through these proxies; answers with the status. */
async function guess(server: TestServer, password: string, forwarded: string): Promise<number> {
  const response = await server.request("/api/auth/sign-in/email", {
    json: { email: INSTRUCTOR.email, password },
    headers: { "x-forwarded-for": forwarded, "x-resolved-address": forwarded },
  });
  return response.status;
}

async function guessForty(server: TestServer, forwarded: (n: number) => string): Promise<void> {
  const guesses = Array.from({ length: 40 }, (_, n) => guess(server, `guess number ${n}`, forwarded(n)));
  const statuses = await Promise.all(guesses);
  expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
}

test("[W3] behind a trusted proxy, thirty guesses in a minute from one address close the door to it, and to nobody else", async () => {
  await using server = await startServer({ trustProxy: true });
  // The proxy adds the true address at the end; what comes before it is made up.
  await guessForty(server, (n) => `198.51.100.${n}, 203.0.113.7`);
  expect(await guess(server, INSTRUCTOR.password, "203.0.113.7")).toBe(429);
  expect(await guess(server, INSTRUCTOR.password, "203.0.113.7, 203.0.113.8")).toBe(200);
});

test("[W3] without one, no header changes who is guessing", async () => {
  await using server = await startServer();
  const statuses = await Promise.all(
    Array.from({ length: 40 }, (_, n) => guess(server, `guess number ${n}`, `198.51.100.${n}`)),
  );
  expect(statuses).toContain(429);
  expect(await guess(server, INSTRUCTOR.password, "203.0.113.8")).toBe(429);
});

import { Hono } from "hono";
import { expect, test } from "vitest";
import { cachedJson } from "#server/http/reply.ts";

test("[L15] a hundred answers at once are sent one in each turn of the event loop", async () => {
  const kept = { results: "x".repeat(1_000) };
  const app = new Hono().get("/", (context) => cachedJson(context, kept));
  let answered = 0;
  const all = Array.from({ length: 100 }, async () => {
    const response = await app.request("/");
    answered += 1;
    return response.text();
  });
  const perTurn: number[] = [];
  while (answered < 100) {
    const before = answered;
    await new Promise((resolve) => setImmediate(resolve));
    perTurn.push(answered - before);
  }
  expect(Math.max(...perTurn)).toBe(1);
  expect(new Set(await Promise.all(all))).toEqual(new Set([JSON.stringify(kept)]));
});

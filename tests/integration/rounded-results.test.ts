import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[Z16] a class that goes back to a vote ten times and changes no ballot reads the same rounded flow each time", async () => {
  await using server = await startServer({
    settings: { identity: "pseudonym", smallGroups: "hide", entry: "open" },
  });
  const host = await server.connect("host");
  await moveTo(host, "before");
  const slips = Array.from({ length: 36 }, (_, i) => ({
    id: randomUUID(),
    before: (["for", "against", "undecided"] as const)[i % 3],
    after: (["for", "for", "for", "against"] as const)[i % 4],
  }));
  const type = async (which: object[]) =>
    expect((await server.asHost("/paper", { json: { slips: which } })).status).toBe(201);
  await type(slips.map(({ id, before }) => ({ id, before })));
  await moveTo(host, "after");
  await type(slips.map(({ id, after }) => ({ id, after })));
  const told = async () => {
    await moveTo(host, "results");
    const { paired }: Results = await (await server.asStranger("/results")).json();
    return JSON.stringify(paired.rounded);
  };
  const first = await told();
  expect(first).toMatch(/^\[\[/);
  const looks = new Set([first]);
  for (let look = 0; look < 10; look += 1) {
    await moveTo(host, "after");
    looks.add(await told());
  }
  expect([...looks]).toEqual([first]);
});

import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { startServer } from "#tests/support/server.ts";

/** Ten saves at once in each. */
const ROUNDS = process.env.EVERY_TEST === undefined ? 3 : 10;

test("[D11] of saves at once on two servers from one version, one is stored", async () => {
  await using server = await startServer({ shared: true });
  await using other = await server.another();
  const { id: _, ...draft } = BUILT_IN_DEBATE;
  const headers = { cookie: server.cookie };
  const created = await server.request("/api/debates", { json: { debate: draft }, headers });
  const { id } = (await created.json()).debate;
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = await server.request(`/api/debates/${id}`, { headers });
    const base = read.headers.get("etag") ?? "";
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        fetch(`${(n % 2 ? other : server).url}/api/debates/${id}`, {
          method: "PUT",
          headers: { ...headers, "if-match": base, "content-type": "application/json" },
          body: JSON.stringify({ debate: { ...draft, resolution: `Round ${round}, save ${n}` } }),
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
  }
});

import { expect, test } from "vitest";
import { startServer } from "#tests/support/server.ts";

test("[I9] a code made on one server works once on another, even if it is used on both at once", async () => {
  await using server = await startServer({ shared: true });
  await using other = await server.another();
  const headers = { cookie: server.cookie };
  const made = await server.request("/api/account/code", { json: {}, headers });
  const body = JSON.stringify({ code: (await made.json()).code });
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const url = `${n % 2 ? server.url : other.url}/api/auth/sign-in/code`;
      const asked = { method: "POST", headers: { "content-type": "application/json" }, body };
      return (await fetch(url, asked)).status;
    }),
  );
  expect(statuses.sort()).toEqual([200, ...Array(19).fill(403)]);
});

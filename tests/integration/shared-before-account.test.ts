import { expect, test } from "vitest";
import { ALAN, DRAFT } from "#tests/support/colleagues.ts";
import { startServer } from "#tests/support/server.ts";

test("[I22] an address that was listed before it had an account leaves the lists with that account, too", async () => {
  await using server = await startServer();
  const ask = (method: string, path: string, json?: object) =>
    server.request(path, {
      ...{ method, headers: { cookie: server.cookie } },
      ...(json && { json }),
    });
  const { debate } = await (await ask("POST", "/api/debates", { debate: DRAFT })).json();
  const sharing = `/api/debates/${debate.id}/sharing`;
  // One that a pattern for the other's would find, too.
  const others = [ALAN.replace("@", "_@"), ALAN.replace("a", "_")];
  for (const email of [ALAN, ...others])
    expect((await ask("PUT", sharing, { email, right: "edit" })).status).toBe(204);
  const cookie = await server.colleague();
  const deleted = await server.request("/api/account", {
    ...{ method: "DELETE", headers: { cookie } },
    json: { proof: "nanoseconds-1906" },
  });
  expect(deleted.status).toBe(204);
  const { addresses } = await (await ask("GET", sharing)).json();
  expect(addresses.map(({ email }: { email: string }) => email)).toEqual(others);
});

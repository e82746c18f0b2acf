import { expect, test } from "vitest";
import { CREDENTIALS } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

test("[W3] 40 sign-ins and authenticated requests at once all succeed", async () => {
  await using server = await startServer();
  const asked = Array.from({ length: 40 }, async (_, index) => {
    if (index % 8 === 0)
      return (await server.request("/api/auth/sign-in/email", { json: CREDENTIALS })).status;
    return (await server.asHost("/export?table=events&format=json")).status;
  });
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
});

import { expect, test } from "vitest";
import { CREDENTIALS } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

test("[W3] many who sign in and ask at once are all known: none ends what another is in the middle of", async () => {
  await using server = await startServer();
  const asked = Array.from({ length: 40 }, async (_, index) => {
    if (index % 8 === 0)
      return (await server.request("/api/auth/sign-in/email", { json: CREDENTIALS })).status;
    return (await server.asHost("/export?table=events&format=json")).status;
  });
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
});

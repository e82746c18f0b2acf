import pino from "pino";
import { expect, test } from "vitest";
import { countPerTurn } from "#tests/attacks/answers-per-turn.ts";
import { CLIENT, startProvider } from "#tests/support/provider.ts";
import { startServer } from "#tests/support/server.ts";

const HERE = "https://debate.example.org";

test("[L28] someone sets out for the provider 200 times at once: nothing is stored, and one is answered in each turn of the event loop", async () => {
  await using provider = await startProvider(`${HERE}/api/auth/callback/oidc`);
  await using server = await startServer({
    publicUrl: HERE,
    log: pino({ level: "silent" }),
    oidc: {
      issuer: provider.issuer,
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
      name: "the school",
      instructors: [],
    },
  });
  const answered = countPerTurn(server);
  const answers = await Promise.all(Array.from({ length: 200 }, () => server.request("/api/oidc/sign-in")));
  const to = answers.map(({ headers }) => headers.get("location") ?? "");
  expect(to.filter((address) => !address.startsWith(provider.issuer))).toEqual([]);
  expect(await server.database.reader.verification.count()).toBe(0);
  expect(Math.max(...answered())).toBeLessThanOrEqual(2);
  // The first four ask the provider about itself at once.
  expect(provider.asked.length).toBeLessThanOrEqual(4);
});

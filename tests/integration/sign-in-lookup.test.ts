import { expect, test } from "vitest";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const DAY = 24 * 60 * 60_000;

/** Who a cookie signs in, as each route sees it. */
async function whose(server: TestServer, cookie: string): Promise<string | null> {
  const response = await server.request("/api/account/data", { headers: { cookie } });
  return response.ok ? (await response.json()).account.email : null;
}

const endsAt = async (server: TestServer): Promise<number> =>
  (await server.database.reader.signIn.findFirstOrThrow()).expiresAt.getTime();

const endIn = (server: TestServer, milliseconds: number) =>
  server.database.write((transaction) =>
    transaction.signIn.updateMany({ data: { expiresAt: new Date(Date.now() + milliseconds) } }),
  );

test("[I12] a sign-in ends thirty days after it was last used, and its cookie counts only as it was signed", async () => {
  await using server = await startServer();
  const { cookie } = server;
  expect(await whose(server, cookie)).toBe(INSTRUCTOR.email);

  const signed = decodeURIComponent(/session_token=([^;]+)/u.exec(cookie)?.[1] ?? "");
  const [token = "", signature = ""] = signed.split(".");
  const other = `${token[0] === "a" ? "b" : "a"}${token.slice(1)}`;
  for (const forged of [token, `${token}.`, `${other}.${signature}`, `${token}.${signature.toLowerCase()}`])
    expect(await whose(server, `resolved.session_token=${encodeURIComponent(forged)}`)).toBeNull();

  // Used again after more than a day, it is extended; on the same day it is not.
  await endIn(server, 28 * DAY);
  expect(await whose(server, cookie)).toBe(INSTRUCTOR.email);
  const extended = await endsAt(server);
  expect(extended - Date.now()).toBeGreaterThan(29 * DAY);
  expect(await whose(server, cookie)).toBe(INSTRUCTOR.email);
  expect(await endsAt(server)).toBe(extended);

  await endIn(server, -1_000);
  expect(await whose(server, cookie)).toBeNull();
  expect(await server.database.reader.signIn.count()).toBe(0);
});

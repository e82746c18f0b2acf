import { expect, test } from "vitest";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { FAST_HASHER } from "#tests/support/signed-in.ts";

type From = { address?: string; cookie?: string; email?: string };

/** Tries to sign in, by a request that says it came through these proxies. */
function tryWith(server: TestServer, password: string, from: From = {}): Promise<Response> {
  const { address = "203.0.113.7", cookie, email = INSTRUCTOR.email } = from;
  return server.request("/api/auth/sign-in/email", {
    json: { email, password },
    headers: { "x-forwarded-for": address, "x-resolved-address": address, ...(cookie && { cookie }) },
  });
}
const statuses = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);
const deviceIn = (response: Response) => {
  const [, device] = /(resolved\.device=[^;]+)/u.exec(cookiesOf(response)) ?? [];
  return device ?? "";
};

/** Of a limit of ten. */
const GUESSES = 150;

test(`[I4] of ${GUESSES} guesses from one address ten are checked, and colleagues can sign in meanwhile`, async () => {
  await using server = await startServer({ trustProxy: true });
  const mine = await tryWith(server, INSTRUCTOR.password, { address: "198.51.100.1" });
  expect(mine.headers.getSetCookie().join("\n")).toMatch(
    /resolved\.device=[^;]+; Path=\/api\/auth; HttpOnly; SameSite=Lax; Max-Age=31536000/u,
  );
  // The proxy adds the true address at the end; what comes before it is made up.
  const guesses = Array.from({ length: GUESSES }, (_, n) =>
    tryWith(server, `guess number ${n}`, { address: `198.51.100.${n % 250}, 203.0.113.7` }),
  );
  // A colleague at another address, and one whose browser is known, at the attacker's own.
  const [elsewhere, known] = await Promise.all([
    tryWith(server, INSTRUCTOR.password, { address: "203.0.113.8" }),
    tryWith(server, INSTRUCTOR.password, { cookie: deviceIn(mine) }),
  ]);
  expect([elsewhere.status, known.status]).toEqual([200, 200]);
  const answers = await Promise.all(guesses);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(GUESSES - 10);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused[0]?.json()).toMatchObject({ error: { code: "too-many" } });
  // After so many guesses the right password is refused too.
  expect((await tryWith(server, INSTRUCTOR.password)).status).toBe(429);
  expect((await tryWith(server, INSTRUCTOR.password, { cookie: deviceIn(mine) })).status).toBe(200);
});

test("[I4] a known browser has ten wrong attempts an hour, and its cookie is valid for one account", async () => {
  await using server = await startServer({ trustProxy: true });
  await server.colleague();
  const device = deviceIn(await tryWith(server, INSTRUCTOR.password));
  const wrong = Array.from({ length: 12 }, (_, n) =>
    tryWith(server, `guess number ${n}`, { cookie: device, address: `203.0.113.${n}` }),
  );
  expect((await statuses(wrong)).filter((status) => status === 401)).toHaveLength(10);
  // For Alan's account it is an unknown browser, and so is one with a forged cookie.
  const at = (cookie: string, n: number): From => ({
    email: "alan@example.org",
    cookie,
    address: `198.51.100.${n}`,
  });
  for (const [n, cookie] of [device, `${device}x`, "resolved.device=made.up"].entries()) {
    const guesses = Array.from({ length: 12 }, (_, guess) =>
      tryWith(server, `guess ${guess}`, at(cookie, n)),
    );
    expect((await statuses(guesses)).filter((status) => status === 429)).toHaveLength(2);
  }
});

test("[I4] without a trusted proxy, no header changes the address that is counted", async () => {
  await using server = await startServer();
  const guesses = Array.from({ length: 20 }, (_, n) =>
    tryWith(server, `guess number ${n}`, { address: `198.51.100.${n}` }),
  );
  expect((await statuses(guesses)).filter((status) => status === 429)).toHaveLength(10);
  expect((await tryWith(server, INSTRUCTOR.password, { address: "203.0.113.8" })).status).toBe(429);
});

test("[I4] thirty attempts a minute from one address over all accounts; a successful sign-in uses none", async () => {
  await using server = await startServer({ trustProxy: true });
  const guesses = Array.from({ length: 40 }, (_, n) =>
    tryWith(server, "Spring-in-Paris", { email: `colleague${n}@example.org` }),
  );
  expect((await statuses(guesses)).filter((status) => status === 429)).toHaveLength(10);
  const address = "203.0.113.9";
  for (let n = 0; n < 15; n += 1)
    expect((await tryWith(server, INSTRUCTOR.password, { address })).status).toBe(200);
});

test("[I4] an address without an account costs as much hashing as one with an account", async () => {
  let hashed = 0;
  const counted =
    <Given, Made>(run: (given: Given) => Made) =>
    (given: Given): Made => {
      hashed += 1;
      return run(given);
    };
  const hasher = { hash: counted(FAST_HASHER.hash), verify: counted(FAST_HASHER.verify) };
  await using server = await startServer({ trustProxy: true, hasher });
  for (const email of [INSTRUCTOR.email, "nobody@example.org"]) {
    hashed = 0;
    expect((await tryWith(server, "wrong as can be", { email })).status).toBe(401);
    expect([email, hashed]).toEqual([email, 1]);
  }
});

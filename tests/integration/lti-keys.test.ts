import { readFileSync } from "node:fs";
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { createKeys } from "#server/lti/keys.ts";
import { createStore } from "#server/store/store.ts";
import { expectDocumented } from "#tests/support/documented.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { SECRET } from "#tests/support/signed-in.ts";
import { dump } from "#tests/support/tables.ts";

const DAY = 24 * 60 * 60 * 1_000;
const BEGIN = Date.UTC(2026, 11, 1);
type Jwk = JSONWebKeySet["keys"][number];
type Fetch = {
  direction: string;
  request: { headers: Record<string, string> };
  response: { status: number; body?: { keys: Jwk[] } };
  client_assertion_decoded?: { payload: Record<string, unknown> };
};
const FETCHES = (
  JSON.parse(readFileSync("tests/fixtures/lti/jwks-fetch.json", "utf8")) as { exchanges: Fetch[] }
).exchanges;

async function published({ request }: TestServer, headers = {}): Promise<JSONWebKeySet> {
  const answered = await request("/lti/jwks", { headers });
  const text = await answered.text();
  expectDocumented("GET /lti/jwks", answered, text);
  return JSON.parse(text);
}
const kids = ({ keys }: JSONWebKeySet) => keys.map(({ kid }) => kid);

/** A server with its keys, and the day that it is there. */
async function onDay() {
  let now = BEGIN;
  const server = await startServer({ clock: () => now });
  const made = (secret = SECRET) =>
    createKeys({
      store: createStore(server.database),
      secret,
      clock: () => now,
      uuid: crypto.randomUUID.bind(crypto),
    });
  return {
    server,
    made,
    keys: made(),
    becomes(day: number) {
      now = BEGIN + day * DAY;
    },
    signer: async () => decodeProtectedHeader(await made().sign({ iss: "c" }, 60)).kid,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test("[Q43] a key is published a day before it signs, for 90 days, and for 30 days after", async () => {
  await using at = await onDay();
  const [first] = kids(await published(at.server));
  expect(await at.signer()).toBe(first);
  at.becomes(90);
  const [second, ...others] = kids(await published(at.server));
  expect([second === first, others]).toEqual([false, [first]]);
  expect(await at.signer()).toBe(first);
  at.becomes(91);
  expect(await at.signer()).toBe(second);
  at.becomes(120.9);
  expect(kids(await published(at.server))).toEqual([second, first]);
  at.becomes(121);
  expect(kids(await published(at.server))).toEqual([second]);
});

test("[Q43] the owner has a new key made, and a burst of requests makes one", async () => {
  await using at = await onDay();
  const all = await Promise.all([1, 2, 3].map(() => published(at.server)));
  expect(new Set(all.flatMap(kids)).size).toBe(1);
  at.becomes(5);
  for (let press = 0; press < 2; press += 1)
    expect((await at.server.asInstructor("/api/lti/keys", { json: {} })).status).toBe(204);
  const [newer, older, ...others] = kids(await published(at.server));
  expect([await at.signer(), others]).toEqual([older, []]);
  at.becomes(6);
  expect(await at.signer()).toBe(newer);
  at.becomes(36);
  expect(kids(await published(at.server))).toEqual([newer]);
});

test("[Q43] the database has no private key that its reader could use; with another secret there is another key", async () => {
  await using at = await onDay();
  const [first] = kids(await published(at.server));
  const { lti_key: rows = "" } = await dump(at.server.database);
  expect([rows.includes(`${first}`), /"d\\*"/u.test(rows)]).toEqual([true, false]);
  const other = at.made("another secret of the server, which is long enough");
  const { keys } = await other.published();
  expect(keys.map(({ kid }) => kid)).not.toContain(first);
  expect(keys).toHaveLength(1);
  const stored = await createStore(at.server.database).platformKeys.all();
  expect(stored.map(({ id }) => id)).toEqual([keys[0]?.kid]);
});

test("[Q43] each recorded request of Moodle for keys is answered as it was, and what we sign for it verifies", async () => {
  await using at = await onDay();
  for (const { direction, request, response, client_assertion_decoded: asserted } of FETCHES) {
    const set = await published(at.server, request.headers);
    const [recorded] = response.body?.keys ?? [];
    // Without `alg`, Moodle reads the keys again for every token.
    if (direction === "platform->tool" && recorded?.alg)
      expect(Object.keys(set.keys[0] ?? {}).sort()).toEqual(Object.keys(recorded).sort());
    if (!asserted) continue;
    const { iss, sub, aud } = asserted.payload as { iss: string; sub: string; aud: string };
    const token = await at.keys.sign({ iss, sub, aud }, 60);
    const currentDate = new Date(BEGIN);
    const { payload } = await jwtVerify(token, createLocalJWKSet(set), {
      issuer: iss,
      audience: aud,
      currentDate,
    });
    expect(Object.keys(payload).sort()).toEqual(Object.keys(asserted.payload).sort());
    // Moodle refuses a time that is ahead of its clock.
    expect(payload.iat).toBeLessThan(BEGIN / 1_000);
  }
});

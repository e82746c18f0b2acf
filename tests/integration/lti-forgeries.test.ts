import { createHmac, generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { expect, test } from "vitest";
import type { LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import { createLogins } from "#server/lti/logins.ts";
import {
  ADA,
  type Begun,
  beginLaunch,
  leadLink,
  postLaunch,
  refusalLog,
  type Sent,
  startKeys,
} from "#tests/support/lti-logins.ts";
import { PLATFORM_KEY, startPlatform } from "#tests/support/lti-platform.ts";
import { startServer } from "#tests/support/server.ts";
import { SECRET } from "#tests/support/signed-in.ts";

const CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
const MINUTE = 60;
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

type Given = { begun: Begun; whole: Record<string, unknown>; now: number; token: string; another: Begun };
type Forged = { sent: Sent; cookie?: string };
/** Why it is refused, and what is sent: changed claims, or more than those. */
type Forgery = [
  reason: LaunchRefusal,
  how: string,
  forge: (given: Given) => Record<string, unknown> | Promise<Forged>,
];

/** A token that the platform has not signed, or not so. */
const tokenOf =
  (make: (given: Given) => string | Promise<string>) =>
  async (given: Given): Promise<Forged> => ({
    sent: { state: given.begun.state, id_token: await make(given) },
    cookie: given.begun.cookie,
  });
const strangers = (header: object) =>
  tokenOf(({ whole }) =>
    new SignJWT(whole)
      .setProtectedHeader({ alg: "RS256", ...header })
      .sign(stranger.privateKey, { crit: { x: true } }),
  );
const { kid } = PLATFORM_KEY;

const FORGERIES: Forgery[] = [
  ["not-a-token", "no token", tokenOf(() => "x.y.z")],
  ["not-a-token", "a header that must be understood", strangers({ kid, crit: ["x"], x: 1 })],
  ["algorithm", "unsigned", tokenOf(({ whole }) => `${encoded({ alg: "none" })}.${encoded(whole)}.`)],
  [
    "algorithm",
    "the platform's public key as a secret",
    tokenOf(({ whole }) => {
      const held = `${encoded({ alg: "HS256", kid })}.${encoded(whole)}`;
      return `${held}.${createHmac("sha256", JSON.stringify(PLATFORM_KEY)).update(held).digest("base64url")}`;
    }),
  ],
  ["signature", "another key under the name of the platform's", strangers({ kid })],
  [
    "signature",
    "someone else's name put into a signed token",
    tokenOf(({ whole, token }) => {
      const [header, , signature] = token.split(".");
      return `${header}.${encoded({ ...whole, sub: "someone else" })}.${signature}`;
    }),
  ],
  ["unknown-key", "an own key", strangers({ kid: "mine" })],
  [
    "unknown-key",
    "an own key in the header",
    strangers({ kid: "mine", jwk: stranger.publicKey.export({ format: "jwk" }) }),
  ],
  ["unknown-key", "an algorithm that is not the key's", strangers({ kid, alg: "RS512" })],
  ["expired", "expired", ({ now }) => ({ iat: now - 3 * MINUTE, exp: now - 2 * MINUTE })],
  ["too-old", "valid for a day", ({ now }) => ({ iat: now - 11 * MINUTE, exp: now + 1_440 * MINUTE })],
  ["issued-in-future", "of tomorrow", ({ now }) => ({ iat: now + 2 * MINUTE, exp: now + 3 * MINUTE })],
  ["issuer", "of another platform", () => ({ iss: "https://elsewhere.test" })],
  ["audience", "for another program", () => ({ aud: "another" })],
  ["audience", "for several others", () => ({ aud: ["another", "more"] })],
  ["authorized-party", "for several, without saying which", ({ whole }) => ({ aud: [whole.aud, "another"] })],
  ["authorized-party", "made for another program", ({ whole }) => ({ aud: [whole.aud], azp: "another" })],
  ["nonce", "of another launch", ({ another }) => ({ nonce: another.nonce })],
  ["nonce", "without a nonce", () => ({ nonce: undefined })],
  ["deployment", "of another deployment", () => ({ [`${CLAIM}deployment_id`]: "2" })],
  ["deployment", "without a deployment", () => ({ [`${CLAIM}deployment_id`]: "" })],
  ["version", "of LTI 1.1", () => ({ [`${CLAIM}version`]: "LTI-1p0" })],
  ["message-type", "of an unknown kind", () => ({ [`${CLAIM}message_type`]: "LtiStartProctoring" })],
  ["target-link", "for another address", () => ({ [`${CLAIM}target_link_uri`]: "https://elsewhere.test" })],
  ["target-link", "for no address", () => ({ [`${CLAIM}target_link_uri`]: undefined })],
  ["claims", "of no one", () => ({ sub: undefined })],
  ["claims", "that never expires", () => ({ exp: undefined })],
  ["claims", "of no link", () => ({ [`${CLAIM}resource_link`]: null })],
  ["claims", "with an id that can't be stored", () => ({ sub: "a\0b" })],
  ["state", "without a login", async ({ token }) => ({ sent: { state: "x", id_token: token } })],
  [
    "state",
    "with a state of another server",
    async ({ token, begun }) => {
      const ids = { uuid: () => begun.nonce, key: () => "half" };
      const other = createLogins("another secret", Date.now, ids).begin({} as never, {} as never, null);
      return { sent: { state: other.state, id_token: token }, cookie: other.cookie };
    },
  ],
  [
    "unknown-platform",
    "of a platform that was removed",
    async ({ begun, token }) => {
      const ids = { uuid: () => begun.nonce, key: () => "half" };
      const gone = createLogins(SECRET, Date.now, ids).begin({ id: "gone" } as never, {} as never, null);
      return { sent: { state: gone.state, id_token: token }, cookie: gone.cookie };
    },
  ],
  [
    "no-cookie",
    "in another browser",
    async ({ begun, token, another }) => ({
      sent: { state: begun.state, id_token: token },
      cookie: another.cookie,
    }),
  ],
  [
    "other-browser",
    "with a guessed half",
    async ({ begun, token }) => ({
      sent: { state: begun.state, id_token: token },
      cookie: begun.cookie.replace(/=.*/u, "=guessed"),
    }),
  ],
  [
    "no-cookie",
    "with one's own half from another site",
    async ({ begun, token }) => ({
      sent: { state: begun.state, id_token: token, stored: begun.cookie.split("=")[1] ?? "" },
    }),
  ],
];

test("[Q48] [Q49] forged launches are refused by a page and a line in the log, and take no seat", async () => {
  const log = refusalLog();
  await using platform = await startPlatform();
  await using keys = await startKeys();
  await using server = await startServer({ insecurePlatforms: true, log: log.log });
  const json = { ...platform.registration, jwksUri: keys.jwksUri };
  expect((await server.asInstructor("/api/lti/platforms", { json })).status).toBe(201);
  await leadLink(server, platform);

  for (const [reason, how, forge] of FORGERIES) {
    const [begun, another] = [await beginLaunch(server, platform), await beginLaunch(server, platform)];
    const now = Math.floor(Date.now() / 1_000);
    const whole = {
      ...{ iss: platform.issuer, aud: platform.clientId, iat: now, exp: now + MINUTE },
      ...begun.claims,
    };
    const token = await platform.sign(whole);
    const forged = await forge({ begun, another, whole, token, now });
    const { sent, cookie = "" } =
      "sent" in forged
        ? (forged as Forged)
        : {
            sent: { state: begun.state, id_token: await platform.sign({ ...whole, ...forged }) },
            cookie: begun.cookie,
          };
    const answered = await postLaunch(server, sent, { cookie: cookie.split(";")[0] ?? "" });
    const page = await answered.text();
    const lines = log.take();
    const said = `${how}: ${lines.join(" ")}`;
    expect([400, 403], said).toContain(answered.status);
    expect(page, said).toMatch(/<html lang="en">.*<h1>.+<\/h1>\s*<p>.+<\/p>/su);
    expect(answered.headers.getSetCookie(), said).toEqual([]);
    expect(lines, said).toEqual([expect.stringContaining(`"reason":"${reason}"`)]);
    for (const secret of [ADA.name, ADA.sub, sent.state, sent.id_token, begun.nonce])
      expect(lines[0], said).not.toContain(secret);
  }
  // However many send unknown keys.
  expect(keys.served.times).toBeLessThan(12);
  expect(await server.database.reader.participant.count()).toBe(0);

  const honest = await beginLaunch(server, platform);
  const id_token = await platform.sign(honest.claims);
  const launched = await postLaunch(server, { state: honest.state, id_token }, { cookie: honest.cookie });
  expect([launched.status, log.take()]).toEqual([303, []]);
  const again = await postLaunch(server, { state: honest.state, id_token }, { cookie: honest.cookie });
  expect(again.status).toBe(400);
  expect(log.take()).toEqual([expect.stringContaining(`"reason":"replayed","issuer":"${platform.issuer}"`)]);
});

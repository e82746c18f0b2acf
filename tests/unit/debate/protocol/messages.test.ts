import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  CastBallot,
  Handshake,
  Moderate,
  MovePhase,
  Nothing,
  PostRebuttal,
  parse,
  ReportRebuttal,
  SetTimer,
} from "#debate/protocol/messages.ts";
import { AccountRequest, ImportRequest, JoinRequest, OpenRequest } from "#debate/protocol/requests.ts";

const ID = "0b8f1f5e-6f0a-4c3e-9d55-3a1f5f6f7a10";
const BALLOT = { round: "after", choice: "for", seq: 1 };
const REBUTTAL = { id: ID, side: "for", body: "Geography does not bargain." };

const SAMPLES: [string, z.ZodType<unknown>, object][] = [
  ["Nothing", Nothing, {}],
  ["CastBallot", CastBallot, BALLOT],
  ["PostRebuttal", PostRebuttal, REBUTTAL],
  ["ReportRebuttal", ReportRebuttal, { rebuttalId: ID, reason: "Rude." }],
  ["MovePhase", MovePhase, { to: "before", version: 1 }],
  ["SetTimer", SetTimer, { seconds: 60 }],
  ["Moderate", Moderate, { rebuttalIds: [ID], action: "hide" }],
  ["Handshake", Handshake, { code: "7K3PQM" }],
  ["JoinRequest", JoinRequest, {}],
  ["OpenRequest", OpenRequest, { debateId: "japan-russia-card" }],
  ["ImportRequest", ImportRequest, { text: "RESOLVED:" }],
  [
    "AccountRequest",
    AccountRequest,
    { token: "t", name: "Grace", email: "grace@example.org", password: "0123456789" },
  ],
];
/** Keys that every object inherits; in a message they arrive as own keys. */
const INTRUDERS: object[] = [{ role: "host" }, { ["__proto__"]: { seq: 9 } }, { constructor: {} }];
const MALFORMED = { ok: false, code: "malformed" };

describe.each(SAMPLES)("[W1] %s", (_, schema, sample) => {
  test("is accepted as specified, and refused with one field more", () => {
    expect(parse(schema, sample)).toMatchObject({ ok: true });
    for (const intruder of INTRUDERS)
      expect(parse(schema, { ...sample, ...intruder })).toMatchObject(MALFORMED);
    expect(({} as { seq?: number }).seq).toBeUndefined();
  });

  test("is refused unless it is an object with its fields", () => {
    for (const wrong of [null, undefined, 1, Number.NaN, "text", true, [], [sample], Buffer.from("x")])
      expect(parse(schema, wrong)).toMatchObject(MALFORMED);
    for (const field of Object.keys(sample))
      for (const wrong of [{ $gt: 0 }, [[]], Number.POSITIVE_INFINITY, Symbol.iterator])
        expect(parse(schema, { ...sample, [field]: wrong }), field).toMatchObject(MALFORMED);
  });
});

const cast = (given: object) => parse(CastBallot, { ...BALLOT, ...given });
const post = (given: object) => parse(PostRebuttal, { ...REBUTTAL, ...given });

describe("numbers", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 2 ** 53, 1e300, "1", 1n, null, true])(
    "[W1] %s is not a counter, and not a version",
    (wrong) => {
      const refused = { ...MALFORMED, message: expect.stringMatching(/^seq: /u) };
      expect(cast({ seq: wrong })).toMatchObject(refused);
      expect(parse(MovePhase, { to: "before", version: wrong })).toMatchObject({
        ...MALFORMED,
        message: expect.stringMatching(/^version: /u),
      });
    },
  );

  test("[W1] a timer runs for one second to four hours, or not at all", () => {
    const accepted = (seconds: unknown) => parse(SetTimer, { seconds }).ok;
    expect([1, 14_400, null].map(accepted)).toEqual([true, true, true]);
    expect([0, -1, 14_401, 1e300, 1.5, "60", undefined].map(accepted)).toEqual(Array(7).fill(false));
  });
});

describe("texts", () => {
  const tooLong = (field: string) => ({
    ok: false,
    code: "too-long",
    message: expect.stringMatching(new RegExp(`^${field.replaceAll(".", "\\.")}: `, "u")),
  });

  test.each([
    ["body", 600, (body: string) => post({ body })],
    ["reason", 280, (reason: string) => cast({ reason })],
    ["reason", 280, (reason: string) => parse(ReportRebuttal, { rebuttalId: ID, reason })],
    ["credit.why", 280, (why: string) => cast({ credit: { why } })],
    ["quote.exact", 1200, (exact: string) => post({ quote: { side: "for", n: 1, exact } })],
    ["source", 500, (end: string) => post({ source: `https://a.example/${end.slice(18)}` })],
    ["name", 40, (name: string) => parse(JoinRequest, { name })],
  ])("[W1] %s: %i characters are accepted, one more is too long", (field, limit, send) => {
    expect(send("x".repeat(limit))).toMatchObject({ ok: true });
    expect(send("x".repeat(limit + 1))).toMatchObject(tooLong(field));
    expect(send("x".repeat(10_000))).toMatchObject(tooLong(field));
  });

  test("[W1] a text may be typed up to four times as long as it is stored, and no longer", () => {
    const apart = "\u03b1\u0314\u0300\u0345".repeat(600);
    expect(post({ body: apart })).toMatchObject({ value: { body: "\u1f83".repeat(600) } });
    expect(post({ body: `${apart} ` })).toMatchObject(tooLong("body"));
  });

  test.each(["", "   ", "\n\t", "\u200b", "\u3164", "\u0000", "\ud83d"])(
    "[W2] %j is invisible and not a text",
    (empty) => {
      for (const refused of [
        post({ body: empty }),
        cast({ reason: empty }),
        cast({ credit: { why: empty } }),
      ])
        expect(refused).toMatchObject(MALFORMED);
    },
  );

  test("[W2] control characters and lone surrogates become spaces; new lines and everything else stay", () => {
    const kept = "Erstens\n\tzweitens \u05d0 \u{1f469}\u200d\u{1f680} <b>&amp;</b> =1+1";
    expect(post({ body: kept })).toMatchObject({ value: { body: kept } });
    expect(post({ body: "a\u0000b\u000cc\ud83dd\u0085e" })).toMatchObject({ value: { body: "a b c d e" } });
  });
});

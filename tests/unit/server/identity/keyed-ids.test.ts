import { expect, test } from "vitest";
import { z } from "zod";
import {
  createClaimHash,
  createSeatOfClaim,
  createSeatOfPass,
  createWordsId,
} from "#server/identity/keyed-ids.ts";

const [SESSION, OTHER] = ["0d2c2c1e-58c1-4c57-9a5b-6a1c4b3f0a01", "5b7e7d0e-8d6c-4a53-8a52-9f4ad2f6f1f2"];
const CODE = "7K3PQM2X";
const ADA = { participantId: "ada", round: "before" } as const;

const pass = (secret: string, session = SESSION, code = CODE) => createSeatOfPass(secret)(session, code);
const claim = (secret: string, session = SESSION, given = CODE) => createSeatOfClaim(secret)(session, given);
const hash = (secret: string, seat: string, kind: "claim" | "word", given: string) =>
  createClaimHash(secret)(seat, kind, given);
const words = (secret: string, given: object = {}, kind: "reason" | "why" = "reason", text = "Because.") =>
  createWordsId(secret)({ ...ADA, ...given }, kind, text);

test.each<[string, string, string[]]>([
  [
    "[J9] a personal code's seat, by session, code and secret",
    pass("a"),
    [pass("a", OTHER), pass("a", SESSION, "7K3PQM2Y"), pass("b")],
  ],
  ["[J12] a claim's seat, never that of a code", claim("a"), [claim("a", OTHER), claim("b"), pass("a")]],
  [
    "[V18] the id of words, by voter, round, kind, text and secret",
    words("a"),
    [words("b"), words("a", { participantId: "ben" }), words("a", { round: "after" })].concat(
      words("a", {}, "why"),
      words("a", {}, "reason", "Because!"),
    ),
  ],
])("%s, is a UUID of these alone", (_, id, others) => {
  for (const each of [id, ...others]) expect(z.uuid().safeParse(each).success).toBe(true);
  expect(new Set([id, ...others]).size).toBe(1 + others.length);
});

test("[J10] the stored hash of a claim depends on seat, kind, claim and secret, and reveals none of them", () => {
  const stored = hash("a", SESSION, "claim", "marmalade");
  expect(stored).toMatch(/^[\w-]{43}$/u);
  expect(hash("a", SESSION, "claim", "marmalade")).toBe(stored);
  const others = [hash("a", OTHER, "claim", "marmalade"), hash("a", SESSION, "word", "marmalade")].concat(
    hash("a", SESSION, "claim", "marmalades"),
    hash("b", SESSION, "claim", "marmalade"),
  );
  expect(new Set([stored, ...others]).size).toBe(5);
});

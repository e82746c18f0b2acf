import { expect, test } from "vitest";
import { z } from "zod";
import { createClaimHash, createSeatOfClaim, createSeatOfPass } from "#server/identity/keyed-ids.ts";

const [SESSION, OTHER] = ["0d2c2c1e-58c1-4c57-9a5b-6a1c4b3f0a01", "5b7e7d0e-8d6c-4a53-8a52-9f4ad2f6f1f2"];

test("[J9] a personal code's seat is a UUID derived from session, code and secret together", () => {
  const seatOf = createSeatOfPass("a secret");
  const seat = seatOf(SESSION, "7K3PQM2X");
  expect(z.uuid().safeParse(seat).success).toBe(true);
  expect(createSeatOfPass("a secret")(SESSION, "7K3PQM2X")).toBe(seat);
  const others = [
    seatOf(OTHER, "7K3PQM2X"),
    seatOf(SESSION, "7K3PQM2Y"),
    createSeatOfPass("b")(SESSION, "7K3PQM2X"),
  ];
  expect(new Set([seat, ...others]).size).toBe(4);
});

test("[J12] a claim's seat is a UUID derived from session, claim and secret, and never that of a code", () => {
  const seatOf = createSeatOfClaim("a secret");
  const seat = seatOf(SESSION, "7K3PQM2X");
  expect(z.uuid().safeParse(seat).success).toBe(true);
  const others = [
    seatOf(OTHER, "7K3PQM2X"),
    createSeatOfClaim("b")(SESSION, "7K3PQM2X"),
    createSeatOfPass("a secret")(SESSION, "7K3PQM2X"),
  ];
  expect(new Set([seat, ...others]).size).toBe(4);
});

test("[J10] the stored hash of a claim depends on seat, kind, claim and secret, and reveals none of them", () => {
  const hash = createClaimHash("a secret");
  const stored = hash(SESSION, "claim", "marmalade");
  expect(stored).toMatch(/^[\w-]{43}$/u);
  expect(createClaimHash("a secret")(SESSION, "claim", "marmalade")).toBe(stored);
  const others = [
    hash(OTHER, "claim", "marmalade"),
    hash(SESSION, "word", "marmalade"),
    hash(SESSION, "claim", "marmalades"),
    createClaimHash("b")(SESSION, "claim", "marmalade"),
  ];
  expect(new Set([stored, ...others]).size).toBe(5);
});

import { timingSafeEqual } from "node:crypto";

/** Compares a secret in constant time. */
export function secretsMatch(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

import { timingSafeEqual } from "node:crypto";

/** Whether somebody knows a secret; how long the answer takes tells nothing about it. */
export function isSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import { keyedUuid } from "#server/identity/keyed-uuid.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/**
 * [J10] The hash is keyed and includes the seat: someone who reads the database can neither test words nor see that
 * one phone has two seats.
 */
export function createClaimHash(secret: string): Dependencies["hashOfClaim"] {
  return (participantId, kind, shown) =>
    keyedHmac(secret).update(`${kind}:${participantId}:${shown}`).digest("base64url");
}

/**
 * [J9] Derives the participant's id from a personal code and the server's secret. So each code has one seat, and
 * nothing stored connects the two.
 */
export function createSeatOfPass(secret: string): Dependencies["seatOfPass"] {
  return (sessionId, pass) => keyedUuid(secret, `pass:${sessionId}:${pass}`);
}

/** [J12] The same for the claim of a phone that joins without a personal code. */
export function createSeatOfClaim(secret: string): Dependencies["seatOfClaim"] {
  return (sessionId, claim) => keyedUuid(secret, `claim:${sessionId}:${claim}`);
}

import type { WordsId } from "#debate/counting/words.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** A UUID that only this server can derive from a text. */
export function keyedUuid(secret: string, text: string): string {
  const bytes = keyedHmac(secret).update(text).digest().subarray(0, 16);
  // A UUID of version 8, which allows custom bits.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/u, "$1-$2-$3-$4-");
}

/**
 * [V18] The id of a voter's words doesn't tell whose they are, or which are by one voter. It depends on the text, so that a pick
 * never means other words later.
 */
export function createWordsId(secret: string): WordsId {
  return ({ participantId, round }, kind, text) =>
    keyedUuid(secret, `words:${participantId}:${round}:${kind}:${text}`);
}

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

/** [Q52] The same for someone on a learning platform, whose id there an anonymous session does not keep [Q53]. */
export function createSeatOfLaunch(secret: string): Dependencies["seatOfLaunch"] {
  return (sessionId, platformId, sub) => keyedUuid(secret, `launch:${sessionId}:${platformId}:${sub}`);
}

import { createHmac } from "node:crypto";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/**
 * [J10] The hash is keyed and includes the seat: someone who reads the database can neither test words nor see that
 * one phone has two seats.
 */
export function createClaimHash(secret: string): Dependencies["hashOfClaim"] {
  return (participantId, kind, shown) =>
    createHmac("sha256", secret).update(`${kind}:${participantId}:${shown}`).digest("base64url");
}

/**
 * [J9] Derives the participant's id from a personal code and the server's secret. So each code has one seat, and
 * nothing stored connects the two.
 */
export function createSeatOfPass(secret: string): Dependencies["seatOfPass"] {
  return (sessionId, pass) => {
    const bytes = createHmac("sha256", secret).update(`pass:${sessionId}:${pass}`).digest().subarray(0, 16);
    // A UUID of version 8, which allows custom bits.
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/u, "$1-$2-$3-$4-");
  };
}

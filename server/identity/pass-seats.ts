import { createHmac } from "node:crypto";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [J10] Keyed, and for one seat: who reads the database can neither try words nor see that a phone holds two seats. */
export function createClaimHash(secret: string): Dependencies["hashOfClaim"] {
  return (participantId, kind, shown) =>
    createHmac("sha256", secret).update(`${kind}:${participantId}:${shown}`).digest("base64url");
}

/**
 * [J9] Says which seat a personal code has: the participant's id follows from the code and the server's secret. So one
 * code has one seat, and nothing that is stored ties the two together.
 */
export function createSeatOfPass(secret: string): Dependencies["seatOfPass"] {
  return (sessionId, pass) => {
    const bytes = createHmac("sha256", secret).update(`pass:${sessionId}:${pass}`).digest().subarray(0, 16);
    // A UUID of version 8: one whose bits its maker chose.
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/u, "$1-$2-$3-$4-");
  };
}

import { generateKeyPairSync, sign } from "node:crypto";
import { canonical } from "#server/store/sessions/debate-hash.ts";

/** A summary as another server signs it, with a key that no one knows yet. */
export function signedByOther(summary: object) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { kty, crv, x } = publicKey.export({ format: "jwk" });
  const signature = sign(null, Buffer.from(canonical(summary)), privateKey).toString("base64url");
  return { summary, signature, key: { kty, crv, x } };
}

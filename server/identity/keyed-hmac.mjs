// Plain JavaScript, so that `npm run reset-password` signs without a build.
import { createHmac } from "node:crypto";

/**
 * Signs for the server. [O12] Throws without a secret: anyone can sign with an empty key.
 * @param {string} secret
 */
export function keyedHmac(secret) {
  if (secret === "") throw new Error("An empty secret signs nothing.");
  return createHmac("sha256", secret);
}

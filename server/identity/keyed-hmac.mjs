// Plain JavaScript, so that `npm run reset-password` signs without a build.
import { createHmac } from "node:crypto";

/**
 * What the server signs with. [O12] Anyone can sign with an empty key, so it signs nothing.
 * @param {string} secret
 */
export function keyedHmac(secret) {
  if (secret === "") throw new Error("An empty secret signs nothing.");
  return createHmac("sha256", secret);
}

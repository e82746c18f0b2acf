// The links that set a new password. Plain JavaScript, so that `npm run reset-password` makes one without a build.
import { createHmac } from "node:crypto";

/** How long a link is valid, in milliseconds. */
export const RESET_VALID = 60 * 60 * 1_000;

/**
 * [I13] Nothing of a link is stored: its signature is keyed with the server's secret and covers the hash of the password that
 * it replaces, so every new password ends it. docs/decisions/0038 says more.
 * @param {string} secret
 * @param {{ instructorId: string, passwordHash: string, expiresAt: number }} held
 */
export function resetToken(secret, { instructorId, passwordHash, expiresAt }) {
  const named = `${instructorId}.${expiresAt}`;
  const signature = createHmac("sha256", secret).update(`reset:${named}:${passwordHash}`).digest("base64url");
  return `${named}.${signature}`;
}

/**
 * What a token says of itself, which proves nothing yet.
 * @param {string} token
 */
export function readResetToken(token) {
  const [instructorId = "", expiresAt = ""] = token.split(".");
  return { instructorId, expiresAt: Number(expiresAt) };
}

// The links that set a new password. Plain JavaScript, so that `npm run reset-password` makes one without a build.
import { keyedHmac } from "./keyed-hmac.mjs";

/** How long a link is valid, in milliseconds. */
export const RESET_VALID = 60 * 60 * 1_000;
/** PostgreSQL refuses strings with a NUL. */
export const INSTRUCTOR_ID = /^[\w-]{1,64}$/u;
const SHAPE = /^([\w-]{1,64})\.(\d{13,16})\.(helper|mail|owner)\.[\w-]{43}$/u;

/**
 * Who made a link: the colleague who may help [I15], the server for a mail [I16], or its owner with the command [I14].
 * @typedef {"helper" | "mail" | "owner"} Maker
 */

/**
 * [I13] Nothing of a link is stored: its signature is keyed with the server's secret and covers the hash of the password that
 * it replaces, so every new password ends it. [I15, I26] A helper's covers the account's helper and the time of the consent,
 * too, so taking it back ends the link. docs/decisions/0038 says more.
 * @param {string} secret
 * @param {{ instructorId: string, passwordHash: string, expiresAt: number, by: Maker, helperId?: string | null, helpAllowedAt?: bigint | null }} held
 */
export function resetToken(secret, { instructorId, passwordHash, expiresAt, by, helperId, helpAllowedAt }) {
  const named = `${instructorId}.${expiresAt}.${by}`;
  const covered = [named, passwordHash, ...(by === "helper" ? [helperId, helpAllowedAt] : [])].join(":");
  const signature = keyedHmac(secret).update(`reset:${covered}`).digest("base64url");
  return `${named}.${signature}`;
}

/**
 * A token's fields, unverified; null if it is malformed.
 * @param {string} token
 */
export function readResetToken(token) {
  const [, instructorId, expiresAt, by] = SHAPE.exec(token) ?? [];
  if (instructorId === undefined) return null;
  return { instructorId, expiresAt: Number(expiresAt), by: /** @type {Maker} */ (by) };
}

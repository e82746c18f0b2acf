// `resolved reset-password EMAIL`: prints a link with which an instructor who forgot the password sets a new one. It only
// reads the database, so the server may run.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { RESET_VALID, resetToken } from "../identity/reset-token.mjs";
import { connect, Refused, run, SECRET } from "./backups.mjs";
import { asTyped } from "./program.mjs";

/** @typedef {import("./backups.mjs").Database} Database */
/** @typedef {{ id: string, name: string, hash: string | null, lockedAt: unknown, hasSecondFactor: unknown }} Account */

const OF_ADDRESS = `SELECT i."id", i."name", i."lockedAt", i."twoFactorEnabled" AS "hasSecondFactor", c."password" AS "hash" FROM "instructor" i
  LEFT JOIN "credential" c ON c."userId" = i."id" AND c."providerId" = 'credential' WHERE i."email" = `;

await run(makeLink, "The link could not be made", { takes: "email address" });

/**
 * @param {Database} database
 * @param {string} [typed]
 */
async function makeLink(database, typed) {
  if (typed === undefined)
    throw new Refused(`Name the account's email address: ${asTyped("reset-password", "EMAIL")}`);
  if (process.env.OIDC_ONLY === "true")
    throw new Refused("With OIDC_ONLY=true passwords open nothing: instructors sign in with the provider.");
  const email = typed.toLowerCase();
  const account = await find(database, email);
  if (!account) throw new Refused(`No account in ${database.name} has the address ${email}.`);
  const { id, name, hash, lockedAt, hasSecondFactor } = account;
  if (!hash) throw new Refused(`${email} has no password, and signs in with the school's provider.`);
  if (lockedAt !== null)
    throw new Refused(`${email} is locked. The owner of the server unlocks it under Account, Instructors.`);
  const expiresAt = Date.now() + RESET_VALID;
  const held = { instructorId: id, passwordHash: hash, expiresAt, by: /** @type {const} */ ("owner") };
  const token = resetToken(secretOf(database), held);
  const { PUBLIC_URL, PORT } = process.env;
  const site = PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http://localhost:${PORT || 3000}`;
  return [
    `Send this link to ${name}. It sets a new password for ${email}, once, within an hour:`,
    `${site}/reset?token=${token}`,
    // [I37]
    ...(hasSecondFactor
      ? ["It also turns off the account's second factor, so that a lost phone locks no one out."]
      : []),
    ...(PUBLIC_URL ? [] : [`If the server printed another address, put that in place of ${site}.`]),
  ];
}

/**
 * @param {Database} database
 * @param {string} email
 * @returns {Promise<Account | undefined>}
 */
async function find(database, email) {
  if (database.engine === "postgresql") {
    const client = await connect(database);
    try {
      return (await client.query(`${OF_ADDRESS} $1`, [email])).rows[0];
    } finally {
      await client.end();
    }
  }
  if (!existsSync(database.file)) throw new Refused(`There is no database ${database.file}.`);
  const file = new BetterSqlite3(database.file, { readonly: true });
  try {
    return /** @type {Account | undefined} */ (file.prepare(`${OF_ADDRESS} ?`).get(email));
  } finally {
    file.close();
  }
}

/**
 * The server's secret: server/identity/secret.ts makes the file.
 * @param {Database} database
 */
function secretOf({ folder }) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(folder, SECRET);
  const secret = existsSync(file) ? readFileSync(file, "utf8").trim() : null;
  if (secret === "") throw new Refused(`${file} is empty: the server says at its start what to do.`);
  if (secret !== null) return secret;
  throw new Refused(`Neither AUTH_SECRET nor ${file} is there. Set AUTH_SECRET as for the server.`);
}

import { createHmac, randomUUID } from "node:crypto";
import type { PasswordHasher } from "#server/identity/auth.ts";
import type { Database } from "#server/store/database.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";

/** What servers of tests sign with. */
export const SECRET = "a secret of the tests, the same after a restart";
const DAYS_30 = 30 * 24 * 60 * 60 * 1_000;

/** The real one takes a tenth of a second of CPU each time. */
export const FAST_HASHER: PasswordHasher = {
  hash: async (password: string) => createHmac("sha256", SECRET).update(password).digest("hex"),
  verify: async ({ hash, password }: { hash: string; password: string }) =>
    hash === (await FAST_HASHER.hash(password)),
};

type Who = { name: string; email: string };

/**
 * Stores an instructor, unless the database has one of this address, and a sign-in; answers with its cookie. Better
 * Auth's own sign-in stores the same for five times the CPU, and nine hundred servers of the tests start with one. The
 * password is that of all instructors of the tests.
 */
export async function signedIn(database: Database, { name, email }: Who, prefix = ""): Promise<string> {
  const [id, token, now] = [randomUUID(), randomUUID(), new Date()];
  const passwordHash = await FAST_HASHER.hash(INSTRUCTOR.password);
  await database.write(async (transaction) => {
    const isNew = await transaction.$executeRaw`
      INSERT INTO "instructor" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
      VALUES (${id}, ${name}, ${email}, ${true}, ${now}, ${now}) ON CONFLICT DO NOTHING`;
    if (isNew)
      await transaction.$executeRaw`
        INSERT INTO "credential" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
        VALUES (${id}, ${id}, 'credential', ${id}, ${passwordHash}, ${now})`;
    await transaction.$executeRaw`
      INSERT INTO "sign_in" ("id", "expiresAt", "token", "updatedAt", "ipAddress", "userAgent", "userId")
      SELECT ${id}, ${new Date(now.getTime() + DAYS_30)}, ${token}, ${now}, '127.0.0.1', 'node', "id"
      FROM "instructor" WHERE "email" = ${email}`;
  });
  const signature = createHmac("sha256", SECRET).update(token).digest("base64");
  return `${prefix}resolved.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

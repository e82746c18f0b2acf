import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The secret that signs cookies and tickets: the configured one, or one created once and stored beside the database.
 */
export async function authSecret(given: string | undefined, folder: string): Promise<string> {
  if (given) return given;
  const file = path.join(folder, "auth-secret");
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 }); // missing if the database is elsewhere
    // `wx` creates the file only if there is none, so two starts can't create two secrets.
    await writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(file, "utf8")).trim();
}

/** The hash that is stored instead of a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

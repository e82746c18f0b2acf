import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The secret that signs cookies and tickets: the one given, or one made once and kept beside the database. */
export async function authSecret(given: string | undefined, folder: string): Promise<string> {
  if (given) return given;
  const file = path.join(folder, "auth-secret");
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 }); // where the database is elsewhere, nobody has made it
    // `wx` makes the file only where there is none, so two starts cannot make two secrets.
    await writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(file, "utf8")).trim();
}

/** The hash of a token, which is stored in its place. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { BadEnvironment, SHORTEST_SECRET } from "#server/platform/environment.ts";

/**
 * [O12] The secret that signs cookies and tickets: the configured one, or one created once and stored beside the database.
 */
export async function authSecret(given: string | undefined, folder: string): Promise<string> {
  if (given) return given;
  const file = path.join(folder, "auth-secret");
  let held: string;
  try {
    held = await readFile(file, "utf8").catch((error) => {
      if (error.code !== "ENOENT") throw error;
      return makeSecret(file);
    });
  } catch (error) {
    throw new BadEnvironment(
      `The secret in ${file} can't be read or made (${error instanceof Error ? error.message : error}). Let the server's user read it and write to its folder, or set AUTH_SECRET.`,
    );
  }
  const secret = held.trim();
  if (secret.length < SHORTEST_SECRET)
    throw new BadEnvironment(
      `The secret in ${file} has ${secret.length} characters, and needs at least ${SHORTEST_SECRET}. Restore the file from a backup; or delete it, and the server makes a new one: then instructors sign in again, and students lose their seats.`,
    );
  return secret;
}

/** Atomic: the file is whole or missing, even after a power cut. */
async function makeSecret(file: string): Promise<string> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 }); // missing if the database is elsewhere
  const made = `${file}.${randomUUID()}`;
  try {
    const handle = await open(made, "wx", 0o600);
    await handle.writeFile(randomBytes(32).toString("base64url"));
    await synced(handle);
    // Unlike `rename`, `link` replaces no file, so two starts can't create two secrets. Some file systems have no links.
    await link(made, file).catch((error) => {
      if (error.code !== "EEXIST") return rename(made, file);
    });
  } finally {
    await rm(made, { force: true });
  }
  // Windows opens no folders, and needs no sync of them.
  await open(folder, "r").then(synced, () => undefined);
  return readFile(file, "utf8");
}

async function synced(handle: Awaited<ReturnType<typeof open>>): Promise<void> {
  await handle.sync().finally(() => handle.close());
}

/** The hash that is stored instead of a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

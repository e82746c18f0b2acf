import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import pino from "pino";
import type { AppParts } from "#server/app/app-parts.ts";
import { createApp } from "#server/app.ts";
import type { Pages } from "#server/http/join-page.ts";
import { type PageApi, providePageApi } from "#server/pages/page-api.ts";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";

/** What the names of the folders begin with, after the name of the database. */
const CAPACITY = ".capacity-";

export type TemporaryServerParts = {
  parts: Pick<AppParts, "clock" | "ids" | "files" | "isDevelopment" | "hasher">;
  migrations: string;
  /** The database of the real server: the temporary one is beside it, on the same disk. */
  database: string;
  /** The pages of the real server, once there are any. */
  pages: () => Pages | undefined;
  /** The page API of the real server. */
  pageApi: () => PageApi;
};

/**
 * [Q1] A second server in this process, with a database, keys, limits and an instructor of its own, for this computer only.
 * No request to the real server can reach its session, and nothing of it is left.
 */
export async function startTemporaryServer({
  parts,
  migrations,
  database: real,
  pages,
  pageApi,
}: TemporaryServerParts) {
  const own = await mkdtemp(`${real}${CAPACITY}`);
  const removeFolder = () => rm(own, { recursive: true, force: true });
  const openApp = async () => {
    const database = await openSqlite(
      `file:${path.join(own, "capacity.db")}`,
      path.join(migrations, "sqlite"),
    );
    try {
      return createApp({
        // One by one: what else the real server was given, such as its provider, is not for this one.
        clock: parts.clock,
        ids: parts.ids,
        files: parts.files,
        isDevelopment: parts.isDevelopment ?? false,
        hasher: parts.hasher,
        database,
        log: pino({ level: "silent" }),
        secret: randomBytes(32).toString("base64url"),
        publicUrl: undefined,
        trustProxy: false,
        redis: null,
        isTemporary: true,
      });
    } catch (error) {
      await database.close();
      throw error;
    }
  };
  const app = await openApp().catch(async (error) => {
    await removeFolder();
    throw error;
  });
  const close = async () => {
    providePageApi(pageApi());
    await app.close().finally(removeFolder);
  };
  try {
    const credentials = { email: "capacity@example.org", password: randomBytes(16).toString("base64url") };
    await app.instructors.ensure({ name: "Capacity", ...credentials });
    const url = `http://127.0.0.1:${await app.listen(0, "127.0.0.1", pages())}`;
    return {
      url,
      credentials,
      /** Has the page process render the page of this session, too. */
      show(code: string): void {
        const real = pageApi();
        providePageApi({
          ...real,
          phone: (headers, asked) => (asked === code ? app.pageApi : real).phone(headers, asked),
        });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** [Q1] Deletes what a check left that was interrupted by a crash. */
export async function removeLeftovers(database: string): Promise<void> {
  const { dir, base } = path.parse(database);
  const names = await readdir(dir).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${base}${CAPACITY}`));
  await Promise.all(left.map((name) => rm(path.join(dir, name), { recursive: true, force: true })));
}

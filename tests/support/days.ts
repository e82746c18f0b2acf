import BetterSqlite3 from "better-sqlite3";
import type { Program } from "#tests/support/program.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** As if the class had been closed so many days ago: nothing else in a database knows how late it is. */
export async function letDaysPass(program: Program, days: number): Promise<void> {
  await program.end("SIGTERM");
  const database = new BetterSqlite3(program.database);
  database.prepare('UPDATE "session" SET "closedAt" = "closedAt" - ?').run(days * DAY);
  database.close();
  await program.start(undefined, "same port");
}

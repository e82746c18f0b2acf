// Opens a database as a server does, and is killed at one of the statements that change it: STOP_AT counts them.
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { openDatabase } from "#server/store/open-database.ts";

const { STOP_AT, DATABASE_URL = "" } = process.env;
let moments = 0;

function moment(): void {
  moments += 1;
  if (moments === Number(STOP_AT)) process.kill(process.pid, "SIGKILL");
}

function statementsOf(script: string): string[] {
  const lines = script.split("\n").filter((line) => !line.startsWith("--"));
  return lines
    .join("\n")
    .split(/;\s*(?:\n|$)/u)
    .filter((statement) => statement.trim() !== "");
}

const { exec } = BetterSqlite3.prototype;
BetterSqlite3.prototype.exec = function (script) {
  for (const statement of statementsOf(script)) {
    exec.call(this, statement);
    moment();
  }
  return this;
};

/** Not what the server asks and sets at its start. */
const CHANGES = /^(?!SELECT|SET)/u;
const query = pg.Client.prototype.query as (...given: unknown[]) => Promise<unknown>;
Object.assign(pg.Client.prototype, {
  async query(this: pg.Client, ...given: unknown[]) {
    const [text] = given;
    if (given.length > 1 || typeof text !== "string") return query.apply(this, given);
    let answer: unknown;
    for (const statement of statementsOf(text)) {
      answer = await query.call(this, statement);
      if (CHANGES.test(statement)) moment();
    }
    return answer;
  },
});

const database = await openDatabase(DATABASE_URL, {
  migrations: path.resolve("prisma/migrations"),
  pool: 1,
  shared: false,
});
await database.close();

import { readdirSync } from "node:fs";
import { copyFile, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";
import { openDatabase } from "#server/store/open-database.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import type { Kept } from "#tests/fixtures/databases/kept.ts";
import { type Later, laterOf } from "#tests/fixtures/databases/later-modes.ts";
import { ownDatabase, query } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { moveTo } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { dump } from "#tests/support/tables.ts";
import { datesGoOn, laterVoteGoesOn } from "./old-later-votes.ts";
import { expectDeletions, goesOn } from "./old-modes.ts";

const FOLDER = path.resolve("tests/fixtures/databases/baseline");
const SQLITE_MIGRATIONS = path.resolve("prisma/migrations/sqlite");

type Session = {
  code: string;
  phase: Phase;
  settings: GivenSettings;
  seats: Seat[];
  /** What host and class got then: results, or the status of a refusal. */
  results: { host: Results; class: Results | number };
  /** What a phone was told of the results, since there are steps. */
  result?: ResultMessage;
  /** What was told of the newer modes, since there are these. */
  kept?: Kept;
  /** What was told of set dates and of a later vote. */
  later?: Later;
};
type Said = { now: number; sessions: Session[] };

const { now, sessions } = JSON.parse(await readFile(path.join(FOLDER, "said.json"), "utf8")) as Said;

/** Results that a later version may refine but not contradict. */
function lasting(results: Results) {
  const { rounds, paired, swing, conversion, retention, stories, rebuttals } = results;
  // [K9] [K10] Figures by camp, and the order that follows from them, are the host's since.
  const written = rebuttals
    ?.map(({ id, side, body, credits }) => ({ id, side, body, credits }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const paragraphs = results.paragraphs?.map(({ movers: _, endorsements: __, ...told }) => told);
  return { rounds, paired, swing, conversion, retention, stories, written, paragraphs };
}

/** Migrates a copy of the old file, of which no row may be lost. Each test begins with a copy of that. */
async function migrated(file: string): Promise<void> {
  await copyFile(path.join(FOLDER, "resolved.db"), file);
  const before = countedIn(file);
  await (await openSqlite(`file:${file}`, SQLITE_MIGRATIONS)).close();
  const { rows, broken } = countedIn(file);
  expect(rows).toMatchObject(before.rows);
  expect([broken, before.rows.session]).toEqual([[], expect.any(Number)]);
}

/** How many rows each table of a file has, and which refer to rows that are not there. */
function countedIn(file: string) {
  const database = new BetterSqlite3(file);
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%prisma%'")
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get()]),
  );
  const broken = database.pragma("foreign_key_check");
  database.close();
  return { rows, broken };
}

/** A migrated file, or its rows, as the address of a database of this test's own. */
async function opened(from: string, folder: string) {
  const file = path.join(folder, "old.db");
  await copyFile(from, file);
  if (inject("postgresql") === null) return { url: `file:${file}`, drop: async () => undefined };
  const old = await openSqlite(`file:${file}`, SQLITE_MIGRATIONS);
  const own = await ownDatabase(folder);
  const next = await openPostgresql(own.url, {
    migrations: path.resolve("prisma/migrations/postgresql"),
    pool: 2,
    shared: false,
  });
  // In the order of the schema, which has rows before those that refer to them.
  await next.write(async (transaction) => {
    for (const model of Object.values(Prisma.ModelName)) {
      const table = model[0]?.toLowerCase() + model.slice(1);
      const data = await rowsIn(old.reader, table).findMany();
      if (data.length > 0) await rowsIn(transaction, table).createMany({ data });
    }
    await transaction.$executeRaw`SELECT setval('event_id_seq', (SELECT MAX("id") FROM "event"))`;
  });
  expect(await rowCounts(next)).toEqual(await rowCounts(old));
  await Promise.all([old.close(), next.close()]);
  return own;
}

type Rows = { findMany(): Promise<object[]>; createMany(given: { data: object[] }): Promise<unknown> };
/** The clients of both databases have one for each model. */
const rowsIn = (client: object, table: string) => (client as Record<string, Rows>)[table] as Rows;

/** How many rows each table of the database has, but for those that count migrations and ids. */
async function rowCounts(database: Database): Promise<Record<string, number>> {
  const tables = Object.entries(await dump(database)).filter(([name]) => !/^_|sqlite/u.test(name));
  return Object.fromEntries(tables.map(([name, rows]) => [name, (JSON.parse(rows) as unknown[]).length]));
}

describe("[T3] a database of the last version before 1.0.0", () => {
  let ready: Awaited<ReturnType<typeof temporaryFolder>>;
  const file = () => ready.in("migrated.db");
  beforeAll(async () => {
    ready = await temporaryFolder();
    await migrated(file());
    return () => ready[Symbol.asyncDispose]();
  });

  test("keeps every row; results read the same, and old passwords, seats and an open vote still work", async () => {
    await using folder = await temporaryFolder();
    const { url, drop } = await opened(file(), folder.in());
    await using server = await startServer({ database: url, hasher: "real", clock: () => now });
    expect(await server.signIn()).toMatch(/^resolved\.session_token=/u);
    for (const { code, phase, settings, seats, results, result } of sessions) {
      const read = async (headers: Record<string, string>) => {
        const answer = await server.request(`/api/sessions/${code}/results`, { headers });
        if (!answer.ok) return answer.status;
        const told = (await answer.json()) as Results;
        // [Z11] Also where an older version kept one for a class.
        expect(told).not.toHaveProperty("polarization");
        return lasting(told);
      };
      const kept = (told: Results | number) => (typeof told === "number" ? told : lasting(told));
      // [Z18] Older versions told the host of an anonymous session more than its class.
      const host = settings.identity === "anonymous" ? results.class : results.host;
      expect(await read({ cookie: server.cookie })).toEqual(kept(host));
      expect(await read({})).toEqual(kept(results.class));
      const [seat] = seats;
      const student = await server.connect("student", { code, ticket: seat?.ticket ?? "" });
      const { session, you, ...told } = await student.sync();
      expect([code, session.phase, you?.participantId]).toEqual([code, phase, seat?.participantId]);
      expect(you?.ballots.before).toMatchObject({ choice: "for", seq: 1 });
      const headers = { cookie: `seat-${code}=${seat?.ticket}` };
      const card = (await (
        await server.request(`/api/sessions/${code}/card`, { headers })
      ).json()) as StudentCard;
      expect([card.wordsDeleted, card.votes[0]]).toMatchObject([false, { round: "before", choice: "for" }]);
      // [V14] A session from before there were steps is open at once.
      const isPublic = resultsPublic(phase);
      if (isPublic && settings.reveal !== "staged") expect(told.result).toMatchObject({ step: "open" });
      if (settings.reveal !== "staged") expect(card.isOpen).toBe(isPublic);
      // [K9] Older versions told everyone what each camp had guessed.
      const { byCamp: _, ...guess }: Partial<NonNullable<Results["guess"]>> = result?.guess ?? {};
      if (result?.step === "flow") expect([told.result, you?.guess]).toEqual([{ ...result, guess }, 0]);
    }
    const newer = sessions.flatMap(({ kept, ...session }) => (kept ? { ...session, kept } : []));
    for (const session of newer) await goesOn(server, session);
    if (newer.length > 0) await expectDeletions(server, newer);
    for (const { code, seats, settings } of sessions.filter(({ phase }) => phase === "before")) {
      const student = await server.connect("student", { code, ticket: seats[7]?.ticket ?? "" });
      const change = { round: "before", choice: "undecided", seq: 2 } as const;
      expect(await student.send("ballot:cast", change)).toEqual({ ok: true, seq: 2 });
      const host = await server.connect("host", { code });
      await moveTo(host, "results", settings);
      const answer = await server.request(`/api/sessions/${code}/results`);
      const { rounds } = (await answer.json()) as Results;
      // The eighth had voted against.
      expect(rounds[0]).toMatchObject({ round: "before", for: 3, against: 2, undecided: 3, n: 8 });
    }
    await drop();
  });

  test("[P34] a closed session of it votes once more, with its old seats", async () => {
    await using folder = await temporaryFolder();
    const { url, drop } = await opened(file(), folder.in());
    let time = now;
    await using server = await startServer({ database: url, clock: () => time });
    for (const { code, seats } of sessions.filter(({ phase }) => phase === "closed")) {
      const host = await server.connect("host", { code });
      const student = await server.connect("student", { code, ticket: seats[0]?.ticket ?? "" });
      expect(await host.send("host:later-vote", { planned: true })).toEqual({ ok: true });
      time += 2 * 24 * 60 * 60 * 1_000;
      const move = async (to: "later" | "later-closed") =>
        host.send("host:phase", { to, version: (await host.sync()).session.version });
      expect(await move("later")).toMatchObject({ ok: true });
      const vote = { round: "later", choice: "against", seq: 1 } as const;
      expect(await student.send("ballot:cast", vote)).toEqual({ ok: true, seq: 1 });
      expect(await move("later-closed")).toMatchObject({ ok: true });
      const headers = { cookie: server.cookie };
      const answer = await server.request(`/api/sessions/${code}/results`, { headers });
      const { later } = (await answer.json()) as Results;
      expect(later?.tally).toEqual({ round: "later", n: 1, for: 0, against: 1, undecided: 0 });
    }
    await drop();
  });

  test("[P30] [P34] its dates open what they are for, and its later votes go on and are counted", async () => {
    await using folder = await temporaryFolder();
    const dated = sessions.flatMap(({ later, ...session }) => (later ? [{ ...session, later }] : []));
    const { url, drop } = await opened(file(), folder.in());
    const time = { now };
    await using server = await startServer({ database: url, clock: () => time.now });
    for (const session of dated)
      expect(inTwelveDigits(await laterOf(server, session))).toEqual(inTwelveDigits(session.later));
    for (const session of dated) if (session.phase === "later") await laterVoteGoesOn(server, session);
    await datesGoOn(server, dated, time);
    await drop();
  });

  test.runIf(inject("postgresql") === null)("keeps one record for all migrations before 1.0.0", () => {
    const database = new BetterSqlite3(file(), { readonly: true });
    const names = database.prepare("SELECT migration_name FROM _prisma_migrations").pluck().all();
    database.close();
    expect(names.sort()).toEqual(readdirSync(SQLITE_MIGRATIONS).filter((name) => !name.endsWith(".toml")));
  });
});

test("[T3] a database from long before 1.0.0 is refused with what to do, and nothing in it changes", async () => {
  await using folder = await temporaryFolder();
  const { url, drop } = await ownDatabase(folder.in());
  const read = await withRecordsOf(url, ["0001_first", "0021_threads"]);
  const before = await read();
  const options = { migrations: path.resolve("prisma/migrations"), pool: 2, shared: false };
  await expect(openDatabase(url, options)).rejects.toThrow(
    /its newest migration is "0021_threads"\)\. Nothing was changed: start it once with commit 2eb36952, or/u,
  );
  expect(await read()).toEqual(before);
  expect((await readdir(folder.in())).filter((name) => name.includes(".before-"))).toEqual([]);
  await drop();
});

/** Puts these records of migrations in place of the database's own. Returns what reads everything that must not change. */
async function withRecordsOf(url: string, names: string[]) {
  const rows = names.map((name) => `('${name}', '', '${name}', CURRENT_TIMESTAMP)`);
  const script = `DELETE FROM _prisma_migrations;
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ${rows.join(", ")}`;
  if (url.startsWith("postgresql:")) {
    await query(url, script);
    return () => query<object>(url, "SELECT * FROM _prisma_migrations");
  }
  const file = url.replace("file:", "");
  const database = new BetterSqlite3(file);
  database.pragma("journal_mode = WAL");
  database.exec(script);
  database.close();
  return () => readFile(file);
}

/** The last digits of an interval follow from the order of its sums. */
function inTwelveDigits<T>(said: T): T {
  return JSON.parse(
    JSON.stringify(said, (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)),
  );
}

import { readdirSync } from "node:fs";
import { copyFile, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";
import { openDatabase } from "#server/store/open-database.ts";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import { type Kept, keptOf } from "#tests/fixtures/databases/kept.ts";
import { type Later, laterOf } from "#tests/fixtures/databases/later-modes.ts";
import { ownDatabase } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { moveTo } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** The last version before 1.0.0, and 1.0.0. */
const VERSIONS = ["baseline", "1.0.0"];
const folderOf = (version: string) => path.resolve("tests/fixtures/databases", version);
const MIGRATIONS = path.resolve("prisma/migrations/sqlite");

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

test.each(VERSIONS)(
  "[T3] a database of %s keeps every row and gets each migration that it lacks",
  async (version) => {
    await using folder = await temporaryFolder();
    const file = folder.in("old.db");
    await copyFile(path.join(folderOf(version), "resolved.db"), file);
    const before = countedIn(file);
    expect(before.rows.session).toBeGreaterThan(0);
    await (await openSqlite(`file:${file}`, MIGRATIONS)).close();
    const { rows, broken } = countedIn(file);
    expect(rows).toMatchObject(before.rows);
    expect(broken).toEqual([]);
    const database = new BetterSqlite3(file, { readonly: true });
    const names = database.prepare("SELECT migration_name FROM _prisma_migrations").pluck().all();
    database.close();
    expect(names.sort()).toEqual(readdirSync(MIGRATIONS).filter((name) => !name.endsWith(".toml")));
  },
);

test.each(VERSIONS)(
  "[T3] [O45] in a database of %s results read the same, and passwords, seats, activities and an open vote go on",
  async (version) => {
    await using folder = await temporaryFolder();
    await copyFile(path.join(folderOf(version), "resolved.db"), folder.in("old.db"));
    const { now, sessions } = JSON.parse(
      await readFile(path.join(folderOf(version), "said.json"), "utf8"),
    ) as Said;
    const database = `file:${folder.in("old.db")}`;
    await using server = await startServer({ database, hasher: "real", clock: () => now });
    expect(await server.signIn()).toMatch(/^resolved\.session_token=/u);
    for (const session of sessions) {
      await expectSameResults(server, session);
      if (session.later)
        expect(inTwelveDigits(await laterOf(server, session))).toEqual(inTwelveDigits(session.later));
      if (session.kept) await expectSameModes(server, { ...session, kept: session.kept });
    }
    for (const { code, seats, settings } of sessions.filter(({ phase }) => phase === "before")) {
      const student = await server.connect("student", { code, ticket: seats[7]?.ticket ?? "" });
      const change = { round: "before", choice: "undecided", seq: 2 } as const;
      expect(await student.send("ballot:cast", change)).toEqual({ ok: true, seq: 2 });
      await moveTo(await server.connect("host", { code }), "results", settings);
      const { rounds } = (await (await server.request(`/api/sessions/${code}/results`)).json()) as Results;
      // The eighth had voted against.
      expect(rounds[0]).toMatchObject({ round: "before", for: 3, against: 2, undecided: 3, n: 8 });
    }
  },
);

async function expectSameResults(server: TestServer, session: Session): Promise<void> {
  const { code, phase, settings, seats, results, result } = session;
  const read = async (headers: Record<string, string>) => {
    const answer = await server.request(`/api/sessions/${code}/results`, { headers });
    return answer.ok ? lasting((await answer.json()) as Results) : answer.status;
  };
  const kept = (told: Results | number) => (typeof told === "number" ? told : lasting(told));
  // [Z18] Older versions told the host of an anonymous session more than its class.
  const host = settings.identity === "anonymous" ? results.class : results.host;
  expect(await read({ cookie: server.cookie })).toEqual(kept(host));
  expect(await read({})).toEqual(kept(results.class));
  const [seat] = seats;
  const student = await server.connect("student", { code, ticket: seat?.ticket ?? "" });
  const { session: snapshot, you, ...told } = await student.sync();
  expect([code, snapshot.phase, you?.participantId]).toEqual([code, phase, seat?.participantId]);
  expect(you?.ballots.before).toMatchObject({ choice: "for", seq: 1 });
  // [K9] Older versions told everyone what each camp had guessed.
  const { byCamp: _, ...guess }: Partial<NonNullable<Results["guess"]>> = result?.guess ?? {};
  if (result?.step === "flow") expect([told.result, you?.guess]).toEqual([{ ...result, guess }, 0]);
  student.close();
}

async function expectSameModes(server: TestServer, session: Session & { kept: Kept }): Promise<void> {
  const { code, seats, kept } = session;
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { code, ticket })));
  const host = await server.connect("host", { code });
  const told = JSON.parse(JSON.stringify(await keptOf(server, { code, host, seats, students })));
  expect(told).toMatchObject(asToldNow(withoutDropped(kept)));
  for (const client of [host, ...students]) client.close();
}

const KINDS: unknown[] = [null, "evidence", "question", "concession", "counter"];

/** Whom starters were offered to and what rebuttals were called is no longer stored; [P27] the group of a table is told by its own id. */
const withoutDropped = (kept: Kept): Kept =>
  JSON.parse(JSON.stringify(kept), (key, value) => {
    if (Array.isArray(value)) return value.filter((each) => each?.what !== "starters");
    if (key === "pair" && value?.group) return { ...value, group: expect.any(String) };
    return key === "starters" || (key === "kind" && KINDS.includes(value)) ? undefined : value;
  });

/** [R10] The version before told of open reports of a merged rebuttal as if it had been taken down. */
function asToldNow(kept: Kept): Kept {
  const { rebuttals = [], queue = 0, ...host } = kept.host as { rebuttals?: Rebuttal[]; queue?: number };
  const merged = rebuttals.filter(({ mergedInto, reports }) => mergedInto && (reports?.length ?? 0) > 0);
  if (merged.length === 0) return kept;
  const moved = (rebuttal: Rebuttal): Rebuttal => {
    const own = merged.includes(rebuttal) ? [] : (rebuttal.reports ?? []);
    const theirs = merged.filter(({ mergedInto }) => mergedInto === rebuttal.id);
    return { ...rebuttal, reports: [...own, ...theirs.flatMap(({ reports = [] }) => reports)] };
  };
  const waits = (report: Mine["reported"][number]) =>
    merged.some(({ id }) => id === report.rebuttalId) ? { ...report, outcome: "waiting" as const } : report;
  const students = (kept.students as Mine[]).map((you) => ({ ...you, reported: you.reported?.map(waits) }));
  const news = { rebuttals: rebuttals.map(moved), queue: queue + merged.length };
  return { ...kept, host: { ...host, ...news }, students };
}

/** The last digits of an interval follow from the order of its sums. */
function inTwelveDigits<T>(said: T): T {
  return JSON.parse(
    JSON.stringify(said, (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)),
  );
}

test("[T3] a database from long before 1.0.0 is refused with what to do, and nothing in it changes", async () => {
  await using folder = await temporaryFolder();
  const { url } = await ownDatabase(folder.in(), "sqlite");
  const file = url.replace("file:", "");
  const database = new BetterSqlite3(file);
  database.pragma("journal_mode = WAL");
  database.exec(`DELETE FROM _prisma_migrations;
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('1', '', '0021_threads', CURRENT_TIMESTAMP)`);
  database.close();
  const before = await readFile(file);
  const options = { migrations: path.resolve("prisma/migrations"), pool: 2, shared: false };
  await expect(openDatabase(url, options)).rejects.toThrow(
    /its newest migration is "0021_threads"\)\. Nothing was changed: start it once with commit 2eb36952, or/u,
  );
  expect(await readFile(file)).toEqual(before);
  expect((await readdir(folder.in())).filter((name) => name.includes(".before-"))).toEqual([]);
});

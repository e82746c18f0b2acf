import { readdirSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { Settings } from "#debate/rules/settings.ts";
import type { Database } from "#server/store/database.ts";
import { openDatabase } from "#server/store/open-database.ts";

export const MIGRATIONS = path.resolve("prisma/migrations");
/** The first and the last of the migrations that the baseline stands for. */
const BEFORE_BASELINE = {
  sqlite: ["0001_first", "0024_ballot_rows"],
  postgresql: ["0001_first", "0023_joins"],
};
/** Each with a before and an after ballot. */
export const SEATS = 20;

/** Beside the settings were once also the look of the wall, and what happened in the session. */
const CHOSEN =
  '{"language":"ja","filter":{"holds":false},"rule":"Be \\"kind\\": 礼儀, \u{1F989}","questions":{},"reveal":"at-once","activities":{"laterVote":{}}}';
const WITH_WHAT_HAPPENED =
  `{"language":"ja","wallLook":{"theme":"dark","language":"ja"},"laterVote":true,"simulated":30,
  "moreTime":1790000000001,"pairing":{"madeAt":1790000000002,"startedAt":1790000000003},"spoken":{"for":61000,"against":5,"asked":4},
  "keptCheck":{"answered":3,"options":[[1,2],[3,0]]},"rule":"Be \\"kind\\": 礼儀, \u{1F989}"}`.replaceAll(
    "\n  ",
    "",
  );

/** [D40] Settings as older versions stored them, and as they are stored since activities have names. */
const OLD_SETTINGS: { old: object; now: object }[] = [
  { old: {}, now: { ...usual(), filter: { holds: false } } },
  {
    old: {
      ...{ name: "3b, “Monday”", language: "ja", identity: "named", entry: "personal" },
      ...{ readingVote: true, moderation: "before", version: "simple" },
      ...{ confidence: false, reasons: false, credit: false, stagedReveal: true, guess: true },
      ...{ comprehension: true, outlook: true, exitTicket: true, speaking: true, drawnSide: true },
      ...{ starters: true, pairs: "after", pairsBy: "text", steelman: true, laterVote: true },
      ...{
        rule: "",
        filter: "hold",
        filterWords: ["gnome", 'a "b" \\ 礼儀'],
        minutes: { reading: 12, "reading-vote": 2 },
      },
    },
    now: {
      ...{ name: "3b, “Monday”", language: "ja", identity: "named", entry: "personal", moderation: "before" },
      ...{ filter: { holds: true, words: ["gnome", 'a "b" \\ 礼儀'] }, rule: "", version: "simple" },
      minutes: { reading: 12, "reading-vote": 2 },
      questions: { readingVote: true, confidence: false, reasons: false, credit: false },
      reveal: "staged",
      activities: {
        ...{ guess: {}, comprehension: {}, reading: {}, starters: {}, pairs: { when: "after", by: "text" } },
        ...{ steelman: {}, speaking: {}, exitTicket: {}, outlook: {}, laterVote: {} },
      },
    },
  },
  {
    old: {
      ...{ readingVote: false, confidence: true, reasons: true, credit: true, stagedReveal: false },
      ...{ guess: false, comprehension: false, outlook: false, exitTicket: false, speaking: false },
      ...{ drawnSide: false, starters: false, pairs: "off", pairsBy: "text", steelman: false },
      ...{ laterVote: false, filter: "off", filterWords: [], wall: "host", smallGroups: "tell" },
    },
    now: {
      ...usual(),
      filter: { holds: false, words: [] },
      questions: { readingVote: false, confidence: true, reasons: true, credit: true },
    },
  },
  ...["all", "half"].map((starters) => ({
    old: { filter: "hold", starters },
    now: { ...usual(), activities: { starters: {} } },
  })),
  {
    old: { filter: "hold", starters: "off", pairs: "instead" },
    now: { ...usual(), activities: { pairs: { when: "instead", by: "voice" } } },
  },
];

function usual() {
  return { filter: { holds: true }, questions: {}, reveal: "at-once", activities: {} };
}

const quoted = (settings: object) => `'${JSON.stringify(settings).replaceAll("'", "''")}'`;

const LESSON = [
  `INSERT INTO "instructor" ("id", "name", "email", "updatedAt") VALUES ('grace', 'Grace', 'grace@example.org', CURRENT_TIMESTAMP)`,
  `INSERT INTO "session" ("id", "code", "hostId", "settings", "screenKey", "createdAt") VALUES ('s', 'ABCDEF', 'grace', '${WITH_WHAT_HAPPENED}', 'k', 0), ('u', 'UNREAD', 'grace', 'not JSON', 'k', 0), ('e', 'EMPTY2', 'grace', '{}', 'k', 0)`,
  ...OLD_SETTINGS.flatMap(({ old }, n) => [
    `INSERT INTO "session" ("id", "code", "hostId", "settings", "screenKey", "createdAt") VALUES ('x${n}', 'OLDER${n}', 'grace', ${quoted(old)}, 'k', 0)`,
    `INSERT INTO "template" ("id", "instructorId", "name", "content", "createdAt") VALUES ('x${n}', 'grace', 'Older', ${quoted(old)}, 0)`,
  ]),
  `INSERT INTO "participant" ("id", "name", "joinedAt", "sessionId")
   WITH RECURSIVE seat(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM seat WHERE n < ${SEATS})
   SELECT 'p' || n, 'Seat ' || n, 0, 's' FROM seat`,
  ...["before", "after"].map(
    (
      round,
    ) => `INSERT INTO "ballot" ("participantId", "sessionId", "round", "choice", "seq", "castAt", "reason")
      SELECT "id", 's', '${round}', 'for', 1, 0, 'The reason of ' || "id" FROM "participant"`,
  ),
];

export const open = (url: string, migrations = MIGRATIONS) =>
  openDatabase(url, { migrations, pool: 2, shared: false });

/** A database of the last version before the baseline, after a lesson. */
export async function makeOld(url: string, folder: string): Promise<void> {
  for (const [engine, names] of Object.entries(BEFORE_BASELINE))
    for (const [n, name] of names.entries()) {
      await mkdir(path.join(folder, engine, name), { recursive: true });
      const script = path.join(folder, engine, name, "migration.sql");
      if (n === 0) await cp(path.join(MIGRATIONS, engine, "0001_baseline/migration.sql"), script);
      else await writeFile(script, "SELECT 1;");
    }
  const database = await open(url, folder);
  await database.write(async (transaction) => {
    for (const statement of LESSON) await transaction.$executeRawUnsafe(statement);
  });
  await database.close();
}

export async function expectWhole(url: string): Promise<void> {
  const database: Database = await open(url);
  const { reader, engine } = database;
  const records = await reader.$queryRawUnsafe<{ migration_name: string; finished: unknown }[]>(
    `SELECT migration_name, finished_at IS NOT NULL AND rolled_back_at IS NULL AS finished FROM _prisma_migrations`,
  );
  expect(records.map(({ migration_name }) => migration_name).sort()).toEqual(migrationsOf(engine).sort());
  expect(records.filter(({ finished }) => !finished)).toEqual([]);
  const ballots = await reader.ballot.count({ where: { reason: { startsWith: "The reason of p" } } });
  expect([ballots, await reader.participant.count(), await reader.pairRequest.count()]).toEqual([
    2 * SEATS,
    SEATS,
    0,
  ]);
  if (engine === "sqlite") expect(await reader.$queryRawUnsafe("PRAGMA foreign_key_check")).toEqual([]);
  await expectSettings(database);
  const where = { NOT: { id: { startsWith: "x" } } };
  const sessions = await reader.session.findMany({ select: HAPPENED, where, orderBy: { id: "asc" } });
  const nothing = Object.fromEntries(Object.keys(HAPPENED).map((column) => [column, null]));
  const unspoken = { spokenFor: 0n, spokenAgainst: 0n, askedToSpeak: 0 };
  expect(sessions).toEqual([
    { ...nothing, ...unspoken, settings: JSON.stringify({ ...usual(), filter: { holds: false } }) },
    {
      ...{ settings: CHOSEN, wallTheme: "dark", wallLanguage: "ja", simulated: 30, moreTime: 1790000000001n },
      ...{ pairedAt: 1790000000002n, scriptAt: 1790000000003n },
      ...{ spokenFor: 61_000n, spokenAgainst: 5n, askedToSpeak: 4 },
      keptCheck: '{"answered":3,"options":[[1,2],[3,0]]}',
    },
    { ...nothing, ...unspoken, settings: "not JSON" },
  ]);
  await database.close();
}

/** Field by field in the order of the settings, without spaces: a query finds later votes in the text. */
async function expectSettings({ reader }: Database): Promise<void> {
  const of = { where: { id: { startsWith: "x" } }, orderBy: { id: "asc" } } as const;
  const sessions = (await reader.session.findMany(of)).map(({ settings }) => settings);
  const templates = (await reader.template.findMany(of)).map(({ content }) => content);
  expect(sessions).toEqual(OLD_SETTINGS.map(({ now }) => JSON.stringify(now)));
  expect(templates).toEqual(sessions);
  for (const text of sessions) expect(Settings.safeParse(JSON.parse(text)).success).toBe(true);
}

const HAPPENED = {
  ...{ settings: true, wallTheme: true, wallLanguage: true, simulated: true, moreTime: true },
  ...{
    pairedAt: true,
    scriptAt: true,
    spokenFor: true,
    spokenAgainst: true,
    askedToSpeak: true,
    keptCheck: true,
  },
} as const;

export const migrationsOf = (engine: string) =>
  readdirSync(path.join(MIGRATIONS, engine)).filter((name) => !name.endsWith(".toml"));

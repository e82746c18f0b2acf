import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import { expect, vi } from "vitest";
import { TABLES, type Table } from "#debate/protocol/answers/export-tables.ts";
import type { Prisma } from "#prisma/generated/sqlite/client.ts";
import { isSealedTable } from "#server/activities/index.ts";
import { exportFile } from "#server/http/export-file.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import { exportRows } from "#server/sessions/export.ts";
import type { Database } from "#server/store/database.ts";
import { type SessionRecord, toSession } from "#server/store/sessions/session-rows.ts";
import { createStore } from "#server/store/store.ts";

export const hasPython = spawnSync("python3", ["--version"]).status === 0;
/** The exports that a recount needs: of those that there are, the ones that the script asks for. */
const SCRIPT = readFileSync("docs/recount.py", "utf8");
export const RECOUNTED = TABLES.filter((table) => SCRIPT.includes(`${table}.json`));

/** Runs docs/recount.py once per line of input, since starting Python and compiling take longer than a recount. */
const AGAIN_AND_AGAIN = `
import contextlib, io, json, sys
with open("docs/recount.py", encoding="utf-8") as script: code = compile(script.read(), script.name, "exec")
for line in sys.stdin:
    sys.argv = ["docs/recount.py", *json.loads(line)]
    said = ""
    try:
        with contextlib.redirect_stdout(io.StringIO()): exec(code, {"__name__": "__main__"})
    except BaseException as error: said = repr(error)
    print(json.dumps(said), flush=True)
`;

let python: { process: ChildProcessWithoutNullStreams; answers: AsyncIterator<string> } | undefined;
let last: Promise<unknown> = Promise.resolve();

function started() {
  if (python) return python;
  const process = spawn("python3", ["-c", AGAIN_AND_AGAIN]);
  process.unref();
  for (const pipe of [process.stdin, process.stdout, process.stderr])
    (pipe as unknown as { unref(): void }).unref();
  const lines: Interface = createInterface({ input: process.stdout });
  python = { process, answers: lines[Symbol.asyncIterator]() };
  return python;
}

/** What the script says of these files; nothing if they agree. */
function recounted(files: readonly string[]): Promise<string> {
  const said = last.then(async () => {
    const { process, answers } = started();
    process.stdin.write(`${JSON.stringify(files)}\n`);
    const { value } = await answers.next();
    return JSON.parse(value) as string;
  });
  last = said.catch(() => undefined);
  return said;
}

/**
 * [V8] Every session of a test whose results are there, and in which anyone voted or wrote, is counted again from its exports alone.
 * Once, on SQLite: the database makes no difference to it. What was shown to a class is stored and counted a little later.
 */
export async function expectRecounted(database: Database): Promise<void> {
  if (database.engine !== "sqlite") return;
  const disagreeing = async () =>
    Object.entries(await recountAll(database, { OR: SOMETHING })).flatMap(([code, said]) =>
      said === "" ? [] : `${code}: ${said}`,
    );
  // Not expect.poll, which a server that closes after a concurrent test may not call.
  const agree = async () => expect(await disagreeing()).toEqual([]);
  await vi.waitFor(agree, { timeout: 10_000, interval: 1_000 });
}

const SOMETHING = [{ ballots: { some: {} } }, { rebuttals: { some: {} } }];

/** How docs/recount.py disagrees with the results of each session of a database; empty where it agrees. */
export async function recountAll(
  database: Database,
  which: Prisma.SessionWhereInput = {},
): Promise<Record<string, string>> {
  if (!hasPython) return {};
  const rows = await database.reader.session.findMany({
    // A test may have deleted half of a session.
    where: { phase: { in: ["results", "closed"] }, debate: { isNot: null }, ...which },
  });
  const sessions = rows.map(toSession);
  if (sessions.length === 0) return {};
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-recount-"));
  const said: Record<string, string> = {};
  for (const session of sessions)
    said[session.code] = await recounted(await filesOf(session, database, folder));
  await rm(folder, { recursive: true });
  return said;
}

async function filesOf(session: SessionRecord, database: Database, folder: string): Promise<string[]> {
  const store = createStore(database);
  const ids = { uuid: () => "", key: () => "", draw: () => 0, ofWords: () => "" };
  const file = async (name: string, content: string) => {
    const address = path.join(folder, `${session.code}-${name}.json`);
    await writeFile(address, content);
    return address;
  };
  const exported = async (table: Table) => {
    const result = await exportRows({ store, ids }, session, table);
    // [V42] Of a reveal that stands before them.
    if (isSealedTable(table, session)) return [];
    if (!result.ok) throw new Error(`${table} of ${session.code} was refused: ${result.code}`);
    return [await file(table, await new Response(exportFile("json", table, result.value).body).text())];
  };
  const { forHost } = await cachedResults({ store, ids }, session);
  return [
    await file("results", JSON.stringify(forHost)),
    ...(await Promise.all(RECOUNTED.map(exported))).flat(),
  ];
}

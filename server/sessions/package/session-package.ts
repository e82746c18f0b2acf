import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { strToU8, type Zippable, zip } from "fflate";
import type { z } from "zod";
import { writeMarkdown } from "#debate/content/debate-markdown.ts";
import { Exported, TABLES, type Table } from "#debate/protocol/answers/export-tables.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { drawnIds } from "#server/sessions/drawn-ids.ts";
import { exportRows } from "#server/sessions/export.ts";
import {
  codebookOf,
  descriptorOf,
  fieldsIn,
  OF_VOTES,
  type PackedTable,
} from "#server/sessions/package/data-package.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Parts = Pick<Dependencies, "store" | "ids" | "clock">;
/** Writes a table as CSV. */
export type WriteCsv = (columns: string[], rows: readonly object[]) => string;
const zipped = promisify<Zippable, Uint8Array>(zip);
/** Scripts that count the tables again. */
const SCRIPTS = ["recount.py", "read.R"];

/** [V52] Everything about a session that a researcher may publish, without names: `wrong-phase` while a table is sealed. */
export async function sessionPackage(
  parts: Parts,
  session: SessionRecord,
  writeCsv: WriteCsv,
): Promise<Result<Uint8Array>> {
  const people = new Set((await parts.store.participants.ofSession(session.id)).map(({ id }) => id));
  const shared = drawnIds(parts.ids.uuid);
  const tables: PackedTable[] = [];
  for (const name of TABLES) {
    // [V52] Who wrote what the class has read is known to it, and must not lead to votes.
    const own = drawnIds(parts.ids.uuid);
    const drawn = (id: string) => (people.has(id) && !OF_VOTES.includes(name) ? own(id) : shared(id));
    const found = await exportRows(parts, session, name, drawn);
    if (!found.ok) return found;
    const { columns, rows } = found.value;
    const { title, fields } = schemaOf(name);
    tables.push({ name, title, columns, rows: [...rows], fields });
  }
  const debate = await parts.store.sessions.debateOf(session.id);
  const title = `${debate.resolution} (${session.code})`;
  const about = { name: `resolved-${session.code.toLowerCase()}`, title, at: parts.clock() };
  return accept(await pack(about, tables, writeCsv, { "debate.md": writeMarkdown(debate) }, SCRIPTS));
}

/** A package of these tables, with other texts and scripts beside them. */
export async function pack(
  about: { name: string; title: string; at: number },
  tables: readonly PackedTable[],
  writeCsv: WriteCsv,
  texts: Readonly<Record<string, string>> = {},
  scripts: readonly string[] = [],
): Promise<Uint8Array> {
  const files: Zippable = {
    "datapackage.json": strToU8(descriptorOf(about, tables)),
    "codebook.md": strToU8(codebookOf(about.title, tables)),
  };
  for (const [name, text] of Object.entries(texts)) files[name] = strToU8(text);
  for (const { name, columns, rows } of tables) files[`${name}.csv`] = strToU8(writeCsv(columns, rows));
  for (const name of scripts) files[name] = await readFile(path.resolve("docs", name));
  return zipped(files);
}

/** What the schema of an exported table says. */
function schemaOf(table: Table): { title: string; fields: PackedTable["fields"] } {
  const option = Exported.options.find(({ shape }) => shape.table.value === table);
  const row = option?.shape.rows.element as z.ZodType;
  return { title: row.description ?? "", fields: fieldsIn(row) };
}

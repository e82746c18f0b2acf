import { tableIn, valuesOf } from "#debate/classes/list-columns.ts";
import { isNamed, usesByHeaders } from "#debate/classes/list-headers.ts";
import type { ListChoices, Row } from "#debate/classes/list-rows.ts";
import { type Listed, studentsIn } from "#debate/classes/listed-students.ts";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { type ColumnUse, LIST_LINES } from "#debate/rules/classes.ts";
import { cleanText } from "#debate/rules/text.ts";

type Preview = Omit<ListPreview, "encoding" | "separator">;
type Groups = ListPreview["groups"];

/** Shown of a column, and of a cell in characters. */
const SAMPLES = 3;
const SHOWN = 40;
/** [W1] How much of a line or a cell is looked at, in characters. */
const READ = 400;
/** Columns that can be students' data; more are those of a gradebook. */
const COLUMNS = 100;
/** How word processors begin the lines of a list. */
const NUMBERED = /^(?:[•·・◦▪*]|\d{1,4}[.．)）])\s*(?=\p{L})/u;
const QUOTED = /^".*"$/u;
const NOBODY = { given: "", family: "", name: "", number: "", group: "" };

/** Reads a list of one name a line. */
export function previewOfLines(rows: readonly Row[]): Preview {
  const names = rows.slice(isNamed(usesByHeaders(rows[0]?.cells ?? [])) ? 1 : 0);
  const listed = names.map(({ line, cells }) => {
    const written = cells.join(" ").slice(0, READ).trim().replace(NUMBERED, "");
    const name = QUOTED.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written;
    return { ...NOBODY, line, name, whole: name };
  });
  return { kind: "lines", columns: [], groups: [], ...within(listed) };
}

/** [Q3] Reads a table. What its columns are is guessed unless it was chosen; without names there are no students. */
export function previewOfTable(all: readonly Row[], choices: ListChoices): Preview {
  const table = tableIn(all.map(({ line, cells }) => ({ line, cells: cells.slice(0, COLUMNS) })));
  const { header, rows } = table;
  const uses = table.uses.map((use, at) => (choices.columns ? (choices.columns[at] ?? "none") : use));
  const columns = uses.map((use, column) => ({
    header: shown(header[column] ?? ""),
    use,
    samples: valuesOf(rows.slice(0, LIST_LINES), column).slice(0, SAMPLES).map(shown),
  }));
  const listed = rows.map((row) => listedIn(row, uses));
  const groups = groupsIn(listed);
  const chosen = chosenOf(groups, choices);
  const ofGroup = listed.filter(({ group }) => groups.length < 2 || !chosen.group || group === chosen.group);
  const read = isNamed(uses) ? within(ofGroup) : { students: [], problems: [] };
  return { kind: "table", columns, groups, ...chosen, ...read };
}

function listedIn({ line, cells }: Row, uses: readonly ColumnUse[]): Listed {
  const cellsOf = (use: ColumnUse) =>
    cells.filter((cell, column) => uses[column] === use && cell.trim() !== "").join(" ");
  return {
    line,
    given: cellsOf("given"),
    family: cellsOf("family"),
    name: cellsOf("name"),
    number: cellsOf("number"),
    group: shown(cellsOf("group")),
    whole: cells.map((cell) => cell.trim()).join("\t"),
  };
}

function groupsIn(listed: readonly Listed[]): Groups {
  const groups = new Map<string, number>();
  for (const { group } of listed) if (group) groups.set(group, (groups.get(group) ?? 0) + 1);
  return [...groups].map(([name, students]) => ({ id: name, name, students }));
}

/** The only group is chosen. */
export function chosenOf(groups: Groups, { group }: ListChoices): { group?: string } {
  const chosen = groups.length === 1 ? groups[0] : groups.find(({ id }) => id === group);
  return chosen ? { group: chosen.id } : {};
}

/** [Q4] Without the lines beyond those that are read. */
export function within(listed: readonly Listed[]): ReturnType<typeof studentsIn> {
  const { students, problems } = studentsIn(listed.slice(0, LIST_LINES));
  const over = listed[LIST_LINES];
  if (over && problems.at(-1)?.what !== "over") problems.push({ line: over.line, what: "over", text: "" });
  return { students, problems };
}

export const shown = (cell: string) =>
  [...cleanText(cell.slice(0, READ)).replace(/\s+/gu, " ").trim()].slice(0, SHOWN).join("");

import type { ColumnUse } from "#debate/rules/classes.ts";

/** A row of a list; `line` is that of the file, from one. */
export type Row = { line: number; cells: readonly string[] };
/** What a person said of a list: what its columns are, and which class is meant. */
export type ListChoices = { columns?: readonly ColumnUse[] | undefined; group?: string | undefined };

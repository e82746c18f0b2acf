export type ExportRow = Record<string, string | number | boolean | null>;

/** An exported table. `rows` can be a generator, so read them only once. */
export type Rows = { columns: string[]; rows: Iterable<ExportRow> };

/** How an export identifies people: its columns, and the cells of a person. */
export type NamedPeople = { columns: string[]; of: (id: string) => ExportRow };

export function tabular(columns: string[], rows: ExportRow[]): Rows {
  return { columns, rows };
}

export function time(at: number): string {
  return new Date(at).toISOString();
}

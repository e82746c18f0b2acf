export type ExportRow = Record<string, string | number | boolean | null>;

/** A table as it is exported. `rows` may be made while they are read, and are read once. */
export type Rows = { columns: string[]; rows: Iterable<ExportRow> };

/** How an export names people: in these columns, and each one with these cells. */
export type NamedPeople = { columns: string[]; of: (id: string) => ExportRow };

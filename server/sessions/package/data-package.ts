import { z } from "zod";
import { TABLES_OF_VOTES } from "#server/activities/index.ts";
import { type ExportRow, time } from "#server/sessions/export-rows.ts";

/** A table of a package: its cells as text, and what is known of its columns. */
export type PackedTable = {
  name: string;
  title: string;
  columns: string[];
  rows: readonly ExportRow[];
  fields: Fields;
};
export type Fields = Readonly<Record<string, Property>>;
type Property = {
  type?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  anyOf?: Property[];
};
/** A field as the Frictionless Data Package says it. */
export type Field = { name: string; type: string; description?: string; constraints?: object };

/** What the schema of a table's rows says of each column. Of rows in several forms, all columns. */
export function fieldsIn(row: z.ZodType): Fields {
  const { properties = {}, anyOf = [] } = z.toJSONSchema(row, { unrepresentable: "any" }) as {
    properties?: Fields;
    anyOf?: { properties?: Fields }[];
  };
  return Object.assign({}, ...anyOf.map((form) => form.properties ?? {}), properties);
}

/** [V53] https://datapackage.org/standard/table-schema/ */
function fieldOf(name: string, given: Property = {}): Field {
  // A union with null says what it is in its other part.
  const part = given.anyOf?.find(({ type }) => type !== "null");
  const { type, enum: values, minimum, maximum, format } = { ...part, ...given };
  const constraints = {
    ...(values && { enum: values.filter((value) => value !== null) }),
    ...(minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && { maximum }),
  };
  const description = given.description ?? part?.description;
  return {
    name,
    type: typeOf(type, format),
    ...(description && { description }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function typeOf(type: string | undefined, format: string | undefined): string {
  if (format === "date-time") return "datetime";
  return type === "integer" || type === "number" || type === "boolean" ? type : "string";
}

/** [V53] The description of a package (Frictionless Data Package 2.0). */
export function descriptorOf(
  about: { name: string; title: string; at: number },
  tables: readonly PackedTable[],
): string {
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: about.name,
    title: about.title,
    created: time(about.at),
    resources: tables.map(({ name, title, columns, fields }) => ({
      name,
      title,
      path: `${name}.csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        fields: columns.map((column) => fieldOf(column, fields[column])),
        missingValues: [""],
      },
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** [V54] What each table and column means. */
export function codebookOf(title: string, tables: readonly PackedTable[]): string {
  const lines = tables.flatMap(({ name, title: says, columns, fields }) => [
    `## ${name}`,
    ...(says ? ["", says] : []),
    "",
    "| column | type | meaning |",
    "|---|---|---|",
    ...columns.map((column) => {
      const { type, description = "", constraints } = fieldOf(column, fields[column]);
      const values = (constraints as { enum?: unknown[] } | undefined)?.enum;
      const meaning = [description, values && `One of: ${values.join(", ")}.`].filter(Boolean).join(" ");
      return `| \`${column}\` | ${type} | ${meaning.replaceAll("|", "\\|").replaceAll("\n", " ")} |`;
    }),
    "",
  ]);
  return [`# ${title}`, "", ...NOTES, "", ...lines].join("\n");
}

/** Tables in which a person has the same id. */
export const OF_VOTES: readonly string[] = ["ballots", "participants", ...TABLES_OF_VOTES];

const NOTES = [
  `Tables as CSV (UTF-8, an empty cell is no value); \`datapackage.json\` says the types. There are no names and no times of single people; ids were drawn for this download alone. A person has one id in the tables ${OF_VOTES.map((name) => `\`${name}\``).join(", ")}, and another one in each other table, since a class knows who wrote what it has read; so camps of endorsers and credits to authors are not counted again.`,
  "",
  "A text that a spreadsheet could take for a formula begins with an apostrophe, which is not part of it. People's own words may name someone: read them before you publish.",
  "",
  "`python3 recount.py .` counts everything again; `Rscript read.R .` reads the tables in R. Numbers in brackets are the rules of Resolved's docs/rules.md.",
];

import { previewOfLines, previewOfTable } from "#debate/classes/list-preview.ts";
import type { ListChoices } from "#debate/classes/list-rows.ts";
import { previewOfRoster, ROSTER_FILES, type Roster } from "#debate/classes/one-roster.ts";
import { FILE_BYTES } from "#debate/content/file-remarks.ts";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { LIST_ENCODINGS, LIST_FAULTS, LIST_LINES, type ListFault } from "#debate/rules/classes.ts";
import { csvRows, separatorOf, unquotedRows } from "#server/files/csv-rows.ts";
import { kindOf } from "#server/files/file-kind.ts";
import { FileRefused } from "#server/files/file-refused.ts";
import { decodedAs } from "#server/files/plain-text.ts";
import { unpacked } from "#server/files/zip-parts.ts";

export type GivenList = ({ bytes: Uint8Array; name: string } | { text: string }) & { choices: ListChoices };
export type ListRead = { ok: true; preview: ListPreview } | { ok: false; fault: ListFault };

/** A OneRoster archive's files, at its top or in a folder; and what tells a spreadsheet. */
const ROSTER = new RegExp(`^(?:(?!__MACOSX/)[^/\\\\.][^/\\\\]*/)?(${ROSTER_FILES.join("|")})\\.csv$`);
const SPREADSHEET = /^(?:xl\/workbook\.(?:xml|bin)|mimetype)$/;
/** The rows to read: one beyond the limit, and a title and a header above. */
const ROWS = LIST_LINES + 10;

/** [Q3] [Q4] Reads a list of students: names on lines, a table as CSV, or a OneRoster archive. Never throws. */
export function readList(given: GivenList): ListRead {
  try {
    const read = "text" in given ? previewOf(given.text, "utf-8", given.choices) : readBytes(given);
    return typeof read === "string" ? { ok: false, fault: read } : { ok: true, preview: read };
  } catch (error) {
    const fault = error instanceof FileRefused && LIST_FAULTS.find((each) => each === error.fault);
    return { ok: false, fault: fault || "corrupt" };
  }
}

function readBytes(given: Extract<GivenList, { name: string }>): ListPreview | ListFault {
  const bytes = Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength);
  if (bytes.length > FILE_BYTES) return "file-too-large";
  switch (kindOf(bytes, given.name)) {
    case "text":
    case "markdown": {
      const { text, encoding } = decodedAs(bytes);
      return previewOf(text, encoding, given.choices);
    }
    case "zip":
      return rosterIn(bytes, given.choices);
    case "old-office":
      // Office wraps a workbook with a password in its old container.
      return bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "spreadsheet";
    default:
      return "wrong-type";
  }
}

function previewOf(text: string, encoding: string, choices: ListChoices): ListPreview | ListFault {
  const separator = separatorOf(text);
  const rows = separator ? csvRows(text, separator, ROWS) : unquotedRows(text, "\t", ROWS);
  if (rows.length === 0) return "empty-file";
  const preview = separator ? previewOfTable(rows, choices) : previewOfLines(rows);
  return { ...preview, encoding: encodingOf(encoding), ...(separator && { separator }) };
}

function rosterIn(bytes: Buffer, choices: ListChoices): ListPreview | ListFault {
  const parts = unpacked(bytes, new RegExp(`${ROSTER.source}|${SPREADSHEET.source}`));
  const roster: Roster = {};
  let encoding = "utf-8";
  for (const [name, part] of Object.entries(parts)) {
    const file = ROSTER_FILES.find((each) => each === ROSTER.exec(name)?.[1]);
    if (!file || roster[file]) continue;
    const read = decodedAs(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    roster[file] = csvRows(read.text, ",");
    if (file === "users") encoding = read.encoding;
  }
  if (roster.users) return { ...previewOfRoster(roster, choices), encoding: encodingOf(encoding) };
  return Object.keys(parts).some((name) => SPREADSHEET.test(name)) ? "spreadsheet" : "wrong-type";
}

const encodingOf = (name: string) =>
  LIST_ENCODINGS.find((known) => known === name.replace(/^(utf-16)[lb]e$/, "$1")) ?? "utf-8";

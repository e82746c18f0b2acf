import "#app/instructor/zod-jitless.ts";
import { type DebateForm, formOf } from "#app/instructor/editor/form.ts";
import { type Remark, remarksAt } from "#app/instructor/import/remarks.ts";
import { readExported } from "#debate/content/exported.ts";
import type { FileText } from "#debate/content/file-remarks.ts";
import { readImported } from "#debate/content/imported.ts";
import type { Missing } from "#debate/content/newsletter-remarks.ts";

/** The file that a text is from: its name, and what the server said of it. */
export type FileSource = Pick<FileText, "marked" | "remarks"> & { name: string };

/** What a text was understood as, or what it lacks. */
export type Understood =
  | { ok: true; form: DebateForm; remarks: Remark[] }
  | { ok: false; missing: Missing[] };

export function understand(text: string, source: FileSource | null = null): Understood {
  const exported = readExported(text);
  // [D31] Such a file needs no correction, and has no form.
  if (exported) return { ok: false, missing: exported.ok ? [] : exported.missing };
  const reading = readImported(text, source?.marked ?? false);
  if (!reading.ok) return reading;
  const form = formOf(reading.draft, false);
  return { ok: true, form, remarks: remarksAt(form, [...reading.warnings, ...(source?.remarks ?? [])]) };
}

/** The text that the form was read from (none where it is written by hand), and what is left to look at. */
export type Reading = { text: string | null; remarks: Remark[]; corrected: boolean };

/** An import as stored on this device. */
export type KeptImport = {
  v: 1;
  text: string;
  reading: Reading | null;
  form: DebateForm;
  /** None where the text was pasted, and in what older pages kept. */
  source?: FileSource | null;
};

/** Its name among the drafts. */
export const IMPORT = "import";

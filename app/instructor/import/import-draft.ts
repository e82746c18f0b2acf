import "#app/instructor/zod-jitless.ts";
import { type DebateForm, formOf } from "#app/instructor/editor/debate-form.ts";
import { type Remark, remarksAt } from "#app/instructor/import/remarks.ts";
import { ownDraftName, takeDraft } from "#app/shared/storage/drafts.ts";
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

/** The text that the form was read from (none if written by hand), and the remarks left to check. */
export type Reading = { text: string | null; remarks: Remark[]; corrected: boolean };

/** An import as stored on this device, and whose it is. */
export type StoredImport = {
  v: 1;
  by: string;
  /** [D11] The id of the debate that it was sent to be saved as, or that an exported file was sent under. */
  sentAs?: string;
  text: string;
  reading: Reading | null;
  form: DebateForm;
  /** None where the text was pasted, and in what older pages kept. */
  source?: FileSource | null;
};

/** Its name among the drafts. */
const IMPORT = "import";

/** [D12] What this tab calls its import. */
export const importName = (by: string): string => ownDraftName(IMPORT, by);

/** This instructor's unsaved import. */
export function takeImport(name: string, by: string): StoredImport | null {
  const kept = takeDraft(IMPORT, name, by) as StoredImport | null;
  return kept?.v === 1 ? kept : null;
}

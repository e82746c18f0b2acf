import "#app/instructor/zod-jitless.ts";
import { type DebateForm, formOf } from "#app/instructor/editor/form.ts";
import { type Remark, remarksAt } from "#app/instructor/import/remarks.ts";
import { readNewsletter } from "#debate/content/newsletter.ts";
import type { Missing } from "#debate/content/newsletter-remarks.ts";

/** What a text was understood as, or what it lacks. */
export type Understood =
  | { ok: true; form: DebateForm; remarks: Remark[] }
  | { ok: false; missing: Missing[] };

export function understand(text: string): Understood {
  const reading = readNewsletter(text);
  if (!reading.ok) return reading;
  const form = formOf(reading.draft, false);
  return { ok: true, form, remarks: remarksAt(form, reading.warnings) };
}

/** The text that the form was read from (none where it is written by hand), and what is left to look at. */
export type Reading = { text: string | null; remarks: Remark[]; corrected: boolean };

/** An import as stored on this device. */
export type KeptImport = { v: 1; text: string; reading: Reading | null; form: DebateForm };

/** Its name among the drafts. */
export const IMPORT = "import";

import { readExported } from "#debate/content/exported.ts";
import type { FileText } from "#debate/content/file-remarks.ts";
import { readImported } from "#debate/content/imported.ts";

/** What a text is read as: exported debates [D31], or words that make a debate. */
export function readingOf(file: FileText) {
  const exported = readExported(file.text);
  return {
    ok: true as const,
    file,
    exported,
    reading: readImported(exported ? "" : file.text, file.marked),
  };
}

/** Of what was typed or pasted. */
export const asTyped = (text: string): FileText => ({ kind: "text", text, marked: false, remarks: [] });

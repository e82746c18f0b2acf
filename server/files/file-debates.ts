import { readExported } from "#debate/content/exported.ts";
import type { FileText } from "#debate/content/file-remarks.ts";
import { readImported } from "#debate/content/imported.ts";

/** Reads a text as exported debates [D31], or as one debate. */
export function debatesIn(file: FileText) {
  const exported = readExported(file.text);
  return {
    ok: true as const,
    file,
    exported,
    reading: readImported(exported ? "" : file.text, file.marked),
  };
}

export const typedText = (text: string): FileText => ({ kind: "text", text, marked: false, remarks: [] });

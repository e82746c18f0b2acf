import { NEWSLETTER_LIMIT } from "#debate/content/newsletter-text.ts";

export type Refused = "too-large" | "pdf" | "word" | "not-text" | "unreadable" | "several";
export type FileText = { ok: true; text: string; name: string } | { ok: false; why: Refused; name: string };

/** A character takes at most four bytes, so a larger file cannot be within the limit. */
const BYTES = NEWSLETTER_LIMIT * 4;

/** [N2] Reads a file as text, here in the browser. What cannot be a text is refused before it is read whole. */
export async function textOf(file: File): Promise<FileText> {
  const { name } = file;
  const refused = (why: Refused): FileText => ({ ok: false, why, name });
  if (file.size > BYTES) return refused("too-large");
  try {
    const opening = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    const kind = kindOf(opening);
    if (kind !== "text") return refused(kind);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = decoded(bytes);
    return text.length > NEWSLETTER_LIMIT ? refused("too-large") : { ok: true, text, name };
  } catch {
    return refused("unreadable");
  }
}

function kindOf(bytes: Uint8Array): "text" | "pdf" | "word" | "not-text" {
  const opening = String.fromCharCode(...bytes);
  if (opening.startsWith("%PDF")) return "pdf";
  // A DOCX is a zip archive; a DOC is an older container of Microsoft's.
  if (opening.startsWith("PK\u0003\u0004") || opening.startsWith("\u00d0\u00cf\u0011\u00e0")) return "word";
  if (opening.startsWith("{\\rtf")) return "word";
  const marked = opening.startsWith("\u00ff\u00fe") || opening.startsWith("\u00fe\u00ff");
  return !marked && bytes.includes(0) ? "not-text" : "text";
}

/** UTF-8, UTF-16 where its mark says so, else what Windows has saved as "ANSI" for thirty years. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

import type { FileKind } from "#debate/content/file-remarks.ts";

const PDF = "%PDF-";
const ZIP = "PK\u0003\u0004";
/** Word before 2007; also how Office wraps a document that has a password. */
const OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
/** How much of a PDF may precede its signature, as its readers allow. */
const BEFORE_PDF = 1_024;

/** A file's kind by its content. Only its name distinguishes Markdown from other text. */
export function kindOf(
  bytes: Buffer,
  name: string,
): Exclude<FileKind, "docx"> | "zip" | "old-office" | "rtf" | "other" {
  const opening = bytes.subarray(0, BEFORE_PDF).toString("latin1");
  if (opening.startsWith(ZIP)) return "zip";
  if (opening.startsWith(OLD_OFFICE)) return "old-office";
  if (opening.startsWith("{\\rtf")) return "rtf";
  if (opening.includes(PDF) && !/^\s*</.test(opening)) return "pdf";
  if (!hasMark(bytes) && isBinary(bytes)) return "other";
  const start = opening.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").replaceAll("\0", "");
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|meta)\b/i.test(start))
    return "html";
  if (/\.x?html?$/i.test(name) && /<\w/.test(start)) return "html";
  return /\.(?:md|markdown|mdown)$/i.test(name) ? "markdown" : "text";
}

const hasMark = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Text has no such bytes, in any encoding but UTF-16. */
function isBinary(bytes: Buffer): boolean {
  const opening = bytes.subarray(0, 64 * 1024);
  let odd = 0;
  for (const byte of opening) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32)) odd += 1;
  }
  return odd * 200 > opening.length;
}

import type { Missing } from "#debate/content/newsletter-remarks.ts";
import { cleanText } from "#debate/rules/text.ts";

/** The longest newsletter read, in characters. The real ones have about 13,000. */
export const NEWSLETTER_LIMIT = 1_000_000;

// PDF, DOCX and other zips, RTF, legacy Word, HTML.
const SIGNATURES = ["%PDF-", "PK\u0003\u0004", "{\\rtf", "\u00d0\u00cf\u0011\u00e0", "<!doctype", "<html"];
// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of a file that was not text
const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g;

/** [N2] Why this can't be read as text, if so. */
export function unreadable(text: string): Missing | undefined {
  if (text.length > NEWSLETTER_LIMIT) return { code: "too-long", limit: NEWSLETTER_LIMIT };
  const opening = text.slice(0, 2_000).trimStart().slice(0, 16).toLowerCase();
  if (SIGNATURES.some((signature) => opening.startsWith(signature.toLowerCase())))
    return { code: "not-text" };
  // One in two hundred allows a stray mark in a long text, but no binary file.
  if ((text.match(UNREADABLE)?.length ?? 0) * 200 > text.length) return { code: "not-text" };
  return text.trim() === "" ? { code: "empty" } : undefined;
}

/**
 * [N3] The lines of a text, trimmed, with single plain spaces; blank lines are "". An indented line
 * begins a paragraph, so a blank line goes before it.
 */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  let previous = "";
  for (const raw of text.replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, "\n").split("\n")) {
    if (raw === "") {
      lines.push(raw);
      previous = raw;
      continue;
    }
    const visible = cleanText(raw.replace(UNREADABLE, "").replace(/\p{Surrogate}/gu, "\ufffd"));
    const line = visible.replace(/\s+/g, " ").trim();
    const begins =
      (indented(visible) && !indented(previous) && previous.trim() !== "") || visible.startsWith(WIDE_SPACE);
    if (begins && !/^\p{Ll}/u.test(line)) lines.push("");
    lines.push(line);
    previous = visible;
  }
  return lines;
}

/** One before a Japanese paragraph, and before each of several. */
const WIDE_SPACE = "\u3000";

const indented = (line: string) => /^(?:\t| {2})/.test(line) && line.trim() !== "";

/** Groups of lines with blank lines between them. */
export function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let current: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") current.push(line);
    else if (current.length > 0) {
      blocks.push(current);
      current = [];
    }
  }
  return blocks;
}

/** Lower case without accents, to compare names by. */
export const folded = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

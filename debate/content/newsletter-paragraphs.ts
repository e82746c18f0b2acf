import { between } from "#debate/content/newsletter-japanese.ts";
import { blocksOf } from "#debate/content/newsletter-text.ts";

type Paragraphs = {
  texts: string[];
  /** Lines were joined or split on weak evidence. */
  unsure: boolean;
  /** Words that were split at a hyphen, which was kept. */
  hyphens: string[];
};

/**
 * [N9] The paragraphs of one section: between blank lines, one per line, or wrapped at a fixed width. A line that
 * continues on the next one shows the width; blocks with longer lines have one paragraph per line.
 */
export function paragraphsOf(lines: readonly string[]): Paragraphs {
  const blocks = blocksOf(lines);
  const goingOn = blocks.flatMap((block) => block.slice(0, -1).filter((line) => !endsSentence(line)));
  const width = goingOn.reduce((widest, { length }) => Math.max(widest, length), 0);
  const result: Paragraphs = { texts: [], unsure: false, hyphens: [] };
  for (const block of blocks) readBlock(block, isWrapped(block, width) ? width : undefined, result);
  return result;
}

function isWrapped(block: readonly string[], width: number): boolean {
  const inner = block.slice(0, -1);
  if (inner.some((line) => line.length > width + 8)) return false;
  return inner.length < 3 || inner.filter(endsSentence).length < inner.length * 0.6;
}

function readBlock(block: readonly string[], width: number | undefined, result: Paragraphs): void {
  let parts: string[] = [];
  const finish = () => {
    if (parts.length > 0) result.texts.push(parts.join(""));
    parts = [];
  };
  let previous = "";
  for (const line of block) {
    if (previous !== "") {
      if (isParted(previous, line, width)) {
        finish();
        if (width !== undefined) result.unsure = true;
      } else if (/\p{L}-$/u.test(previous.slice(-4))) {
        result.hyphens.push(`${lastWord(previous)}${line.slice(0, 40).split(" ")[0]}`);
      } else parts.push(between(previous, line));
    }
    parts.push(line);
    previous = line;
  }
  finish();
}

function isParted(line: string, next: string, width: number | undefined): boolean {
  const goesOn = /^\p{Ll}/u.test(next);
  if (width === undefined) return endsSentence(line) || !goesOn;
  return line.length < width * 0.75 && endsSentence(line) && !goesOn;
}

const endsSentence = (line: string) => /[.?!…:;。！？]["”'’»)\]」』）]*$/.test(line.slice(-12));
const lastWord = (line: string) => line.slice(line.lastIndexOf(" ") + 1).slice(-40);

const OPENING = new Set(["“", "«", "「", "『"]);
const CLOSING = new Set(["”", "»", "」", "』"]);

/** [N10] Whether a whole paragraph is a quotation, even if the last mark is missing. */
export function isQuotation(text: string): boolean {
  const straight = text.startsWith('"');
  if (!straight && !OPENING.has(text.charAt(0))) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (straight ? mark === '"' && depth === 0 : OPENING.has(mark)) depth += 1;
    else if (straight ? mark === '"' : CLOSING.has(mark)) depth -= 1;
    if (depth === 0) return /^[\s.,;:)\]\d。）]*$/.test(text.slice(at + 1, at + 8)) && at + 8 >= text.length;
  }
  return true;
}

/** Whether quotation marks open that do not close, or the other way round. */
export function hasUnevenQuotes(text: string): boolean {
  let depth = 0;
  let straight = 0;
  for (const mark of text) {
    if (OPENING.has(mark)) depth += 1;
    else if (CLOSING.has(mark)) depth -= 1;
    else if (mark === '"') straight += 1;
    if (depth < 0) return true;
  }
  return depth !== 0 || straight % 2 === 1;
}

import { between } from "#debate/content/newsletter-japanese.ts";
import type { PageItem, TextLine } from "#server/files/pdf-lines.ts";

/** [U14] Turns raised numbers at words into footnote marks, on the line of their word. */
export function withNoteMarks<Item extends PageItem>(items: readonly Item[]): Item[] {
  return items.map((item, at) => {
    if (!/^\d{1,3}$/.test(item.text.trim())) return item;
    const base = items.slice(Math.max(0, at - 2), at + 3).find((word) => isRaisedOn(item, word));
    return base ? { ...item, text: `[^${item.text.trim()}]`, y: base.y, size: base.size } : item;
  });
}

function isRaisedOn(number: PageItem, word: PageItem): boolean {
  const rise = (number.y - word.y) / word.size;
  if (number.size > 0.8 * word.size || rise < 0.1 || rise > 0.7) return false;
  const behind = number.x - (word.x + word.width);
  const before = word.x - (number.x + number.width);
  return Math.min(Math.abs(behind), Math.abs(before)) < 0.4 * word.size;
}

const MARKS = /(?<!^)\[\^(\d{1,3})\]/gu;
const NOTE = /^(?:\[\^(?<raised>\d{1,3})\]|(?<plain>\d{1,3})[.)]?)\s{0,3}(?=\D)/;

/** [U14] Separates footnotes: small letters after a line that begins with a number that the text has. */
export function withoutNotes(lines: readonly TextLine[], usual: number) {
  const ids = new Set(lines.flatMap(({ text }) => [...text.matchAll(MARKS)].map(([, id = ""]) => id)));
  const notes: { id: string; text: string; last: TextLine }[] = [];
  const kept: TextLine[] = [];
  for (const line of lines) {
    const found = line.size < 0.95 * usual ? NOTE.exec(line.text) : null;
    const id = found?.groups?.raised ?? found?.groups?.plain;
    const note = notes.at(-1);
    const isNext = note?.last.flow === line.flow && Math.abs(note.last.size - line.size) < 0.5;
    if (found && id !== undefined && ids.has(id)) {
      notes.push({ id, text: line.text.slice(found[0].length), last: line });
    } else if (note && isNext) {
      note.text += between(note.text, line.text) + line.text;
      note.last = line;
    } else kept.push(line);
  }
  return { lines: kept, notes: notes.map(({ id, text }) => `[^${id}]: ${text}`) };
}

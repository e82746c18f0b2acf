import { fromLine, fromLines } from "#debate/content/debate-markdown-lines.ts";

/** A heading with the lines below it, and the parts below those. */
export type Part = { title: string; lines: string[]; inner: Part[] };
/** What was not understood, a line each. */
export type Faults = string[];

/** The parts by the levels of their headings: the resolution, and below it everything else. */
export function tree(lines: readonly string[], faults: Faults): Part {
  const root: Part = { title: "", lines: [], inner: [] };
  const open = [root];
  for (const line of lines) {
    const [, marks, title = ""] = /^(#{1,4}) (.*)$/u.exec(line) ?? [];
    const above = marks && open[marks.length - 1];
    if (above) {
      const found: Part = { title: fromLine(title), lines: [], inner: [] };
      above.inner.push(found);
      open.splice(marks.length, open.length, found);
    } else if (line.startsWith("#")) faults.push(line);
    else open.at(-1)?.lines.push(line);
  }
  const [document, another] = root.inner;
  if (!document || another) faults.push(another?.title ?? "#");
  if (document) nothingElse(root.lines, faults);
  return document ?? root;
}

/** Reads the parts below another by their titles; each is there once. */
export function parts<T>(
  of: Part,
  readers: Record<string, (part: Part) => T>,
  faults: Faults,
): Record<string, T> {
  const found: Record<string, T> = {};
  for (const part of of.inner) {
    const read = Object.hasOwn(readers, part.title) ? readers[part.title] : undefined;
    if (!read || Object.hasOwn(found, part.title)) faults.push(part.title);
    else found[part.title] = read(part);
  }
  return found;
}

/** Parts by titles that are no fixed words. */
export function eachPart<T>(of: Part, read: (title: string, part: Part) => T, faults: Faults): T[] {
  nothingElse(of.lines, faults);
  return of.inner.map((inner) => read(inner.title, inner));
}

/** Only the first line that is too many: a text may have millions. */
export function nothingElse(lines: readonly string[], faults: Faults): void {
  faults.push(...lines.filter((line) => line.trim() !== "").slice(0, 1));
}

/** The lines of a part that has no parts below it. */
export function leaf({ lines, inner }: Part, faults: Faults): string[] {
  faults.push(...inner.slice(0, 1).map(({ title }) => title));
  return lines;
}

export const proseReader = (faults: Faults) => (part: Part) => fromLines(leaf(part, faults));

export function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

type Entry = { text: string; below?: string };

/** The list at the beginning, and the lines after it. */
export function listIn(lines: readonly string[]): { entries: Entry[]; rest: string[] } {
  const entries: Entry[] = [];
  const from = lines.findIndex((line) => line.trim() !== "");
  let at = from === -1 ? lines.length : from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const last = entries.at(-1);
    if (line.startsWith("- ")) entries.push({ text: line.slice(2) });
    else if (line.startsWith("  ") && last && last.below === undefined) last.below = line.slice(2);
    else break;
  }
  return { entries, rest: lines.slice(at) };
}

export function entriesOf(part: Part, faults: Faults): Entry[] {
  const { entries, rest } = listIn(leaf(part, faults));
  nothingElse(rest, faults);
  return entries;
}

/** Lines such as `- name: Ada`. */
export function fieldsIn(
  entries: readonly Entry[],
  known: readonly string[],
  faults: Faults,
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { text, below } of entries) {
    const [, name = "", value = ""] = /^([a-z]+):(?: (.*))?$/u.exec(text) ?? [];
    if (!known.includes(name) || Object.hasOwn(fields, name) || below !== undefined) faults.push(text);
    else fields[name] = fromLine(value);
  }
  return fields;
}

export function headFields(
  { lines }: Part,
  known: readonly string[],
  faults: Faults,
): Record<string, string> {
  return fieldsIn(entriesOf({ title: "", lines, inner: [] }, faults), known, faults);
}

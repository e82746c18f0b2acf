import { attribute, type Element } from "#server/files/html-tree.ts";

const MARKS: Record<string, string> = { b: "**", strong: "**", i: "*", em: "*" };
/** Where a page keeps its footnotes: "#footnote-1", "#cite_note-3". */
const NOTE = /^#?(?:footnote|endnote|fn|cite_note)[-:_]?(\w+)$/i;
/** Formatting nested deeper is ignored. */
const DEPTH = 20;

/** Whether a tag belongs to the words of a block. */
export const isInline = (name: string) => name === "a" || name === "sup" || name in MARKS;

/** The number of a footnote that an address or an id names, or "". */
export const noteOf = (address: string) => NOTE.exec(address)?.[1] ?? "";

type Open = { name: string; from: number; href: string; note: string };

/** The words of one block, with links and emphasis as Markdown writes them. */
export function createWords() {
  let text = "";
  const open: Open[] = [];

  function closeLast(): void {
    const last = open.pop();
    if (!last) return;
    const inner = text.slice(last.from);
    const words = inner.trim();
    if (words === "") return;
    const at = last.from + inner.indexOf(words);
    const after = text.slice(at + words.length);
    text = text.slice(0, at) + markedAs(last, words) + after;
  }

  return {
    add(words: string): void {
      text += words;
    },
    open(element: Element): void {
      if (open.length >= DEPTH) return;
      const href = element.tagName === "a" ? attribute(element, "href").trim() : "";
      open.push({ name: element.tagName, from: text.length, href: webAddress(href), note: noteOf(href) });
    },
    close(name: string): void {
      // A block within them has ended them.
      if (open.at(-1)?.name === name) closeLast();
    },
    isEmpty: () => tidy(text).length === 0,
    /** Takes the words so far, with all formatting closed. */
    taken(): string {
      while (open.length > 0) closeLast();
      const words = tidy(text);
      text = "";
      return words;
    },
  };
}

function markedAs({ name, href, note }: Open, words: string): string {
  if (note !== "") return `[^${note}]`;
  if (href !== "") return linked(words, href);
  if (name === "sup") return words.replace(/^\[?(\d{1,3})\]?$/, "[^$1]");
  const mark = MARKS[name] ?? "";
  // Markdown is read line by line.
  return words.replace(/[^\n]+/g, (line) =>
    line.replace(line.trim(), (inner) => inner && `${mark}${inner}${mark}`),
  );
}

/** Escapes Markdown. */
export const escaped = (text: string) =>
  text.replace(/\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&").replace(/\](?=\()/g, "\\]");

const tidy = (text: string) =>
  text
    .replace(/\*{4}/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();

const webAddress = (href: string) => (/^https?:\/\/[^\s()]{1,2000}$/i.test(href) ? href : "");

const linked = (words: string, href: string) =>
  words.replace(/\/$/, "") === href.replace(/\/$/, "") ? href : `[${words.replace(/\n/g, " ")}](${href})`;

import { markdownOf, type Run } from "#debate/content/markdown.ts";
import { joinedLines } from "#debate/content/newsletter-japanese.ts";
import { webAddress } from "#debate/rules/links.ts";

/** Longer pasted text is cut off here. */
export const MOST_PASTED = 2_000_000;

const ENTRY = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/u;
const LINE_ENDS_SENTENCE = /[.?!…。！？][”’"'»)\]」』）]*$/u;

/**
 * [D23] Pasted text in paragraphs: a blank line parts them, and where there is none, line breaks do if each line ends like a
 * sentence. Else lines are one paragraph that was broken by its page; entries of a list stay on lines of their own.
 */
export function paragraphsOfText(text: string): string[] {
  const lines = (part: string) => part.split("\n").map((line) => line.trim());
  const parts = text
    .slice(0, MOST_PASTED)
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "");
  const [only] = parts;
  const all = only === undefined ? [] : lines(only.trim());
  if (parts.length === 1 && all.length > 1 && all.every((line) => LINE_ENDS_SENTENCE.test(line))) return all;
  return parts.map((part) =>
    lines(part.trim())
      .reduce<string[][]>((groups, line) => {
        if (ENTRY.test(`${line} `) || groups.length === 0) groups.push([line]);
        else groups.at(-1)?.push(line);
        return groups;
      }, [])
      .map(joinedLines)
      .join("\n"),
  );
}

/** A page, or a part of it, as a browser's `DOMParser` reads it. */
export type Markup = {
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<Markup>;
  /** Elements have it. */
  getAttribute?(name: string): string | null;
};

const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote section article main header footer table tr pre figure figcaption hr".split(
    " ",
  ),
);
const UNREAD = new Set("head style script title xml template noscript".split(" "));
/** Elements within each other. Browsers nest 512. */
const DEPTH = 600;

type Look = { em: boolean; strong: boolean; href: string | undefined; sign: "" | "> " };
type Block = { sign: "" | "> " | "- " | `${number}. `; runs: Run[] };

/**
 * [D23] Pasted HTML, from Word or the web, in paragraphs of Markdown: emphasis, links, lists and quotations stay, every style
 * goes. Without `isMarkdown`, only the words stay.
 */
export function paragraphsOfHtml(page: Markup, isMarkdown: boolean): string[] {
  const first: Block = { sign: "", runs: [] };
  const blocks = [first];
  const counts: number[] = [];
  const begin = (sign: Block["sign"]) => blocks.push({ sign, runs: [] });
  const write = (text: string, { em, strong, href }: Look) =>
    (blocks.at(-1) ?? first).runs.push({ text, em, strong, href });

  function read(parent: Markup, around: Look, depth: number): void {
    if (depth > DEPTH) return;
    for (const node of parent.childNodes) {
      if (node.nodeName === "#text")
        write((node.nodeValue ?? "").replaceAll("\u00ad", "").replace(/\s+/gu, " "), around);
      else readElement(node, around, depth);
    }
  }

  function readElement(element: Markup, around: Look, depth: number): void {
    const tag = element.nodeName.toLowerCase();
    const attribute = (name: string) => element.getAttribute?.(name) ?? "";
    const style = attribute("style");
    if (UNREAD.has(tag) || /mso-list:\s*ignore/i.test(style)) return;
    const look = within(around, tag, style, attribute("href"));
    const isList = tag === "ol" || tag === "ul";
    if (isList) counts.push(tag === "ol" ? 1 : Number.NaN);
    if (tag === "br") write("\n", around);
    if (tag === "li") {
      const count = counts.at(-1) ?? Number.NaN;
      begin(Number.isNaN(count) ? "- " : `${count}. `);
      counts.splice(-1, 1, count + 1);
      // Its own paragraphs do not part an entry from its sign.
    } else if (BLOCKS.has(tag) && !(tag === "p" && isNewEntry(blocks))) {
      begin(/mso-list:\s*l\d/i.test(style) ? "- " : look.sign);
    }
    read(element, look, depth + 1);
    if (isList) counts.pop();
    if (BLOCKS.has(tag)) begin(around.sign);
    if (tag === "td" || tag === "th") write(" ", around);
  }

  read(page, { em: false, strong: false, href: undefined, sign: "" }, 0);
  return joined(blocks.flatMap((block) => linesOf(block, isMarkdown)));
}

const isNewEntry = (blocks: readonly Block[]) => {
  const last = blocks.at(-1);
  return last !== undefined && last.runs.length === 0 && /^[-\d]/.test(last.sign);
};

/** What an element says of the words in it. */
function within(around: Look, tag: string, style: string, address: string): Look {
  const weight =
    /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1] ?? (tag === "b" || tag === "strong" ? "bold" : "");
  const slant =
    /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1] ?? (tag === "i" || tag === "em" ? "italic" : "");
  const url = tag === "a" && /^https?:/i.test(address) ? webAddress(address) : null;
  return {
    strong: weight === "" ? around.strong : /^(?:bold|bolder|[6-9]00)$/i.test(weight),
    em: slant === "" ? around.em : /^(?:italic|oblique)$/i.test(slant),
    // Brackets would end the address in Markdown.
    href: url ? url.href.replace(/\(/g, "%28").replace(/\)/g, "%29") : around.href,
    sign: tag === "blockquote" ? "> " : around.sign,
  };
}

type Line = { sign: Block["sign"]; text: string };

/** A block's lines: two breaks in a row part paragraphs, as on many web pages. */
function linesOf({ sign, runs }: Block, isMarkdown: boolean): Line[] {
  const words = isMarkdown ? markdownOf(together(runs)) : runs.map(({ text }) => text).join("");
  return words
    .split(/\n\s*\n/)
    .map((text) => ({ sign: isMarkdown ? sign : ("" as const), text: text.replace(/\s+/gu, " ").trim() }))
    .filter(({ text }) => text !== "");
}

/** Neighbors that look the same, as one. */
function together(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    const isAlike =
      last &&
      ![last.text, run.text].includes("\n") &&
      last.em === run.em &&
      last.strong === run.strong &&
      last.href === run.href;
    if (isAlike) last.text += run.text;
    else all.push({ ...run });
  }
  return all;
}

/** Entries that follow each other are one list, in one paragraph. */
function joined(lines: readonly Line[]): string[] {
  const paragraphs: Line[] = [];
  const isEntry = (line: Line | undefined) => line !== undefined && /^[-\d]/.test(line.sign);
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && isEntry(last) && isEntry(line)) last.text += `\n${line.sign}${line.text}`;
    else paragraphs.push({ ...line });
  }
  return paragraphs.map(({ sign, text }) => sign + text);
}

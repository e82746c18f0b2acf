import { markdownOf, type Run } from "#debate/content/markdown.ts";
import { joinedLines } from "#debate/content/newsletter-japanese.ts";
import { webAddress } from "#debate/rules/links.ts";

/** More than this of what is pasted is not read. */
const READ = 2_000_000;

const ENTRY = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/u;
const LINE_ENDS_SENTENCE = /[.?!…。！？][”’"'»)\]」』）]*$/u;

/**
 * [D23] Pasted text in paragraphs: a blank line parts them, and where there is none, line breaks do if each line ends like a
 * sentence. Else lines are one paragraph that was broken by its page; entries of a list stay on lines of their own.
 */
export function paragraphsOfText(text: string): string[] {
  const lines = (part: string) => part.split("\n").map((line) => line.trim());
  const parts = text
    .slice(0, READ)
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

const TAG = /<[!?][^<>]*>|<(\/?)([a-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote section article main header footer table tr pre figure figcaption hr".split(
    " ",
  ),
);
const UNREAD = new Set("head style script title xml template noscript".split(" "));
const EMPTY = new Set("br hr img input meta link col wbr area base".split(" "));

type Element = { tag: string; em: boolean; strong: boolean; href: string | undefined; isUnread: boolean };
type Block = { sign: "" | "> " | "- " | `${number}. `; runs: Run[] };

/**
 * [D23] Pasted HTML, from Word or the web, in paragraphs of Markdown: emphasis, links, lists and quotations stay, every style
 * goes. It is read as text, so that nothing in it runs or loads. Without `isMarkdown`, only the words stay.
 */
export function paragraphsOfHtml(html: string, isMarkdown: boolean): string[] {
  const blocks: Block[] = [];
  const open: Element[] = [];
  const counts: number[] = [];
  const current = () => {
    const found = blocks.at(-1) ?? { sign: "", runs: [] };
    if (blocks.length === 0) blocks.push(found);
    return found;
  };
  const begin = (sign: Block["sign"] = open.some(({ tag }) => tag === "blockquote") ? "> " : "") => {
    blocks.push({ sign, runs: [] });
  };
  const write = (text: string) => {
    const { em = false, strong = false, href, isUnread = false } = open.at(-1) ?? {};
    if (!isUnread) current().runs.push({ text, em, strong, href });
  };
  for (const [whole, slash, name, attributes = ""] of withoutComments(html.slice(0, READ)).matchAll(TAG)) {
    const tag = name?.toLowerCase();
    if (tag === undefined) {
      if (!/^<[!?]/.test(whole)) write(decoded(whole).replace(/\s+/gu, " "));
    } else if (slash) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at >= 0) open.splice(at);
      if (tag === "ol" || tag === "ul") counts.pop();
      if (BLOCKS.has(tag)) begin();
      if (tag === "td" || tag === "th") write(" ");
    } else {
      if (tag === "br") write("\n");
      if (!EMPTY.has(tag)) open.push(within(open.at(-1), tag, attributes));
      if (tag === "ol" || tag === "ul") counts.push(tag === "ol" ? 1 : Number.NaN);
      if (tag === "li") {
        const count = counts.at(-1) ?? Number.NaN;
        begin(Number.isNaN(count) ? "- " : `${count}. `);
        counts.splice(-1, 1, count + 1);
        // Its own paragraphs do not part an entry from its sign.
      } else if (BLOCKS.has(tag) && !(tag === "p" && isNewEntry(blocks))) {
        begin(/mso-list:\s*l\d/i.test(attributes) ? "- " : undefined);
      }
    }
  }
  return joined(blocks.flatMap((block) => linesOf(block, isMarkdown)));
}

function withoutComments(html: string): string {
  const [first = "", ...others] = html.split("<!--");
  const after = (part: string) => (part.includes("-->") ? part.slice(part.indexOf("-->") + 3) : "");
  return first + others.map(after).join("");
}

const isNewEntry = (blocks: readonly Block[]) => {
  const last = blocks.at(-1);
  return last !== undefined && last.runs.length === 0 && /^[-\d]/.test(last.sign);
};

/** What an element says of the words in it. */
function within(parent: Element | undefined, tag: string, attributes: string): Element {
  const style = attribute(attributes, "style");
  const weight =
    /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1] ?? (tag === "b" || tag === "strong" ? "bold" : "");
  const slant =
    /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1] ?? (tag === "i" || tag === "em" ? "italic" : "");
  const address = tag === "a" ? attribute(attributes, "href") : "";
  const url = /^https?:/i.test(address) ? webAddress(address) : null;
  return {
    tag,
    strong: weight === "" ? (parent?.strong ?? false) : /^(?:bold|bolder|[6-9]00)$/i.test(weight),
    em: slant === "" ? (parent?.em ?? false) : /^(?:italic|oblique)$/i.test(slant),
    // Brackets would end the address in Markdown.
    href: url ? url.href.replace(/\(/g, "%28").replace(/\)/g, "%29") : parent?.href,
    isUnread: parent?.isUnread === true || UNREAD.has(tag) || /mso-list:\s*ignore/i.test(style),
  };
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
  middot: "·",
  shy: "",
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
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

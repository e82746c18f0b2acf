import { sideOfHeading } from "#debate/content/side-headings.ts";
import { attribute, type Token, tokensOf } from "#server/files/html-tokens.ts";

type BlockKind = "paragraph" | "item" | "quotation" | "note" | 1 | 2 | 3 | 4 | 5 | 6;
type Block = { kind: BlockKind; text: string };
type Blocks = { blocks: Block[]; images: number; tables: number; notes: number };

const BLOCK = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Not part of what a page says. */
const SKIPPED = new Set(["nav", "aside", "footer", "form", "button", "select", "figure", "head"]);
const MARKS: Record<string, string> = { b: "**", strong: "**", i: "*", em: "*" };

/** The headings, paragraphs, items and quotations of a page, with links and emphasis as Markdown writes them. */
export function blocksIn(html: string): Blocks {
  const found: Blocks = { blocks: [], images: 0, tables: 0, notes: 0 };
  const page = createPage(found);
  for (const token of tokensOf(html)) page.take(token);
  page.end();
  return found;
}

type Open = { name: string; from: number; href: string };
/** The cells of an open table, row by row; its blocks are put together when it closes. */
type Table = { rows: Block[][][]; outer: Block[] };

function createPage(found: Blocks) {
  let into = found.blocks;
  let text = "";
  const inline: Open[] = [];
  let kind: BlockKind = "paragraph";
  let quotations = 0;
  let isNote = "";
  let skipping = 0;
  let pre = 0;
  const lists: number[] = [];
  const tables: Table[] = [];

  const flush = () => {
    while (inline.length > 0) closeInline();
    const words = tidy(text);
    if (words !== "") {
      const own =
        kind === "paragraph" && isNote !== ""
          ? "note"
          : kind === "paragraph" && quotations > 0
            ? "quotation"
            : kind;
      into.push({ kind: own, text: own === "note" ? `[^${isNote}]: ${words.replace(/\s*↑$/, "")}` : words });
    }
    text = "";
    kind = "paragraph";
  };

  const closeInline = () => {
    const open = inline.pop();
    if (!open) return;
    const inner = text.slice(open.from);
    const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
    if (words === "") return;
    const mark = MARKS[open.name];
    if (mark) text = `${text.slice(0, open.from)}${before}${mark}${words}${mark}${after}`;
    else if (open.href !== "")
      text = `${text.slice(0, open.from)}${before}${linked(words, open.href)}${after}`;
  };

  const openTag = (name: string, attributes: string) => {
    if (SKIPPED.has(name) || skipping > 0) {
      if (!/\/\s*$/.test(attributes)) skipping += SKIPPED.has(name) ? 1 : 0;
      return;
    }
    if (name === "img") found.images += 1;
    if (name === "br") text += "\n";
    else if (name === "a" || MARKS[name]) {
      // Links within links are none, and one that was not closed ends here.
      if (name === "a") while (inline.some((open) => open.name === "a")) closeInline();
      if (inline.length < 20)
        inline.push({ name, from: text.length, href: name === "a" ? webAddress(attributes) : "" });
      const note = /^#(?:footnote|endnote|fn|cite_note)[-:_]?(\w*)$/i.exec(
        attribute(attributes, "href"),
      )?.[1];
      if (note !== undefined && name === "a")
        inline.push({ name: `note ${note}`, from: text.length, href: "" });
    } else if (BLOCK.has(name)) {
      flush();
      openBlock(name, attributes);
    }
  };

  const openBlock = (name: string, attributes: string) => {
    if (/^h[1-6]$/.test(name)) kind = Number(name.charAt(1)) as BlockKind;
    if (name === "blockquote") quotations += 1;
    if (name === "pre") pre += 1;
    if (name === "ol" || name === "ul") lists.push(name === "ol" ? 1 : 0);
    if (name === "li") {
      isNote = /^(?:footnote|endnote|fn|cite_note)[-:_]?(\w+)$/i.exec(attribute(attributes, "id"))?.[1] ?? "";
      if (isNote === "") {
        const number = lists.at(-1) ?? 0;
        if (number > 0) lists[lists.length - 1] = number + 1;
        text = number > 0 ? `${number}. ` : "- ";
        kind = "item";
      } else found.notes += 1;
    }
    if (name === "table") {
      tables.push({ rows: [], outer: into });
      found.tables += 1;
    }
    const table = tables.at(-1);
    if (table && name === "tr") table.rows.push([]);
    if (table && (name === "td" || name === "th")) {
      const cell: Block[] = [];
      (table.rows.at(-1) ?? table.rows[table.rows.push([]) - 1])?.push(cell);
      into = cell;
    }
  };

  const closeTag = (name: string) => {
    if (skipping > 0) {
      if (SKIPPED.has(name)) skipping -= 1;
      return;
    }
    if (name === "a" || MARKS[name]) return closeNamed(name);
    if (!BLOCK.has(name)) return undefined;
    // An item's first paragraph is the item.
    if (name !== "p" || kind !== "item" || tidy(text).length > 3) flush();
    if (name === "blockquote") quotations = Math.max(0, quotations - 1);
    if (name === "pre") pre = Math.max(0, pre - 1);
    if (name === "ol" || name === "ul") lists.pop();
    if (name === "li") isNote = "";
    if (name === "table") {
      const table = tables.pop();
      if (!table) return undefined;
      into = table.outer;
      const { blocks, isLayout } = blocksOfTable(table.rows);
      into.push(...blocks);
      if (isLayout) found.tables -= 1;
    }
    return undefined;
  };

  const closeNamed = (name: string) => {
    if (!inline.some((open) => open.name === name)) return undefined;
    for (;;) {
      const open = inline.at(-1);
      if (open?.name.startsWith("note ")) {
        // The number of a footnote, wherever it is printed: "[1]".
        text = `${text.slice(0, open.from)}[^${open.name.slice(5)}]`;
        inline.pop();
        continue;
      }
      closeInline();
      if (!open || open.name === name) return undefined;
    }
  };

  return {
    take(token: Token) {
      if (token.kind === "open") openTag(token.name, token.attributes);
      else if (token.kind === "close") closeTag(token.name);
      else if (skipping === 0)
        text += escaped(pre > 0 ? token.text : token.text.replace(/[^\S\u00a0\u3000]+/g, " "));
    },
    end() {
      flush();
      for (const table of tables.splice(0).reverse()) {
        into = table.outer;
        into.push(...blocksOfTable(table.rows).blocks);
      }
    },
  };
}

/** What Markdown would take for a mark. */
const escaped = (text: string) => text.replace(/\*/g, "\\*").replace(/\](?=\()/g, "\\]");

const tidy = (text: string) =>
  text
    .replace(/\*{4}/g, "")
    .replace(/[^\S\n\u3000]*\n[^\S\n\u3000]*/g, "\n")
    .replace(/[^\S\n\u3000]+/g, " ")
    .replace(/^\s+(?!\u3000)|\s+$/g, "");

function webAddress(attributes: string): string {
  const href = attribute(attributes, "href").trim();
  return /^https?:\/\/[^\s()]{1,2000}$/i.test(href) ? href : "";
}

const linked = (words: string, href: string) =>
  words.replace(/\/$/, "") === href.replace(/\/$/, "") ? href : `[${words.replace(/\n/g, " ")}](${href})`;

/**
 * The words of a table, a line for each row. A table of two columns under "For" and "Against" is two texts instead, and one of
 * a single row or column is only a layout.
 */
function blocksOfTable(rows: Block[][][]): { blocks: Block[]; isLayout: boolean } {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const heads = (filled[0] ?? []).map((cell) => cell.map(({ text }) => text).join(" "));
  if (filled.length > 1 && heads.length === 2 && heads.every((head) => sideOfHeading(head) !== undefined)) {
    const column = (at: number): Block[] => [
      { kind: 2, text: heads[at] ?? "" },
      ...filled.slice(1).flatMap((row) => row[at] ?? []),
    ];
    return { blocks: [...column(0), ...column(1)], isLayout: false };
  }
  if (filled.length === 1 || filled.every((row) => row.length <= 1))
    return { blocks: filled.flat(2), isLayout: true };
  const inRow = (row: Block[][]) =>
    row
      .map((cell) => cell.map(({ text }) => text).join(" "))
      .filter((cell) => cell !== "")
      .join(" | ");
  return { blocks: filled.map((row) => ({ kind: "paragraph", text: inRow(row) })), isLayout: false };
}

/** The blocks as text: headings as "## ", quotations as "> ", and a blank line between any two. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, text }) => {
      if (typeof kind === "number") return `${"#".repeat(kind)} ${withoutEmphasis(text)}`;
      return kind === "quotation" ? text.replace(/^/gm, "> ") : text;
    })
    .join("\n\n");
}

const withoutEmphasis = (text: string) => text.replaceAll("\n", " ").replace(/(?<!\\)\*/g, "");

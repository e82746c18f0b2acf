import { type Block, type BlockKind, blocksOfTable, type Rows } from "#server/files/html-tables.ts";
import { attribute, type Token, tokensOf } from "#server/files/html-tokens.ts";
import { createWords, escaped, isInline, noteOf } from "#server/files/html-words.ts";

type Blocks = { blocks: Block[]; images: number };

const BLOCK = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Not part of what a page says. */
const SKIPPED = new Set(["nav", "aside", "footer", "form", "button", "select", "figure", "head"]);

/** The headings, paragraphs, items and quotations of a page, with links and emphasis as Markdown writes them. */
export function blocksIn(html: string): Blocks {
  const page = createPage();
  let skipping = 0;
  for (const token of tokensOf(html)) {
    const isSkipped = token.kind !== "text" && SKIPPED.has(token.name);
    if (isSkipped) skipping = Math.max(0, skipping + (token.kind === "open" ? 1 : -1));
    else if (skipping === 0) page.take(token);
  }
  return page.end();
}

function createPage() {
  const found: Blocks = { blocks: [], images: 0 };
  const words = createWords();
  const tables: { rows: Rows; outer: Block[] }[] = [];
  const lists: number[] = [];
  let into = found.blocks;
  let kind: BlockKind = "paragraph";
  let [quotations, preformatted] = [0, 0];
  /** The number of the footnote that is being read, and of the item. */
  let [note, item] = ["", ""];

  function flush(): void {
    const text = words.taken();
    if (text !== "") into.push(blockOf(text));
    kind = "paragraph";
    item = "";
  }

  function blockOf(text: string): Block {
    if (kind === "item") return { kind, text: item + text };
    if (kind !== "paragraph") return { kind, text };
    if (note !== "") return { kind: "note", text: `[^${note}]: ${text.replace(/\s{0,9}↑$/, "")}` };
    return { kind: quotations > 0 ? "quotation" : kind, text };
  }

  function openBlock(name: string, attributes: string): void {
    if (/^h[1-6]$/.test(name)) kind = Number(name.charAt(1)) as BlockKind;
    if (name === "blockquote") quotations += 1;
    if (name === "pre") preformatted += 1;
    if (name === "ol" || name === "ul") lists.push(name === "ol" ? 1 : 0);
    if (name === "li") openItem(noteOf(attribute(attributes, "id")));
    if (name === "table") tables.push({ rows: [], outer: into });
    const rows = tables.at(-1)?.rows;
    if (rows && (name === "tr" || (rows.length === 0 && /^t[dh]$/.test(name)))) rows.push([]);
    if (rows && /^t[dh]$/.test(name)) {
      into = [];
      rows.at(-1)?.push(into);
    }
  }

  function openItem(ofNote: string): void {
    note = ofNote;
    if (note !== "") return;
    const number = lists.at(-1) ?? 0;
    if (number > 0) lists[lists.length - 1] = number + 1;
    item = number > 0 ? `${number}. ` : "- ";
    kind = "item";
  }

  function closeBlock(name: string): void {
    flush();
    if (name === "blockquote") quotations = Math.max(0, quotations - 1);
    if (name === "pre") preformatted = Math.max(0, preformatted - 1);
    if (name === "ol" || name === "ul") lists.pop();
    if (name === "li") note = "";
    if (name === "table") closeTable();
  }

  function closeTable(): void {
    const table = tables.pop();
    if (!table) return;
    into = table.outer;
    into.push(...blocksOfTable(table.rows));
  }

  return {
    take(token: Token): void {
      if (token.kind === "text") {
        words.add(escaped(preformatted > 0 ? token.text : token.text.replace(/\s+/g, " ")));
      } else if (token.kind === "close") {
        if (isInline(token.name)) words.close(token.name);
        else if (BLOCK.has(token.name)) closeBlock(token.name);
      } else if (isInline(token.name)) words.open(token.name, token.attributes);
      else if (token.name === "br") words.add("\n");
      else if (token.name === "img") found.images += 1;
      // The first paragraph of an item is the item.
      else if (BLOCK.has(token.name) && !(token.name === "p" && kind === "item" && words.isEmpty())) {
        flush();
        openBlock(token.name, token.attributes);
      }
    },
    end(): Blocks {
      flush();
      while (tables.length > 0) closeTable();
      return found;
    },
  };
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

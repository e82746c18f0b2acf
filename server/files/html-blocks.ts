import { sideOfHeading } from "#debate/content/side-headings.ts";
import { attribute, type Element, type Node, tokensOf } from "#server/files/html-tree.ts";
import { createWords, escaped, isInline, noteOf } from "#server/files/html-words.ts";

/** A heading by its level, or what else the words are. */
type BlockKind = "paragraph" | "item" | "quotation" | "note" | 1 | 2 | 3 | 4 | 5 | 6;
type Block = { kind: BlockKind; text: string };
/** The cells of a table, row by row, each with its blocks. */
type Rows = Block[][][];

/**
 * [U3] The words of a table, a line for each row of one block. A table of two columns under "For" and "Against" is two texts instead, and one of
 * a single row or column is only a layout.
 */
function blocksOfTable(rows: Rows): Block[] {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const heads = (filled[0] ?? []).map((cell) => cell.map(({ text }) => text).join(" "));
  if (filled.length > 1 && heads.length === 2 && heads.every((head) => sideOfHeading(head) !== undefined)) {
    const column = (at: number): Block[] => [
      { kind: 2, text: heads[at] ?? "" },
      ...filled.slice(1).flatMap((row) => row[at] ?? []),
    ];
    return [...column(0), ...column(1)];
  }
  if (filled.length === 1 || filled.every((row) => row.length <= 1)) return filled.flat(2);
  return [{ kind: "paragraph", text: filled.map((row) => `- ${inRow(row)}`).join("\n") }];
}

const inRow = (row: Block[][]) =>
  row
    .map((cell) => cell.map(({ text }) => text.replaceAll("\n", " ")).join(" "))
    .filter((cell) => cell !== "")
    .join(" | ");

type Blocks = { blocks: Block[]; images: number };

const BLOCK = new Set(
  "address article blockquote body center dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Elements without content. */
const LEFT_OUT = new Set(
  "aside button figure footer form head iframe math nav noscript object script select style svg template textarea title".split(
    " ",
  ),
);

/** The headings, paragraphs, items and quotations of a page, with links and emphasis as Markdown writes them. */
export function blocksIn(page: Node): Blocks {
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

  function openBlock(element: Element): void {
    const name = element.tagName;
    if (/^h[1-6]$/.test(name)) kind = Number(name.charAt(1)) as BlockKind;
    if (name === "blockquote") quotations += 1;
    if (name === "pre") preformatted += 1;
    if (name === "ol" || name === "ul") lists.push(name === "ol" ? 1 : 0);
    if (name === "li") openItem(noteOf(attribute(element, "id")));
    if (name === "table") tables.push({ rows: [], outer: into });
    const rows = tables.at(-1)?.rows;
    if (name === "tr") rows?.push([]);
    if (name === "td" || name === "th") {
      into = [];
      rows?.at(-1)?.push(into);
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
    if (name === "blockquote") quotations -= 1;
    if (name === "pre") preformatted -= 1;
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

  function open(element: Element): void {
    const name = element.tagName;
    if (isInline(name)) words.open(element);
    else if (name === "br") words.add("\n");
    else if (name === "img") found.images += 1;
    // The first paragraph of an item is the item.
    else if (BLOCK.has(name) && !(name === "p" && kind === "item" && words.isEmpty())) {
      flush();
      openBlock(element);
    }
  }

  for (const token of tokensOf(page, (name) => LEFT_OUT.has(name))) {
    if (token.kind === "text")
      words.add(escaped(preformatted > 0 ? token.text : token.text.replace(/\s+/g, " ")));
    else if (token.kind === "open") open(token.element);
    else if (isInline(token.element.tagName)) words.close(token.element.tagName);
    else if (BLOCK.has(token.element.tagName)) closeBlock(token.element.tagName);
  }
  flush();
  return found;
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

import { parse } from "parse5";
import type { FileText } from "#debate/content/file-remarks.ts";
import { blocksIn, textOfBlocks } from "#server/files/html-blocks.ts";
import { type Node, tokensOf } from "#server/files/html-tree.ts";
import { decoded } from "#server/files/plain-text.ts";

/** [U4] Reads a web page: its words by headings, without scripts, menus and footers. */
export function readHtml(bytes: Buffer): FileText {
  const opening = bytes.subarray(0, 4_096).toString("latin1");
  const charset = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{1,30})/i.exec(opening)?.[1];
  const { blocks, images } = blocksIn(mainPart(parse(decoded(bytes, charset))));
  return {
    kind: "html",
    marked: true,
    text: textOfBlocks(blocks),
    remarks: images > 0 ? [{ code: "images-left-out", count: images }] : [],
  };
}

/** The article, if there is just one. */
function mainPart(page: Node): Node {
  const elements = [...tokensOf(page)].flatMap((token) => (token.kind === "open" ? [token.element] : []));
  for (const name of ["main", "article"]) {
    const [first, ...others] = elements.filter(({ tagName }) => tagName === name);
    if (first && others.length === 0) return first;
  }
  return page;
}

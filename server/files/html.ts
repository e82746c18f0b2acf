import type { FileText } from "#debate/content/file-remarks.ts";
import { blocksIn, textOfBlocks } from "#server/files/html-blocks.ts";
import { decoded } from "#server/files/plain-text.ts";

/** [U4] Reads a web page: its words by headings, without scripts, menus and footers. */
export function readHtml(bytes: Buffer): FileText {
  const opening = bytes.subarray(0, 4_096).toString("latin1");
  const charset = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{1,30})/i.exec(opening)?.[1];
  const { blocks, images } = blocksIn(mainPart(decoded(bytes, charset)));
  return {
    kind: "html",
    marked: true,
    text: textOfBlocks(blocks),
    remarks: images > 0 ? [{ code: "images-left-out", count: images }] : [],
  };
}

/** What a page says is its article, if there is just one. */
function mainPart(html: string): string {
  for (const name of ["main", "article"]) {
    const starts = [...html.matchAll(new RegExp(`<${name}\\b`, "gi"))];
    const end = html.toLowerCase().lastIndexOf(`</${name}`);
    const [start] = starts;
    if (starts.length === 1 && start && end > start.index) return html.slice(start.index, end);
  }
  return html;
}

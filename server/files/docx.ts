import mammoth from "mammoth";
import { parseFragment } from "parse5";
import type { FileRemark, FileText } from "#debate/content/file-remarks.ts";
import { FileRefused } from "#server/files/file-refused.ts";
import { blocksIn, textOfBlocks } from "#server/files/html-blocks.ts";
import { BadZip, openZip, type Zip } from "#server/files/zip.ts";

const DOCUMENT = "word/document.xml";
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** [U3] Reads a Word document: inserted text is kept and deleted text left out, footnotes go to the end. */
export async function readDocx(bytes: Buffer): Promise<FileText> {
  try {
    const zip = openZip(bytes);
    if (!zip.has("[Content_Types].xml") || !zip.names.some((name) => /^word\/document\d*\.xml$/.test(name)))
      throw new FileRefused("wrong-type");
    let images = 0;
    const convertImage = mammoth.images.imgElement(async () => {
      images += 1;
      return { src: "" };
    });
    const { value } = await mammoth.convertToHtml(asInput(zip), { styleMap: STYLES, convertImage });
    const { blocks } = blocksIn(parseFragment(value));
    return { kind: "docx", marked: true, text: textOfBlocks(blocks), remarks: remarksOn(zip, images) };
  } catch (error) {
    throw error instanceof BadZip ? new FileRefused(error.why) : error;
  }
}

/** What mammoth reads of an archive, in place of its own reader, which unpacks without a limit. */
function asInput(zip: Zip) {
  const file = {
    exists: zip.has,
    read: async (name: string, encoding?: string) => {
      const part = zip.read(name);
      if (encoding === "base64") return part.toString("base64");
      return encoding ? new TextDecoder(encoding).decode(part) : part;
    },
  };
  return { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
}

function remarksOn(zip: Zip, images: number): FileRemark[] {
  const remarks: FileRemark[] = [];
  const xml = zip.has(DOCUMENT) ? zip.read(DOCUMENT).toString("utf8") : "";
  const comments = zip.has("word/comments.xml")
    ? (zip
        .read("word/comments.xml")
        .toString("utf8")
        .match(/<w:comment\s/g)?.length ?? 0)
    : 0;
  if (/<w:(?:ins|del|moveFrom|moveTo)\s/.test(xml)) remarks.push({ code: "changes-accepted" });
  if (comments > 0) remarks.push({ code: "comments-left-out", count: comments });
  if (images > 0) remarks.push({ code: "images-left-out", count: images });
  return remarks;
}

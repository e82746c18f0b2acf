import { strFromU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { parseFragment } from "parse5";
import type { FileRemark, FileText } from "#debate/content/file-remarks.ts";
import { FileRefused } from "#server/files/file-refused.ts";
import { isOffered, MOST_PICTURES } from "#server/files/found-pictures.ts";
import { blocksIn, textOfBlocks } from "#server/files/html-blocks.ts";
import { type Parts, unpacked } from "#server/files/zip-parts.ts";

/** The parts of a document that are read: its text, formatting and pictures, and nothing embedded. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|word\/media\/[^/]+\.(?:png|jpe?g|webp))$/i;
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** [U3] Reads a Word document: inserted text is kept and deleted text left out, footnotes go to the end. */
export async function readDocx(bytes: Buffer): Promise<FileText> {
  const parts = unpacked(bytes, READ);
  const names = Object.keys(parts);
  if (!parts["[Content_Types].xml"] || !names.some((name) => /^word\/document\d*\.xml$/.test(name)))
    throw new FileRefused("wrong-type");
  let images = 0;
  const pictures: string[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = await image.readAsBuffer().catch(() => null);
    if (bytes && pictures.length < MOST_PICTURES && isOffered(bytes)) pictures.push(bytes.toString("base64"));
    else images += 1;
    return { src: "" };
  });
  // Packed again, since mammoth unpacks without a limit.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage });
  const { blocks } = blocksIn(parseFragment(value));
  const text = textOfBlocks(blocks);
  const offered = pictures.length > 0 ? { pictures } : {};
  return { kind: "docx", marked: true, text, remarks: remarksOn(parts, images), ...offered };
}

function remarksOn(parts: Parts, images: number): FileRemark[] {
  const remarks: FileRemark[] = [];
  const xml = (name: string) => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
  const comments = xml("comments").match(/<w:comment\s/g)?.length ?? 0;
  if (/<w:(?:ins|del|moveFrom|moveTo)\s/.test(xml("document"))) remarks.push({ code: "changes-accepted" });
  if (comments > 0) remarks.push({ code: "comments-left-out", count: comments });
  if (images > 0) remarks.push({ code: "images-left-out", count: images });
  return remarks;
}

import { strFromU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { parseFragment } from "parse5";
import type { FileRemark, FileText } from "#debate/content/file-remarks.ts";
import { FileRefused } from "#server/files/file-refused.ts";
import { blocksIn, textOfBlocks } from "#server/files/html-blocks.ts";

/** The parts of a document that are read: its text and formatting, no pictures and nothing embedded. */
const READ = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;
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
  const convertImage = mammoth.images.imgElement(async () => {
    images += 1;
    return { src: "" };
  });
  // Packed again, since mammoth unpacks without a limit.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage });
  const { blocks } = blocksIn(parseFragment(value));
  return { kind: "docx", marked: true, text: textOfBlocks(blocks), remarks: remarksOn(parts, images) };
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

/** The most that the parts to read may unpack to together, in bytes, and the most parts of an archive. */
const UNPACKED_BYTES = 16 * 1024 * 1024;
const PARTS = 4_000;
/** How many bytes longer than unpacked a packed part may be. */
const PACKING = 1_000;

type Parts = Record<string, Uint8Array>;

/** [U8] The parts of a zip archive with these names. None is unpacked to more than the archive says of it. */
function unpacked(bytes: Buffer, names: RegExp): Parts {
  // Bit 0 of the first part's flags.
  if (bytes.readUInt8(6) & 1) throw new FileRefused("encrypted");
  let [count, total] = [0, 0];
  return unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      count += 1;
      const isRead = names.test(name);
      if (isRead) total += originalSize;
      const isLie = isRead && size > originalSize + PACKING;
      if (count > PARTS || total > UNPACKED_BYTES || isLie) throw new FileRefused("unpacks-too-large");
      return isRead;
    },
  });
}

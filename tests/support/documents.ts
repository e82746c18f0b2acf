import { crc32, deflateRawSync } from "node:zlib";

type Part = { name: string; bytes: Buffer; declared?: number; method?: number };

/** A zip archive of some parts; `declared` lies about a size. */
export function zipOf(parts: readonly Part[], flags = 0): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, declared = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const made = Buffer.from([20, 0]);
    entries.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), made, head, tail, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

const escapedXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A Word document of this body; `more` are other parts of it, as footnotes. */
export function docxWith(
  body: string,
  more: Record<string, string | Uint8Array> = {},
  picture?: Buffer,
): Buffer {
  const relations = Object.keys(more).map((name, index) => {
    const type = /(\w+)\.xml$/.exec(name)?.[1] ?? "";
    return `<Relationship Id="r${index + 9}" Type="${RELATIONS}/${type}" Target="${name}"/>`;
  });
  const styles = [
    ["Title", "Title"],
    ["Heading1", "heading 1"],
    ["Heading2", "heading 2"],
    ["Quote", "Quote"],
  ]
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join("");
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${WORD} xmlns:r="${RELATIONS}"><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": `<w:styles ${WORD}>${styles}</w:styles>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/>${relations.join("")}</Relationships>`,
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [`word/${name}`, xml])),
  };
  return zipOf([
    ...Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml as string) })),
    ...(picture ? [{ name: "word/media/picture.png", bytes: picture }] : []),
  ]);
}

export const run = (text: string, format = "") =>
  `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${escapedXml(text)}</w:t></w:r>`;
export const paragraph = (inner: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
export const notesPart = (kind: "footnote" | "comment", texts: readonly string[]) =>
  `<w:${kind}s ${WORD}>${texts
    .map((text, index) => `<w:${kind} w:id="${index + 1}" w:author="A">${paragraph(run(text))}</w:${kind}>`)
    .join("")}</w:${kind}s>`;

/** How prominent a line of a newsletter is: 1 the resolution, 2 a heading, 3 an expert, 4 a role, 0 text. */
function prominenceOf(lines: readonly string[], at: number): 0 | 1 | 2 | 3 | 4 {
  const line = lines[at] ?? "";
  if (at === 0) return 1;
  if (/^(?:From the Editor|About the .*|Related Resources)$/.test(line)) return 2;
  const isName = (each: string) => /^(?:Mr|Dr)\. [\p{L} ]{4,30}$/u.test(each);
  if (isName(line)) return 3;
  return isName(lines[at - 1] ?? "") ? 4 : 0;
}

const filledLines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A newsletter as a Word document: a title, headings, names in bold and roles in italics. */
export function docxOf(text: string, picture?: Buffer): Buffer {
  const styles = ["", "Title", "Heading1", "", ""];
  const formats = ["", "", "", "<w:b/>", "<w:i/>"];
  const lines = filledLines(text);
  return docxWith(
    lines
      .map((line, at) => {
        const prominence = prominenceOf(lines, at);
        return paragraph(run(line, formats[prominence]), styles[prominence]);
      })
      .join(""),
    {},
    picture,
  );
}

/** A newsletter as a web page, with a menu, a script and a style around it. */
export function htmlOf(text: string, style = ""): string {
  const lines = filledLines(text);
  const tags = ["p", "h1", "h2", "h3", "p"];
  const body = lines.map((line, at) => {
    const prominence = prominenceOf(lines, at);
    const words = prominence === 4 ? `<em>${escapedXml(line)}</em>` : escapedXml(line);
    return `<${tags[prominence]}>${words}</${tags[prominence]}>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>${style}</style></head>
<body><nav><a href="/">Home</a> <a href="/all">All issues</a></nav>${body.join("\n")}<script>alert("<p>RESOLVED: nothing</p>")</script><footer>Terms</footer></body></html>`;
}

/** A newsletter as Markdown. */
export function markdownOf(text: string): string {
  const lines = filledLines(text);
  const before = ["", "# ", "## ", "### ", ""];
  return lines.map((line, at) => `${before[prominenceOf(lines, at)]}${line}`).join("\n\n");
}

type Placed = { text: string; x: number; y: number; size?: number };

/** A PDF with these words at these places, page after page, in Helvetica; `japanese` in a font that is not in the file, from the top down if it is `vertical`. */
export function pdfOf(
  pages: readonly Placed[][],
  { japanese = false as boolean | "vertical", trailer = "", objects: more = [] as string[] } = {},
): Buffer {
  const font = japanese
    ? `<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-${japanese === "vertical" ? "V" : "H"}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 4>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>`
    : "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
  const shown = (text: string) =>
    japanese
      ? `<${Buffer.from(text, "utf16le").swap16().toString("hex")}>`
      : `(${text.replace(/[\\()]/g, "\\$&")})`;
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "", font];
  const kids: string[] = [];
  for (const page of pages) {
    const drawn = page
      .map(({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${y} Td ${shown(text)} Tj ET`)
      .join("\n");
    objects.push(`<</Length ${Buffer.byteLength(drawn, "latin1")}>>stream\n${drawn}\nendstream`);
    kids.push(
      `${objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${objects.length} 0 R>>`)} 0 R`,
    );
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`;
  objects.push(...more);
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, "latin1");
}

import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readImported } from "#debate/content/imported.ts";
import { readFile } from "#server/files/read-file.ts";
import { docxOf, docxWith, paragraph, pdfOf, run, zipOf } from "#tests/support/documents.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en } = ALL_WORDS;

const words = (code: string) =>
  (en.instructor.import.missing as Record<string, { title: string }>)[code]?.title;
const LINE = { text: "A page with some words that can be read by anyone.", x: 50, y: 700 };
const OLD_OFFICE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const DOCUMENT = { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") };

/** [U8] Each bad file, and the title of what the page says about it. */
const BAD: [what: string, name: string, bytes: Buffer, says: string][] = [
  ["an empty file", "a.docx", Buffer.alloc(0), "The file is empty"],
  ["blank lines", "a.txt", Buffer.from("\n \n\n"), "The file is empty"],
  ["a file of 20 MB and a byte", "a.txt", Buffer.alloc(20 * 1024 * 1024 + 1, 97), "The file is too large"],
  [
    "a picture named as a document",
    "a.docx",
    Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000", "latin1"),
    "This kind of file can’t be read",
  ],
  ["random bytes", "a.pdf", randomBytes(4_000), "This kind of file can’t be read"],
  [
    "a spreadsheet",
    "a.docx",
    zipOf([DOCUMENT, { name: "xl/workbook.xml", bytes: Buffer.from("<x/>") }]),
    "This kind of file can’t be read",
  ],
  [
    "a zip of texts",
    "a.zip",
    zipOf([{ name: "a.txt", bytes: Buffer.from(OWN) }]),
    "This kind of file can’t be read",
  ],
  [
    "a Word document of 2003",
    "a.doc",
    Buffer.concat([OLD_OFFICE, Buffer.alloc(600)]),
    "This is an older Word format",
  ],
  ["rich text", "a.rtf", Buffer.from("{\\rtf1 Words}"), "This is an older Word format"],
  [
    "a Word document with a password",
    "a.docx",
    Buffer.concat([OLD_OFFICE, Buffer.from("EncryptedPackage", "utf16le")]),
    "The file has a password",
  ],
  ["a zip with a password", "a.docx", zipOf([DOCUMENT], 1), "The file has a password"],
  ["a PDF with a password", "a.pdf", pdfOf([[LINE]], { trailer: ENCRYPTED() }), "The file has a password"],
  ["a PDF of scans", "a.pdf", pdfOf([[], [], []]), "There is no text in this PDF"],
  ["half a Word document", "a.docx", docxOf(OWN).subarray(0, 900), "The file is damaged"],
  ["the beginning of a PDF", "a.pdf", Buffer.from("%PDF-1.7\n1 0 obj"), "The file is damaged"],
  ["a Word document of broken XML", "a.docx", docxWith("<w:p><w:r>"), "The file is damaged"],
  ["a PDF with a stream of 65 MB", "a.pdf", packedPdf(65, 1), "The file unpacks to too much"],
  ["a PDF with nine streams of 45 MB", "a.pdf", packedPdf(45, 9), "The file unpacks to too much"],
  [
    "a PDF with a stream that is packed twice",
    "a.pdf",
    packedPdf(1, 1, "[/FlateDecode/FlateDecode]"),
    "The file unpacks to too much",
  ],
  [
    "a document that says it unpacks to 500 MB",
    "a.docx",
    zipOf([DOCUMENT, { name: "word/document.xml", bytes: Buffer.alloc(10), declared: 500 * 1024 * 1024 }]),
    "The file unpacks to too much",
  ],
  [
    "a document that unpacks to 13 MB and says 10 bytes",
    "a.docx",
    zipOf([DOCUMENT, { name: "word/document.xml", bytes: Buffer.alloc(13 * 1024 * 1024, 32), declared: 10 }]),
    "The file unpacks to too much",
  ],
  [
    "a document whose text and notes unpack to 8 MB each, three times",
    "a.docx",
    zipOf([
      DOCUMENT,
      ...["document", "footnotes", "comments"].map((name) => ({
        name: `word/${name}.xml`,
        bytes: Buffer.alloc(8 * 1024 * 1024, 32),
      })),
    ]),
    "The file unpacks to too much",
  ],
  [
    "a document of 5,000 empty parts",
    "a.docx",
    zipOf([DOCUMENT, ...Array.from({ length: 5_000 }, () => ({ name: "a", bytes: Buffer.alloc(0) }))]),
    "The file unpacks to too much",
  ],
];

/** A PDF with some spaces, packed as often as filters say. */
function packedPdf(megabytes: number, streams: number, filters = "/FlateDecode"): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 32), { level: 9 });
  const data = filters.startsWith("[") ? deflateSync(packed) : packed;
  const object = `<</Length ${data.length}/Filter${filters}>>\nstream\r\n${data.toString("latin1")}\nendstream`;
  return pdfOf([[LINE]], { objects: Array.from({ length: streams }, () => object) });
}

/** A PDF's note that its words are encrypted, for a reader that has no password. */
function ENCRYPTED(): string {
  const key = "00".repeat(32);
  return `/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>/ID[<${key}><${key}>]`;
}

describe("[U8] refused with words that say what to do:", () => {
  test.each(BAD)("%s", async (_, name, bytes, says) => {
    const read = await readFile(bytes, name);
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && words(read.fault)).toBe(says);
  });
});

test("[U8] a PDF with a picture of 60 MB is read", async () => {
  expect(await readFile(packedPdf(60, 1), "a.pdf")).toMatchObject({ ok: true });
});

const PARTS = "# RESOLVED: Cats Are Better\n\n## For\n\nCats sleep.\n\n## Against\n\nDogs bark.\n";
const MANY = Array.from({ length: 400 }, (_, n) => `Paragraph number ${n}.`).join("\n\n");

describe("[U7] read, and no debate:", () => {
  test.each([
    ["one position", PARTS.replace(/## Against[\s\S]*/u, ""), "Only one position found"],
    [
      "three positions",
      `${PARTS}\n## For, again: Ada\n\nMore.\n\n## Against: Bob\n\nLess.\n`,
      "{count} positions found",
    ],
    [
      "three headings that say no side",
      "# Cats or dogs?\n\n## Ada\n\nCats.\n\n## Bob\n\nDogs.\n\n## Cy\n\nFish.\n",
      "{count} positions found",
    ],
    ["400 paragraphs", PARTS.replace("Cats sleep.", MANY), "{name}: {count} paragraphs"],
    [
      "a resolution of 400 characters",
      PARTS.replace("Cats Are Better", `Cats ${"are better ".repeat(36)}`),
      "The resolution is too long",
    ],
  ])("%s", (_, text, says) => {
    const reading = readImported(text, true);
    expect(!reading.ok && reading.missing.map(({ code }) => words(code))).toEqual([says]);
  });
});

test("[U7] text that runs from right to left is read, with its language", () => {
  const arabic =
    "# RESOLVED: القطط أفضل من الكلاب\n\n## For: ليلى حداد\n\nالقطط هادئة ولا تزعج أحدا في البيت.\n\n## Against: سامي منصور\n\nالكلاب تحرس البيت وتفرح بأهله.\n";
  const reading = readImported(arabic, true);
  expect(reading.ok && reading.draft).toMatchObject({
    lang: "ar",
    positions: [{ expert: { name: "ليلى حداد" } }, { expert: { name: "سامي منصور" } }],
  });
});

test("[U3] a document without a word is empty", async () => {
  expect(await readFile(docxWith(paragraph(run(""))), "a.docx")).toEqual({ ok: false, fault: "empty-file" });
});

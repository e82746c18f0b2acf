import { describe, expect, test } from "vitest";
import { readImported } from "#debate/content/imported.ts";
import { readNewsletter } from "#debate/content/newsletter.ts";
import { readFile } from "#server/files/read-file.ts";
import { docxOf, htmlOf, markdownOf } from "#tests/support/documents.ts";
import { OWN, SEED } from "#tests/support/newsletter.ts";

/** What a file is read as. */
async function debateIn(bytes: Buffer, name: string) {
  const file = await readFile(bytes, name);
  if (!file.ok) throw new Error(file.fault);
  const reading = readImported(file.text, file.marked);
  if (!reading.ok) throw new Error(JSON.stringify(reading.missing));
  return reading;
}

const forms = (text: string): [string, string, Buffer][] => [
  ["plain text", "a.txt", Buffer.from(text)],
  ["UTF-16", "a.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
  ["Markdown", "a.md", Buffer.from(markdownOf(text))],
  ["a web page", "a.html", Buffer.from(htmlOf(text))],
  ["a Word document", "a.docx", docxOf(text)],
];

describe("[U1] a newsletter is the same debate as", () => {
  test.each(forms(OWN))("%s", async (_, name, bytes) => {
    const expected = readNewsletter(OWN);
    expect((await debateIn(bytes, name)).draft).toEqual(expected.ok && expected.draft);
  });
});

describe.skipIf(!SEED)("[U1] the real newsletter is the same debate, seven paragraphs a side, as", () => {
  test.each(forms(SEED ?? ""))("%s", async (_, name, bytes) => {
    const expected = readNewsletter(SEED ?? "");
    const { draft } = await debateIn(bytes, name);
    expect(draft).toEqual(expected.ok && expected.draft);
    expect(draft.positions.map(({ paragraphs }) => paragraphs.length)).toEqual([7, 7]);
  });
});

import { describe, expect, test } from "vitest";
import { debateFile } from "#debate/content/debate-file.ts";
import { writeMarkdown } from "#debate/content/debate-markdown.ts";
import { FILE_TEXT } from "#debate/content/file-remarks.ts";
import { readImported } from "#debate/content/imported.ts";
import { readNewsletter } from "#debate/content/newsletter.ts";
import { readFile } from "#server/files/read-file.ts";
import { docxOf, htmlOf, markdownOf } from "#tests/support/documents.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { OWN } from "#tests/support/newsletter.ts";

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

test("[D31] a file of exported debates may be longer than other text", async () => {
  const long = JSON.stringify(debateFile(Array.from({ length: 20 }, () => BUILT_IN_DEBATE)));
  expect(long.length).toBeGreaterThan(FILE_TEXT);
  expect(await readFile(Buffer.from(long), "series.json")).toMatchObject({ ok: true, text: long });
  // One debate with its reading texts at all their limits, in Markdown, is as long.
  const markdown = `${writeMarkdown(BUILT_IN_DEBATE)}\n${"港".repeat(FILE_TEXT)}\n`;
  expect(await readFile(Buffer.from(markdown), "debate.md")).toMatchObject({ ok: true, text: markdown });
  for (const text of [long, markdown]) {
    const other = Buffer.from(text.replace("resolved-debate", "other"));
    expect(await readFile(other, "other.json")).toEqual({ ok: false, fault: "too-hard" });
  }
});

describe("[U1] a newsletter is the same debate as", () => {
  test.each(forms(OWN))("%s", async (_, name, bytes) => {
    const expected = readNewsletter(OWN);
    expect((await debateIn(bytes, name)).draft).toEqual(expected.ok && expected.draft);
  });
});

import { expect, test } from "vitest";
import { readImported } from "#debate/content/imported.ts";
import { withNoteMarks } from "#server/files/pdf-notes.ts";
import { readFile } from "#server/files/read-file.ts";
import { pdfOf } from "#tests/support/documents.ts";
import { lines, page, TITLE, uncertainColumns } from "#tests/support/two-columns.ts";

const open = { to: "very" };
const on = { from: "middle, which" };

async function read(pages: Parameters<typeof pdfOf>[0]) {
  const file = await readFile(pdfOf(pages), "a.pdf");
  if (!file.ok) throw new Error(file.fault);
  const reading = readImported(file.text, file.marked);
  const places = [...file.text.matchAll(/(?:words|which) of the (\w+) are/gu)].map(([, place]) => place);
  return { places, remarks: file.remarks, reading };
}
const FIRST = ["for1", "for2", "against1", "against2"];
const asked = (remarks: readonly { code: string }[]) =>
  remarks.filter(({ code }) => code === "column-unsure");

test("[U15] a column under each side's heading is followed from page to page, and nothing is asked", async () => {
  const { places, remarks, reading } = await read([
    page({ head: "For", lines: lines("for1") }, { head: "Against", lines: lines("against1") }, TITLE),
    page({ lines: lines("for2") }, { lines: lines("against2") }),
  ]);
  expect(places).toEqual(FIRST);
  expect(remarks).toEqual([{ code: "columns-followed" }]);
  expect(reading.ok && reading.draft.positions.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 2]);
});

test("[U15] a column whose sentence goes on is followed, under other headings, and on a last page without the other column", async () => {
  const { places, remarks } = await read([
    page(
      { head: "Why cats", lines: lines("for1", open) },
      { head: "Why dogs", lines: lines("against1") },
      TITLE,
    ),
    page({ lines: lines("for2", on) }, { lines: [] }),
  ]);
  expect(places).toEqual(["for1", "for2", "against1"]);
  expect(asked(remarks)).toEqual([]);
});

test("[U15] a text that goes on from column to column is read page by page", async () => {
  const { places, remarks } = await read([
    page({ head: "For", lines: lines("for1", open) }, { lines: lines("for2", { ...on, ...open }) }, TITLE),
    page({ lines: lines("for3", on) }, { head: "Against", lines: lines("against1") }),
  ]);
  expect(places).toEqual(["for1", "for2", "for3", "against1"]);
  expect(remarks).toEqual([{ code: "columns-read" }]);
});

test("[U15] where nothing tells whose a column is, the preview is asked about it", async () => {
  const { places, remarks, reading } = await read(uncertainColumns());
  expect(places).toEqual(FIRST);
  expect(asked(remarks)).toEqual(
    ["for2", "against2"].map((place) => ({
      code: "column-unsure",
      text: `The words of the ${place} are printed here…`,
      end: `and the ${place} is at its end here.`,
    })),
  );
  expect(reading.ok && reading.draft.positions.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 2]);
});

test("[U14] a raised number at a word is the mark of a footnote, on the line of its word; another number is none", () => {
  const item = (text: string, x: number, y: number, size = 10) => ({
    text,
    x,
    y,
    size,
    width: 5 * text.length,
  });
  const marks = withNoteMarks([
    item("ice", 50, 730),
    item("1", 65.5, 734, 6),
    item("in", 75, 730),
    item("2", 90, 730),
  ]);
  expect(marks.map(({ text, y }) => [text, y])).toEqual([
    ["ice", 730],
    ["[^1]", 730],
    ["in", 730],
    ["2", 730],
  ]);
});

import { expect, test } from "vitest";
import { withoutFootnotes } from "#debate/content/footnotes.ts";
import { readImported } from "#debate/content/imported.ts";
import { withTables } from "#debate/content/tables.ts";

test.each([
  ["[1]", "[1] "],
  ["[^1]", "[^1]: "],
  ["¹", "¹ "],
])("[U14] the number %s goes, and its note is apart", (mark, before) => {
  expect(withoutFootnotes(`The harbor${mark} froze.\n\n${before}Port log,\npage 3.`)).toEqual({
    text: "The harbor froze.\n",
    notes: ["Port log, page 3."],
  });
});

test("[U14] rows of a table are one paragraph, in Markdown, too, and one line with a bar is none", () => {
  const rows = ["Year | Cats", "2019 | 12"];
  const shown = (found: readonly string[]) => found.join("; ");
  for (const table of ["Year\tCats\n2019\t12", "| Year | Cats |\n|---|---|\n| 2019 | 12 |", rows.join("\n")])
    expect(withTables(`Before.\n${table}\nAfter.`, shown)).toEqual({
      text: `Before.\n\n${rows.join("; ")}\n\nAfter.`,
      tables: 1,
    });
  expect(withTables("Home | About", shown)).toEqual({ text: "Home | About", tables: 0 });
});

test("[N18] a footnote that is too long for a resource is listed whole", () => {
  const note = `Port log. ${"More of it. ".repeat(60)}End.`;
  const text = `Cats or dogs\n\nFor\n\nCats sleep.[1]\n\nAgainst\n\nDogs guard.\n\n[1] ${note}`;
  const reading = readImported(text, false);
  expect(reading.ok && reading.warnings).toContainEqual({ code: "left-out", text: note });
});

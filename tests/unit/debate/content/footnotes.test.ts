import fc from "fast-check";
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

test("[U14] a raised number without a note stays raised, and brackets without one stay", () => {
  const text = "A hall of 40 m[^2], as the court [2019] said of 10⁶ cases.";
  expect(withoutFootnotes(text)).toEqual({
    text: "A hall of 40 m², as the court [2019] said of 10⁶ cases.",
    notes: [],
  });
});

test("[U14] numbers of footnotes anywhere in a text leave its words, in their order", () => {
  const word = fc.constantFrom("harbor", "ice", "港", "the", "Town");
  const texts = fc.array(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 9 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(texts, (paragraphs) => {
      const notes: string[] = [];
      const numbered = paragraphs.map((words) =>
        words
          .map(([each, hasNote]) => (hasNote ? `${each}[${notes.push(`Source of ${each}.`)}]` : each))
          .join(" "),
      );
      const text = [...numbered, ...notes.map((note, n) => `[${n + 1}] ${note}`)].join("\n\n");
      const read = withoutFootnotes(text);
      expect(read.text.trimEnd()).toBe(
        paragraphs.map((words) => words.map(([each]) => each).join(" ")).join("\n\n"),
      );
      expect(read.notes).toEqual(notes);
    }),
  );
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

test("[U14] emphasis within emphasis leaves no sign in a text that has no Markdown", () => {
  const reading = readImported(
    "# **Cats *and* dogs**\n\n## Introduction\n\n**A *town* votes** and ***asks***.\n\n## For\n\nCats sleep.\n\n## Against\n\nDogs guard.",
    true,
  );
  expect(reading.ok && reading.draft).toMatchObject({
    resolution: "Cats and dogs",
    introduction: "A town votes and asks.",
  });
});

test("[N18] a footnote that is too long for a resource is listed whole", () => {
  const note = `Port log. ${"More of it. ".repeat(60)}End.`;
  const text = `Cats or dogs\n\nFor\n\nCats sleep.[1]\n\nAgainst\n\nDogs guard.\n\n[1] ${note}`;
  const reading = readImported(text, false);
  expect(reading.ok && reading.warnings).toContainEqual({ code: "left-out", text: note });
});

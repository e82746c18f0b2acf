import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { plainText } from "#debate/content/plain-debate.ts";
import {
  asDocx,
  asHtml,
  asOpenDocument,
  asText,
  OP_EDS,
  OP_EDS_IN_JAPANESE,
  type OpEds,
} from "#tests/support/op-eds.ts";
import { startServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(/[\p{L}\p{N}’']+/gu) ?? []);
/** In Japanese words have no spaces between them, so a line of a PDF may end anywhere. */
const letters = (texts: readonly string[]) =>
  wordsOf(texts)
    .join(" ")
    .replace(/(?<=[^\p{ASCII}]) (?=[^\p{ASCII}])/gu, "");

/** What each side says, word by word. */
const said = ({ opEds }: OpEds) =>
  opEds.map(({ parts }) =>
    parts.flatMap((part) => {
      if (typeof part === "string") return [part.replace("^", "")];
      return "table" in part ? [part.table.flat().join(" ")] : [part.subheading];
    }),
  );

const FORMS = [
  ["pasted text", "a.txt", asText],
  ["a web page", "a.html", asHtml],
  ["a Word document", "a.docx", asDocx],
  [
    "a PDF with a column for each side over several pages",
    "a.pdf",
    (opEds: OpEds) => readFileSync(`tests/fixtures/op-eds${opEds === OP_EDS ? "" : "-japanese"}.pdf`),
  ],
] as const;

describe.each([
  ["English", OP_EDS],
  ["Japanese", OP_EDS_IN_JAPANESE],
])(
  "[U13] [U14] [U15] an instructor imports two op-eds in %s, and every word is on its side, from",
  (_, opEds) => {
    test.each(FORMS)("%s", async (_, name, made) => {
      await using server = await startServer();
      const response = await server.asInstructor("/api/debates/import", {
        method: "POST",
        body: formWith(made(opEds), name),
      });
      expect(response.status).toBe(201);
      const { debate, warnings }: { debate: Debate; warnings: { code: string }[] } = await response.json();
      const texts = debate.positions.map(({ paragraphs }) =>
        paragraphs.map(({ text }) => plainText(debate.format, text)),
      );
      expect(debate.resolution).toBe(opEds.title);
      expect(texts.map(letters)).toEqual(said(opEds).map(letters));
      expect(
        debate.positions.map(({ expert }) => [expert.name, `${expert.institution ?? ""}${expert.role}`]),
      ).toEqual(opEds.opEds.map((opEd) => [opEd.name, opEd.role]));
      // A paragraph for each part, a table being one, and no sign of how it was written.
      expect(texts.map(({ length }) => length)).toEqual(opEds.opEds.map(({ parts }) => parts.length));
      expect(texts.flat().join("\n")).not.toMatch(/[*[]/u);
      expect(debate.resources.map(({ label }) => label)).toEqual(opEds.notes);
      expect(warnings).toContainEqual({ code: "footnotes-moved", count: 2 });
    });
  },
);

test("[U15] what the PDFs were printed from has every word of the op-eds", () => {
  for (const opEds of [OP_EDS, OP_EDS_IN_JAPANESE]) {
    const printed = wordsOf([
      asOpenDocument(opEds)
        .replace(/<text:note .*?<\/text:note>/g, "")
        .replace(/<[^>]*>/g, " "),
    ]);
    for (const word of wordsOf(said(opEds).flat())) expect(printed).toContain(word);
  }
});

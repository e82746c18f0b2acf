import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { debateFile, readDebateFile } from "#debate/content/debate-file.ts";
import { writeMarkdown } from "#debate/content/debate-markdown.ts";
import { readMarkdown } from "#debate/content/debate-markdown-reader.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { randomDebate } from "#tests/support/random-debates.ts";

const { id: _, ...BUILT_IN } = BUILT_IN_DEBATE;
const stored = (draft: object) => ({ id: "x", ...draft }) as Debate;
const json = (...drafts: object[]) => JSON.stringify(debateFile(drafts.map(stored)), null, 2);
const often = { numRuns: 50 };
const codes = (reading: ReturnType<typeof readMarkdown>) =>
  reading === null ? "none" : reading.ok ? "read" : reading.missing.map(({ code }) => code);

describe("[D29] [D30] nothing is lost", () => {
  test("of any debate written as Markdown and read again", () => {
    fc.assert(
      fc.property(randomDebate, (draft) => {
        const written = writeMarkdown(draft);
        for (const saved of [written, `\ufeff${written.replaceAll("\n", "\r\n")}`])
          expect(readMarkdown(saved)).toEqual({ ok: true, drafts: [draft] });
      }),
      often,
    );
  });

  test("of several debates in one JSON file", () => {
    fc.assert(
      fc.property(fc.array(randomDebate, { minLength: 1, maxLength: 3 }), (drafts) => {
        expect(readDebateFile(json(...drafts))).toEqual({ ok: true, drafts });
      }),
      often,
    );
  });
});

describe("[D31] a file is read whole or refused", () => {
  test("other texts are no such files", () => {
    for (const text of ["", "RESOLVED: Ports", "---\ntitle: x\n---\n# x", '{"name": "x"}', "---"])
      expect([readDebateFile(text), readMarkdown(text)]).toEqual([null, null]);
  });

  test("a newer file is refused as newer, whatever is in it", () => {
    expect(codes(readDebateFile('{"format":"resolved-debate","version":3,"clips":[]}'))).toEqual([
      "newer-file",
    ]);
    const markdown = writeMarkdown(BUILT_IN_DEBATE).replace("version: 1", "version: 3");
    expect(codes(readMarkdown(markdown))).toEqual(["newer-file"]);
  });

  test("a file that was cut off or has an unknown field is refused, and says where", () => {
    expect(codes(readDebateFile(json(BUILT_IN).slice(0, -10)))).toEqual(["broken-file"]);
    expect(readDebateFile(json({ ...BUILT_IN, owner: "Eve" }))).toEqual({
      ok: false,
      missing: [{ code: "does-not-fit", field: "debates.0.owner" }],
    });
    expect(readDebateFile(json(BUILT_IN, { ...BUILT_IN, resolution: "x".repeat(301) }))).toEqual({
      ok: false,
      missing: [{ code: "does-not-fit", field: "debates.1.resolution" }],
    });
  });

  test.each([
    ["an unknown heading", "## Rights", "## Copyright", "Copyright"],
    ["a line outside any part", "\n## Introduction", "Hello.\n\n## Introduction", "Hello."],
    ["front matter that is no JSON", "volume: 2", "volume: two", "volume: two"],
    ["an unknown field of an expert", "- honorific: Mr.", "- age: 50", "age: 50"],
    ["a heading out of place", "## Against", "#### Against", "Against"],
  ])("Markdown with %s is refused, with the line", (_, from, to, line) => {
    const changed = writeMarkdown(BUILT_IN_DEBATE).replace(from, to);
    expect(readMarkdown(changed)).toEqual({ ok: false, missing: [{ code: "broken-file", line }] });
  });

  test("any text is read or refused; reading never throws", () => {
    const written = writeMarkdown(BUILT_IN_DEBATE);
    for (const part of ["## Rights", "## Resources", "## For"])
      for (const lines of ["x\n", "- x\n", "### x\n", "  \n"])
        expect(codes(readMarkdown(written.replace(part, `${part}\n${lines.repeat(150_000)}`)))).not.toBe(
          "none",
        );
    fc.assert(
      fc.property(fc.nat({ max: written.length }), fc.nat({ max: 400 }), fc.string(), (at, cut, put) => {
        const changed = written.slice(0, at) + put + written.slice(at + cut);
        expect(() => [readMarkdown(changed), readDebateFile(changed)]).not.toThrow();
      }),
      often,
    );
  });
});

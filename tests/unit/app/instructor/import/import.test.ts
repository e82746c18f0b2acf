import { describe, expect, test } from "vitest";
import { setFields } from "#app/instructor/editor/changes.ts";
import { textOf } from "#app/instructor/import/file.ts";
import { understand } from "#app/instructor/import/import-draft.ts";
import { locate, searchable } from "#app/instructor/import/locate.ts";
import { isOpen, remarksAt } from "#app/instructor/import/remarks.ts";
import { sameSitePath } from "#app/instructor/same-site.ts";

const SHORT = `RESOLVED: Cats Are Better

Dr. Ada Example
Director, Cat Institute

Cats are great.

Dr. Bob Other
Director, Dog Institute

Dogs are great.
`;

describe("remarks", () => {
  test("appear at the part that they concern, and close when the missing text is filled in", () => {
    const understood = understand(SHORT);
    if (!understood.ok) throw new Error("the short newsletter is one");
    const places = understood.remarks.map(({ at, warning }) => [warning.code, at]);
    expect(places).toContainEqual(["no-date", "date"]);
    expect(places).toContainEqual(["no-biography", "second.biography"]);
    expect(places.map(([code]) => code)).not.toContain("sides-follow-order");
    const dated = setFields({ date: "2019" })(understood.form);
    const open = understood.remarks
      .filter((remark) => isOpen(dated, remark))
      .map(({ warning }) => warning.code);
    expect(open).not.toContain("no-date");
    expect(open).toContain("no-series");
  });

  test("corrected quotation marks are reported once, with their number", () => {
    const understood = understand(SHORT);
    if (!understood.ok) throw new Error("the short newsletter is one");
    const cleaned = ["a", "b", "c"].map((label) => ({ code: "quotes-cleaned", label }) as const);
    expect(remarksAt(understood.form, cleaned)).toEqual([
      { key: 0, at: "related", warning: cleaned[0], count: 3 },
    ]);
  });
});

describe("where words stand in the text", () => {
  const text = "First line.\n\nA paragraph that was\nwrapped  at a width.\n";

  test("line breaks and spaces make no difference", () => {
    const found = locate(searchable(text), "A paragraph that was wrapped at a width.");
    expect(found && text.slice(found.start, found.end)).toBe("A paragraph that was\nwrapped  at a width.");
  });

  test("words that are missing from the text, or empty, are not found", () => {
    expect(locate(searchable(text), "Something else")).toBeNull();
    expect(locate(searchable(text), " ")).toBeNull();
  });
});

describe("files", () => {
  const file = (...parts: BlobPart[]) => new File(parts, "issue.txt");
  const why = async (given: File) => {
    const read = await textOf(given);
    return read.ok ? "read" : read.why;
  };

  test("a file that is not text is refused by its first bytes", async () => {
    expect(await why(file("%PDF-1.7"))).toBe("pdf");
    expect(await why(file(Uint8Array.of(0x50, 0x4b, 3, 4)))).toBe("word");
    expect(await why(file(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)))).toBe("word");
    expect(await why(file(Uint8Array.of(1, 0, 2)))).toBe("not-text");
  });

  test("a file that is too large is refused, by bytes or by characters", async () => {
    expect(await why(file(new Uint8Array(5 * 1024 * 1024).fill(97)))).toBe("too-large");
    expect(await why(file("a".repeat(1_000_001)))).toBe("too-large");
  });

  test("UTF-8, UTF-16 and Windows-1252 are read", async () => {
    expect(await textOf(file("naïve"))).toMatchObject({ ok: true, text: "naïve" });
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from("naïve", "utf16le")]);
    expect(await textOf(file(wide))).toMatchObject({ ok: true, text: "naïve" });
    // Node 20 decodes Windows-1252 as Latin-1, so no curly quotes here; browsers know them.
    expect(await textOf(file(Uint8Array.of(0xe9, 0x61)))).toMatchObject({ ok: true, text: "éa" });
  });
});

describe("which page signing in leads to", () => {
  test.each([
    ["/host/ABC123?x=1#y", "/host/ABC123?x=1#y"],
    [undefined, "/dashboard"],
    ["", "/dashboard"],
    ["dashboard", "/dashboard"],
    ["https://evil.example", "/dashboard"],
    ["//evil.example", "/dashboard"],
    ["/\\evil.example", "/dashboard"],
    ["/\t/evil.example", "/dashboard"],
    ["/..//evil.example", "/dashboard"],
    ["javascript:alert(1)", "/dashboard"],
  ])("%j leads to %s", (next, path) => {
    expect(sameSitePath(next)).toBe(path);
  });
});

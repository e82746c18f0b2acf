import { describe, expect, test, vi } from "vitest";
import { setFields } from "#app/instructor/editor/changes.ts";
import { importExported, textOf } from "#app/instructor/import/file.ts";
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

describe("[U1] files", () => {
  const asked = (answer: Response) => {
    const fetched = vi.fn(async () => answer);
    vi.stubGlobal("fetch", fetched);
    return fetched;
  };
  const never = new AbortController().signal;

  test("of more than 20 MB are refused before they are sent", async () => {
    const fetched = asked(new Response("{}"));
    const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], "issue.pdf");
    expect(await textOf(large, never)).toEqual({
      ok: false,
      refused: { why: "file-too-large", name: "issue.pdf" },
    });
    expect(fetched).not.toHaveBeenCalled();
  });

  test("are refused with what the server says is wrong with them, else with why it said nothing", async () => {
    const error = { code: "malformed", message: "", fields: [{ code: "encrypted" }] };
    asked(Response.json({ error }, { status: 422 }));
    const file = new File(["x"], "issue.pdf");
    expect(await textOf(file, never)).toEqual({
      ok: false,
      refused: { why: "encrypted", name: "issue.pdf" },
    });
    asked(Response.json({ error: { code: "too-many", message: "" } }, { status: 429 }));
    expect(await textOf(file, never)).toEqual({
      ok: false,
      refused: { code: "too-many", name: "issue.pdf" },
    });
  });

  test("[D31] of exported debates are imported as files of any length, under an id [D11]", async () => {
    const fetched = asked(Response.json({ debate: { id: "one" } }, { status: 201 }));
    const text = "港は静かに。".repeat(1_000_000);
    expect(await importExported(text, "0b7e", "ada")).toMatchObject({ ok: true });
    const [path, { body }] = fetched.mock.calls[0] as unknown as [string, { body: unknown }];
    expect(path).toBe("/api/debates/import?id=0b7e");
    const sent = body instanceof FormData ? body.get("file") : null;
    expect(sent instanceof File && (await sent.text()) === text).toBe(true);
  });

  test("a remark on a column's end is beside its paragraph, and one on the file above them all", () => {
    const remarks = [{ code: "columns-read" }, { code: "break-unsure", text: "Dogs are…" }] as const;
    const understood = understand(SHORT, { name: "a.pdf", marked: true, remarks: [...remarks] });
    if (!understood.ok) throw new Error("the short newsletter is one");
    const { key, paragraphs } = understood.form.positions[1];
    const places = understood.remarks.map(({ at, warning }) => [warning.code, at]);
    expect(places).toContainEqual(["columns-read", "left-over"]);
    expect(places).toContainEqual(["break-unsure", `${key}.paragraph.${paragraphs[0]?.key}`]);
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

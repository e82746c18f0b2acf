import { describe, expect, test, vi } from "vitest";
import { importExported, textOf } from "#app/instructor/import/file.ts";
import { sameSitePath } from "#app/instructor/same-site.ts";

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

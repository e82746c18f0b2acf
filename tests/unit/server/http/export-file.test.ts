import { expect, test } from "vitest";
import { exportFile, FORMATS } from "#server/http/export-file.ts";
import type { ExportRow } from "#server/sessions/export-rows.ts";
import { inPieces } from "#tests/unit/server/http/in-pieces.ts";

function pieces(format: (typeof FORMATS)[number], count: number) {
  let drawn = 0;
  function* rows(): Generator<ExportRow> {
    for (; drawn < count; drawn += 1) yield { n: drawn, text: 'ü, "x"' };
  }
  const { body } = exportFile(format, "exposures", { columns: ["n", "text"], rows: rows() });
  return inPieces(body, () => drawn);
}

test.each(FORMATS)(
  "[L15] %s: a hundred rows are written and sent in each turn of the event loop",
  async (format) => {
    const { each: written, turns } = await pieces(format, 1_050);
    expect(Math.max(...written)).toBeLessThanOrEqual(101);
    expect(written.length).toBeGreaterThanOrEqual(11);
    expect(turns).toBe(written.length);
  },
);

test("[L15] in pieces it is the same file, also with no row, a hundred, and one more", async () => {
  for (const count of [0, 1, 100, 101, 1_050]) {
    const rows = Array.from({ length: count }, (_, n) => ({ n, text: 'ü, "x"' }));
    expect(JSON.parse((await pieces("json", count)).text)).toEqual({ table: "exposures", rows });
    const lines = rows.map(({ n }) => `${n},"ü, ""x"""\n`).join("");
    expect((await pieces("csv", count)).text).toBe(`\uFEFFn,text\n${lines}`);
  }
});

import { expect, test } from "vitest";
import { exportFile, FORMATS } from "#server/http/export-file.ts";
import type { ExportRow } from "#server/sessions/export-rows.ts";

/** A file, and for each piece of it how many rows were written since the one before, and in which turn of the event loop. */
async function pieces(format: (typeof FORMATS)[number], count: number) {
  let [drawn, before, turn] = [0, 0, 0];
  function* rows(): Generator<ExportRow> {
    for (; drawn < count; drawn += 1) yield { n: drawn, text: 'ü, "x"' };
  }
  const { body } = exportFile(format, "exposures", { columns: ["n", "text"], rows: rows() });
  let isDone = false;
  const nextTurn = () => {
    turn += 1;
    if (!isDone) setImmediate(nextTurn);
  };
  setImmediate(nextTurn);
  const texts: Buffer[] = [];
  const written: number[] = [];
  const turns = new Set<number>();
  for await (const piece of body) {
    texts.push(Buffer.from(piece));
    written.push(drawn - before);
    turns.add(turn);
    before = drawn;
  }
  isDone = true;
  return { text: Buffer.concat(texts).toString(), written, turns: turns.size };
}

test.each(FORMATS)(
  "[L15] %s: a hundred rows are written and sent in each turn of the event loop",
  async (format) => {
    const { written, turns } = await pieces(format, 1_050);
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

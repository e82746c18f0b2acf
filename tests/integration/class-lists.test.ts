import { describe, expect, test } from "vitest";
import { ROSTER, shiftJis, zipOfTexts } from "#tests/support/lists.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

const PATH = "/api/classes/preview";
const pasted = (server: TestServer, text: string, query = "") =>
  server.asInstructor(`${PATH}${query}`, { json: { text } });
const uploaded = (server: TestServer, content: string | Buffer, query = "") =>
  server.asInstructor(`${PATH}${query}`, { method: "POST", body: formWith(content, "list.csv") });
const stored = async ({ database: { reader } }: TestServer) => [
  await reader.class.count(),
  await reader.classStudent.count(),
  await reader.debateSource.count(),
];

describe("[Q3] a list", () => {
  test("that is pasted, in Shift_JIS or a OneRoster archive is read with what was chosen, and nothing is stored", async () => {
    await using server = await startServer();
    const list = "番号,山田さん,組\n1,山田 太郎,A\n2,佐藤 花子,B\n";
    const columns = "?columns=number,name,group&group=B";
    const read = {
      separator: ",",
      group: "B",
      students: [{ line: 3, name: "佐藤 花子", number: "2" }],
    };
    expect(await (await pasted(server, list, columns)).json()).toMatchObject({ ...read, encoding: "utf-8" });
    const file = await uploaded(server, shiftJis(list), columns);
    expect(file.status).toBe(200);
    expect(await file.json()).toMatchObject({ ...read, encoding: "shift_jis" });
    expect(await (await uploaded(server, zipOfTexts(ROSTER), "?group=c2")).json()).toMatchObject({
      kind: "oneroster",
      group: "c2",
      students: [{ name: "Al Turing" }],
    });
    expect(await stored(server)).toEqual([0, 0, 0]);
  });

  test("of 5,000 lines is read in a process of its own", async () => {
    await using server = await startServer();
    const list = Array.from({ length: 5_000 }, (_, n) => `${n}\tStudent ${n}`).join("\n");
    const read = await (await pasted(server, list, "?columns=number,name")).json();
    expect(read.students).toHaveLength(1_000);
    // This one fails.
    await using broken = await startServer({ fileChild: "tests/support/file-child.mjs" });
    expect((await pasted(broken, "broken".padEnd(10_000))).status).toBe(200);
    expect((await (await pasted(broken, "broken".padEnd(10_001))).json()).error.fields).toEqual([
      { code: "too-hard" },
    ]);
  });

  test("is read for instructors only, 60 times a minute", async () => {
    await using server = await startServer();
    expect((await server.request(PATH, { json: { text: "Ada" } })).status).toBe(401);
    for (let tried = 1; tried <= 60; tried += 1) expect((await pasted(server, "Ada")).status).toBe(200);
    expect((await uploaded(server, "Ada")).status).toBe(429);
  });
});

test("[Q4] a file of another kind is refused as 415 with what to do, an unreadable one as 422, and unknown columns as 400", async () => {
  await using server = await startServer();
  const sheet = await uploaded(
    server,
    zipOfTexts({ "[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>" }),
  );
  expect(sheet.status).toBe(415);
  expect((await sheet.json()).error).toMatchObject({
    code: "malformed",
    message: expect.stringContaining("Save it as CSV"),
    fields: [{ code: "spreadsheet" }],
  });
  expect((await uploaded(server, "%PDF-1.7")).status).toBe(415);
  expect((await uploaded(server, zipOfTexts(ROSTER).subarray(0, 400))).status).toBe(422);
  expect((await pasted(server, "\n")).status).toBe(422);
  expect((await pasted(server, "Ada", "?columns=name,vote")).status).toBe(400);
});

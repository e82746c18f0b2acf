import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListChoices } from "#debate/classes/list-rows.ts";
import { LIST_LINES, STUDENTS } from "#debate/rules/classes.ts";
import { FORMULA_SIGNS } from "#debate/rules/formulas.ts";
import { readName } from "#debate/rules/names.ts";
import { readList } from "#server/files/class-lists.ts";
import { docxOf, pdfOf, zipOf } from "#tests/support/documents.ts";
import { ROSTER, shiftJis, zipOfTexts } from "#tests/support/lists.ts";

function preview(list: string | Buffer, choices: ListChoices = {}) {
  const read = readList(
    typeof list === "string" ? { text: list, choices } : { bytes: list, name: "a.csv", choices },
  );
  if (!read.ok) throw new Error(read.fault);
  return read.preview;
}
const namesIn = (...given: Parameters<typeof preview>) => preview(...given).students.map(({ name }) => name);
const problemsIn = (...given: Parameters<typeof preview>) =>
  preview(...given).problems.map(({ line, what }) => `${line} ${what}`);
const usesIn = (...given: Parameters<typeof preview>) => preview(...given).columns.map(({ use }) => use);

describe("[Q3] a list", () => {
  test("of names on lines has its blank lines and its heading left out, and no column", () => {
    expect(preview('Name\r\n Ada  Lovelace \r\n\r\n"Turing, Alan"\r\n 12. King, Jr.\r\n')).toEqual({
      kind: "lines",
      encoding: "utf-8",
      columns: [],
      groups: [],
      students: [
        { line: 2, name: "Ada Lovelace" },
        { line: 4, name: "Turing, Alan" },
        { line: 5, name: "King, Jr." },
      ],
      problems: [],
    });
  });

  test("pasted from a spreadsheet says what each column was taken for", () => {
    expect(preview("Class\tFirst name\tLast name\tID\n1A\tAda\tLovelace\t007\n1A\tTarō\t山田\t8\n")).toEqual({
      kind: "table",
      encoding: "utf-8",
      separator: "\t",
      columns: [
        { header: "Class", use: "group", samples: ["1A", "1A"] },
        { header: "First name", use: "given", samples: ["Ada", "Tarō"] },
        { header: "Last name", use: "family", samples: ["Lovelace", "山田"] },
        { header: "ID", use: "number", samples: ["007", "8"] },
      ],
      groups: [{ id: "1A", name: "1A", students: 2 }],
      group: "1A",
      students: [
        { line: 2, name: "Ada Lovelace", number: "007" },
        { line: 3, name: "山田 Tarō", number: "8" },
      ],
      problems: [],
    });
  });

  test("is read below a title, with names of which only one of two columns is in kanji", () => {
    const list = "1年A組,,\n番号,生徒,カナ\n1,山田 太郎,ヤマダ タロウ\n2,佐藤 花子,サトウ ハナコ\n";
    expect(namesIn(list)).toEqual(["山田 太郎", "佐藤 花子"]);
    expect(usesIn(list.replace(/^.*\n.*\n/u, ""))).toEqual(["number", "name", "none"]);
  });

  test("whose columns can't be told has no students until they are chosen", () => {
    const list = "Ada,Byron,7\nAlan,Turing,8\n";
    expect(preview(list)).toMatchObject({
      columns: [{ header: "", use: "none", samples: ["Ada", "Alan"] }, { use: "none" }, { use: "number" }],
      students: [],
      problems: [],
    });
    expect(namesIn(list, { columns: ["family", "given"] })).toEqual(["Byron Ada", "Turing Alan"]);
    expect(preview(list, { columns: ["none", "name"] }).students).toEqual([
      { line: 1, name: "Byron" },
      { line: 2, name: "Turing" },
    ]);
  });

  test("with a heading that nobody knows is read by its values", () => {
    expect(preview("Lernende;Kennung\nAda;7\nAlan;8\n")).toMatchObject({
      columns: [
        { header: "Lernende", use: "name" },
        { header: "Kennung", use: "number" },
      ],
      students: [{ line: 2, name: "Ada", number: "7" }, { line: 3 }],
    });
  });

  test("of several classes is cut to the chosen one", () => {
    const list = "組,番号,氏名\nA,1,山田\nB,1,佐藤\nB,2,鈴木\n";
    expect(preview(list).groups).toEqual([
      { id: "A", name: "A", students: 1 },
      { id: "B", name: "B", students: 2 },
    ]);
    expect(namesIn(list)).toEqual(["山田", "佐藤", "鈴木"]);
    expect(preview(list, { group: "B" })).toMatchObject({ group: "B", students: [{ line: 3 }, { line: 4 }] });
    expect(preview(list, { group: "C" }).group).toBeUndefined();
  });

  const JAPANESE = "学籍番号,氏名\r\n1,髙橋 蓮\r\n2,﨑山 葵\r\n";
  test.each([
    ["UTF-8 with a mark", "utf-8", Buffer.from(`\uFEFF${JAPANESE}`)],
    ["UTF-16", "utf-16", Buffer.from(`\uFEFF${JAPANESE}`, "utf16le")],
    ["UTF-16, the other way round", "utf-16", Buffer.from(`\uFEFF${JAPANESE}`, "utf16le").swap16()],
    ["Shift_JIS of Windows", "shift_jis", shiftJis(JAPANESE)],
  ])("in %s is read", (_, encoding, bytes) => {
    expect(preview(bytes)).toMatchObject({
      encoding,
      students: [
        { name: "髙橋 蓮", number: "1" },
        { name: "﨑山 葵", number: "2" },
      ],
    });
  });

  test("in what Excel saves in Germany or France is read", () => {
    const bytes = Buffer.from("Nom;Prénom\nMüller;Jérôme\nLefèvre;Noël\n", "latin1");
    expect(preview(bytes).encoding).toBe("windows-1252");
    expect(namesIn(bytes)).toEqual(["Jérôme Müller", "Noël Lefèvre"]);
  });

  test("keeps any names through any separator, quotes, mark and line ends", () => {
    const letters = [..."aZÉß山田たろ김'.,;|\t\"\r\n =-1"];
    const name = fc
      .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 })
      .filter((typed) => readName(typed) !== null && !FORMULA_SIGNS.has(readName(typed)?.charAt(0) ?? ""));
    const format = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      quoted: fc.boolean(),
      bom: fc.boolean(),
      record_delimiter: fc.constantFrom("\n", "\r\n", "\r"),
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), format, (names, options) => {
        const rows = [["Number", "Name"], ...names.map((each, n) => [String(n), each])];
        const csv = stringify(rows, { ...options, quoted_match: /[\r\n",;|\t]/u });
        const { students, separator } = preview(Buffer.from(csv));
        expect(separator).toBe(options.delimiter);
        expect(students.map((each) => [each.number, each.name])).toEqual(
          names.map((each, n) => [String(n), readName(each)]),
        );
      }),
    );
  });
});

describe("[Q4] problems are said line by line:", () => {
  test("a name that is empty, too long, a formula or unreadable is left out", () => {
    const list = [
      "number,name",
      "1,",
      `2,${"n".repeat(81)}`,
      "3,=1+1",
      "@4,Ada",
      "5,Ã¼ber",
      "6,山\uFFFD",
      `7,${"n".repeat(80)}`,
      `${"8".repeat(41)},Bob`,
      '"=""009""",Cy',
    ].join("\n");
    expect(problemsIn(list)).toEqual([
      "2 empty",
      "3 too-long",
      "4 formula",
      "5 formula",
      "6 unreadable",
      "7 unreadable",
      "9 too-long",
    ]);
    // Spreadsheets keep the zeros of a number by such a formula.
    expect(preview(list).students).toEqual([
      { line: 8, name: "n".repeat(80), number: "7" },
      { line: 10, name: "Cy", number: "009" },
    ]);
  });

  test("a student who is listed twice is left out, and two of one name are kept", () => {
    const list = "number,name,mail\n1,,a\n1,Ada,a\n1,Ada L,b\n2,ＡＤＡ,c\n,Bob,d\n,Bob,d\n,Bob,e\n";
    expect(problemsIn(list)).toEqual(["2 empty", "4 repeated", "5 same-name", "7 repeated", "8 same-name"]);
    expect(namesIn(list)).toEqual(["Ada", "ＡＤＡ", "Bob", "Bob"]);
    expect(problemsIn("Ada\nBob\nAda\n")).toEqual(["3 repeated"]);
  });

  test("of 5,000 students the first 1,000 are read, and one line says so", () => {
    const list = (students: number) => Array.from({ length: students }, (_, n) => `Student ${n}`).join("\n");
    const { students, problems } = preview(list(5_000));
    expect(students).toHaveLength(STUDENTS);
    expect(problems).toEqual([{ line: 1_001, what: "over", text: "Student 1000" }]);
    const repeated = preview("Ada\n".repeat(LIST_LINES + 100)).problems;
    expect(repeated).toHaveLength(LIST_LINES);
    expect(repeated.at(-1)).toEqual({ line: LIST_LINES + 1, what: "over", text: "" });
  });

  test("quotes that are not closed, and quotes within names, are read as they are", () => {
    expect(namesIn('"Ada" Lovelace\n"Alan\nGrace "G" Hopper\n')).toEqual([
      '"Ada" Lovelace',
      '"Alan',
      'Grace "G" Hopper',
    ]);
  });
});

describe("[Q3] a OneRoster archive", () => {
  test("has its students without those who are deleted, disabled or teach, and its classes to choose from", () => {
    const read = preview(zipOfTexts(ROSTER));
    expect(read).toEqual({
      kind: "oneroster",
      encoding: "utf-8",
      columns: [],
      groups: [
        { id: "c1", name: "Rhetoric", students: 2 },
        { id: "c2", name: "Logic", students: 1 },
      ],
      students: [
        { line: 2, name: "Ada Lovelace", number: "S-1" },
        { line: 3, name: "山田 太郎", number: "S-2" },
        { line: 4, name: "Al Turing", number: "u3" },
      ],
      problems: [],
    });
    expect(namesIn(zipOfTexts(ROSTER), { group: "c2" })).toEqual(["Al Turing"]);
  });

  test("of version 1.1, in a folder, says roles with the users; its only class is chosen", () => {
    const roster = zipOfTexts({
      "__MACOSX/list/users.csv": "x",
      "list/users.csv":
        "sourcedId,status,enabledUser,role,givenName,familyName\nu1,,true,student,Ada,Byron\nu2,,true,student,Al,T\nu3,,true,teacher,Bo,B\n",
      "list/classes.csv": "sourcedId,title\nc1,Rhetoric\n",
      "list/enrollments.csv": "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\n",
    });
    expect(preview(roster)).toMatchObject({ group: "c1", students: [{ name: "Ada Byron", number: "u1" }] });
  });

  test("may say in `roles.csv` alone who is a student", () => {
    const files = {
      "users.csv": ROSTER["users.csv"],
      "roles.csv": "sourcedId,userSourcedId,roleType,role\nr1,u1,primary,student\nr2,u4,primary,teacher\n",
    };
    expect(namesIn(zipOfTexts(files))).toEqual(["Ada Lovelace"]);
  });
});

const OLD_OFFICE = Buffer.from("d0cf11e0a1b11ae1", "hex");
test.each([
  ["an Excel file", "spreadsheet", zipOfTexts({ "[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>" })],
  [
    "an OpenDocument file",
    "spreadsheet",
    zipOfTexts({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
  ],
  ["an Excel file of 2003", "spreadsheet", Buffer.concat([OLD_OFFICE, Buffer.alloc(600)])],
  [
    "one with a password",
    "encrypted",
    Buffer.concat([OLD_OFFICE, Buffer.from("EncryptedPackage", "utf16le")]),
  ],
  ["a PDF", "wrong-type", pdfOf([[]])],
  ["a Word document", "wrong-type", docxOf("Ada")],
  ["a web page", "wrong-type", Buffer.from("<html><table></table></html>")],
  ["a picture", "wrong-type", Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000", "latin1")],
  ["a damaged archive", "corrupt", zipOfTexts(ROSTER).subarray(0, 300)],
  ["an archive with a password", "encrypted", zipOf([{ name: "users.csv", bytes: Buffer.from("x") }], 1)],
  ["nothing", "empty-file", Buffer.alloc(0)],
  ["blank lines", "empty-file", Buffer.from(" \n,,\n")],
  ["other data in one line", "corrupt", Buffer.alloc(50_000, "data ")],
])("[Q4] %s is refused as %s", (_, fault, bytes) => {
  expect(readList({ bytes, name: "a.csv", choices: {} })).toEqual({ ok: false, fault });
});

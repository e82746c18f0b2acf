import { describe, expect, test } from "vitest";
import { readImported } from "#debate/content/imported.ts";
import { headerOf } from "#debate/content/pictures.ts";
import { pngOf } from "#server/files/found-pictures.ts";
import { plainLetters } from "#server/files/pdf.ts";
import { readFile } from "#server/files/read-file.ts";
import { docxWith, notesPart, paragraph, pdfOf, run } from "#tests/support/documents.ts";
import { pdfWithPicture } from "#tests/support/pdf-with-picture.ts";
import { png } from "#tests/support/pictures.ts";

async function read(bytes: Buffer, name: string) {
  const file = await readFile(bytes, name);
  if (!file.ok) throw new Error(file.fault);
  return file;
}

const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
const noteMark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const PICTURE = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

describe("[U3] of a Word document", () => {
  const BODY = [
    paragraph(run("RESOLVED: Cats Are Better"), "Title"),
    paragraph(run("For"), "Heading1"),
    paragraph(run("Cats are ") + run("quiet", "<w:i/>") + run(" and clean.") + noteMark(1)),
    paragraph(run("A house with a cat has no mice."), "Quote"),
    paragraph(
      run("They sleep ") +
        `<w:ins w:id="1" w:author="A">${run("all day")}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>at night</w:delText></w:r></w:del>` +
        run("."),
    ),
    `<w:tbl><w:tr>${cell("Year")}${cell("Cats")}</w:tr><w:tr>${cell("2019")}${cell("12")}</w:tr></w:tbl>`,
    paragraph(run("Against"), "Heading1"),
    paragraph(run("Dogs guard the house.") + noteMark(2)),
  ].join("");
  const NOTES = ["The Cat Report, https://cats.example/report.", "A. Barker, Dogs at Home"];
  const file = docxWith(BODY, {
    "footnotes.xml": notesPart("footnote", NOTES),
    "comments.xml": notesPart("comment", ["Is this so?"]),
  });

  test("inserted text, quotations and emphasis are kept; deleted text is not", async () => {
    const { text, marked } = await read(file, "cats.docx");
    const reading = readImported(text, marked);
    const [cats] = reading.ok ? reading.draft.positions : [];
    expect(reading.ok && reading.draft.format).toBe("markdown");
    expect(cats?.paragraphs.map((each) => [each.text, each.quoted ?? false])).toEqual([
      ["Cats are *quiet* and clean.", false],
      ["A house with a cat has no mice.", true],
      ["They sleep all day.", false],
      ["- Year | Cats\n- 2019 | 12", false],
    ]);
  });

  test("footnotes become resources, and what was left out or changed is remarked on", async () => {
    const { text, marked, remarks } = await read(file, "cats.docx");
    const reading = readImported(text, marked);
    expect(reading.ok && reading.draft.resources).toEqual([
      { label: NOTES[0], url: "https://cats.example/report" },
      { label: NOTES[1] },
    ]);
    expect(remarks).toEqual([{ code: "changes-accepted" }, { code: "comments-left-out", count: 1 }]);
    expect(reading.ok && reading.warnings).toEqual(
      expect.arrayContaining([
        { code: "tables-flattened", count: 1 },
        { code: "footnotes-moved", count: 2 },
      ]),
    );
  });

  test("a table with a column for each side is two texts", async () => {
    const table = `<w:tbl><w:tr>${cell("For")}${cell("Against")}</w:tr><w:tr>${cell("Cats are quiet.")}${cell("Dogs are loyal.")}</w:tr><w:tr>${cell("Cats are clean.")}${cell("Dogs guard.")}</w:tr></w:tbl>`;
    const { text, marked } = await read(
      docxWith(paragraph(run("Cats Are Better"), "Title") + table),
      "a.docx",
    );
    const reading = readImported(text, marked);
    expect(
      reading.ok && reading.draft.positions.map(({ paragraphs }) => paragraphs.map((each) => each.text)),
    ).toEqual([
      ["Cats are quiet.", "Cats are clean."],
      ["Dogs are loyal.", "Dogs guard."],
    ]);
  });

  test("[D48] pictures that a debate can have are offered, and others left out with a remark", async () => {
    const offered = png();
    const media = { "media/image.png": offered };
    const { remarks, pictures } = await read(docxWith(paragraph(run("Words.") + PICTURE), media), "a.docx");
    expect([remarks, pictures]).toEqual([[], [Buffer.from(offered).toString("base64")]]);
    expect(pngOf({ data: new Uint8Array(4_800), width: 40, height: 40, channels: 3 })).toBeNull();
  });

  test("a picture that is none is left out, with a remark", async () => {
    const media = { "media/image.png": "PNG" };
    const { remarks } = await read(docxWith(paragraph(run("Words.") + PICTURE), media), "a.docx");
    expect(remarks).toEqual([{ code: "images-left-out", count: 1 }]);
  });
});

test("[D48] of a PDF, pictures of its first pages are offered, each once; before Node 22, whose PDF reader can't, none", async () => {
  const { text, pictures = [] } = await read(pdfWithPicture(), "a.pdf");
  expect(text).toContain("Harbors should close in winter");
  const found = pictures.map((each) => headerOf(new Uint8Array(Buffer.from(each, "base64"))));
  const canRead = "transferToFixedLength" in ArrayBuffer.prototype;
  expect(found).toEqual(canRead ? [{ type: "image/png", width: 100, height: 90 }] : []);
});

describe("[U4] of a web page", () => {
  test("scripts, styles, menus and footers are left out; entities, links and quotations are kept", async () => {
    const page = `<!DOCTYPE html><html><head><title>T</title><style>p { }</style></head><body><nav>Home</nav>
      <script>document.write("<p>no</p>")</script><main><h1>Caf&eacute; &amp; tea</h1>
      <p>See <a href="https://a.example/x">the report</a>, 2 &lt; 3 &#8212; *not* <b>bold </b>.<br>Next</p>
      <blockquote><p>Said.</p></blockquote><ul><li>One<li>Two</ul></main><footer>Terms</footer></body></html>`;
    const { text } = await read(Buffer.from(page), "a.html");
    expect(text.split("\n\n")).toEqual([
      "# Café & tea",
      "See [the report](https://a.example/x), 2 < 3 — \\*not\\* **bold** .\nNext",
      "> Said.",
      "- One",
      "- Two",
    ]);
  });

  test("a picture inside the page, of 30,000 characters, is no text, and letters are what browsers show for them", async () => {
    const page = `<html><body><h1>Cats</h1><p>Anton&iacute;n Dvo&rcaron;&aacute;k &check; 1990&#150;95 &copy2026 <!--> <i>and
      <b>still</i> more</b> <a href="https://a.example/x?a=1&amp;b=2">there</a></p>
      <p><img src="data:image/png;base64,${"A".repeat(30_000)}">After it.</p></body></html>`;
    const { text, remarks } = await read(Buffer.from(page), "a.html");
    expect(text.split("\n\n")).toEqual([
      "# Cats",
      "Antonín Dvořák ✓ 1990–95 ©2026 *and **still*** **more** [there](https://a.example/x?a=1&b=2)",
      "After it.",
    ]);
    expect(remarks).toEqual([{ code: "images-left-out", count: 1 }]);
  });

  test("what is not closed, nested a thousand deep or no tag at all is read in linear time", async () => {
    for (const bad of [
      "<div>".repeat(20_000),
      '<a href="'.repeat(5_000),
      "<!--".repeat(5_000),
      "a < b ".repeat(20_000),
      "<b>x".repeat(5_000),
    ])
      expect(await readFile(Buffer.from(`<html><p>Words</p>${bad}`), "a.html")).toMatchObject({ ok: true });
  });
});

test("[U1] Shift_JIS, UTF-16 and Windows text are read", async () => {
  const japanese = "論題：猫は犬よりよい";
  const shiftJis = Buffer.from("985f91e8814194 4c82cd8ca282e682e882e682a2".replace(" ", ""), "hex");
  expect((await read(shiftJis, "a.txt")).text).toBe("論題、猫は犬よりよい");
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(japanese, "utf16le")]);
  expect((await read(wide, "a.txt")).text).toBe(japanese);
  expect((await read(Buffer.from("na\u00efve", "latin1"), "a.txt")).text).toBe("naïve");
});

describe("[U2] of a PDF", () => {
  const lines = (texts: readonly string[], x: number, top: number) =>
    texts.map((text, index) => ({ text, x, y: top - 14 * index }));
  const LEFT = [
    "The left column is read before",
    "the right one, and words that are bro-",
    "ken are mended.",
  ];
  const RIGHT = [
    "The right column comes second",
    "and says something else about",
    "the well-known matter at hand.",
  ];
  const FOURTH = ["and the fourth line of a column", "and the fifth line of a column"];

  test("columns are read one after the other, hyphens mended, running lines and page numbers left out", async () => {
    const page = (number: number) => [
      { text: "The School Paper", x: 250, y: 815 },
      ...lines([...LEFT, ...FOURTH], 50, 700),
      ...lines([...RIGHT, ...FOURTH], 320, 700),
      { text: `- ${number} -`, x: 290, y: 30 },
    ];
    const { text, remarks } = await read(pdfOf([page(1), page(2)]), "a.pdf");
    expect(text.indexOf("left column")).toBeLessThan(text.indexOf("right column"));
    expect(text.replace(/\s+/gu, " ")).toContain("words that are broken are mended.");
    expect(text).toContain("well-known");
    expect(text).not.toMatch(/School Paper|- 1 -/u);
    expect(remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["columns-read", "page-lines-left-out", "hyphens-mended"]),
    );
  });

  test("Japanese in a font that is not in the file is read by its cMap", async () => {
    const japanese =
      "論題：学校は制服を廃止すべきである。賛成の立場から述べます。生徒は自分で服を選ぶ力を持っています。";
    const { text } = await read(pdfOf([[{ text: japanese, x: 50, y: 700 }]], { japanese: true }), "a.pdf");
    expect(text).toBe(japanese);
  });

  describe("with vertical writing", () => {
    const UPPER = [
      "論題：学校は制服を廃止すべき",
      "である。賛成の立場から「今」",
      "述べます。服を選ぶのは大切で",
      "あり、生徒はその力を持って",
    ];
    const LOWER = [
      "います。二〇二三年にはＡ市の",
      "学校が変えました。それを見て",
      "ほかの学校も続き、反対の声は",
      "少なくなりました。以上です。",
    ];
    const WHOLE = [...UPPER, ...LOWER].join("");

    test("columns are read from the right, and the upper tier before the lower one, without page numbers", async () => {
      const columns = (texts: readonly string[], top: number) =>
        texts.map((text, index) => ({ text, x: 500 - 20 * index, y: top, size: 12 }));
      const page = [...columns(UPPER, 700), ...columns(LOWER, 500)];
      const { text, remarks } = await read(pdfOf([page], { japanese: "vertical" }), "a.pdf");
      expect(text.replace(/\s/gu, "")).toBe(WHOLE);
      expect(remarks).toContainEqual({ code: "vertical-read" });
    });

    test("letters that stand one below the other, each in its place, are read as one column", async () => {
      const letters = [...UPPER, ...LOWER].flatMap((column, index) =>
        [...column].map((text, at) => ({ text, x: 500 - 18 * index, y: 700 - 10 * at })),
      );
      const number = { text: "第一二三四五号", x: 280, y: 30 };
      const { text } = await read(pdfOf([[...letters, number]], { japanese: true }), "a.pdf");
      expect(text.split(/\n+/u)).toEqual([WHOLE, number.text]);
    });

    test("short lines of one letter in a page that is written across stay lines", async () => {
      const across = lines(
        ["一", "学校は制服を廃止すべきである。", "二", "生徒は自分で服を選ぶ力がある。"],
        50,
        700,
      );
      const { text, remarks } = await read(pdfOf([across], { japanese: true }), "a.pdf");
      expect(text.replace(/\s/gu, "")).toBe(across.map((line) => line.text).join(""));
      expect(remarks).not.toContainEqual({ code: "vertical-read" });
    });
  });

  test("radicals that a browser prints in place of words, and joined letters, are the letters they stand for", () => {
    expect(plainLetters("⽇本の⻑い⻄⽇︑ﬁne ﬄ 々〆")).toBe("日本の長い西日、fine ffl 々〆");
  });

  test("a page without text is named", async () => {
    const { remarks } = await read(pdfOf([lines([...LEFT, ...FOURTH], 50, 700), []]), "a.pdf");
    expect(remarks).toContainEqual({ code: "pages-without-text", count: 1, text: "2" });
  });
});

import { docxWith, notesPart, paragraph, run } from "#tests/support/documents.ts";

/** A paragraph, whose footnote stands behind the word before "^"; a subheading; or a table. */
type Part = string | { subheading: string } | { table: string[][] };
export type OpEd = { heading: string; name: string; role: string; parts: Part[] };
export type OpEds = { title: string; by: (opEd: OpEd) => string; opEds: [OpEd, OpEd]; notes: string[] };

/** Two op-eds of our own words, as a school paper prints them. */
export const OP_EDS: OpEds = {
  title: "The city should close its center to cars",
  by: ({ name, role }) => `By ${name}, ${role}`,
  opEds: [
    {
      heading: "Pro",
      name: "Marta Quillfeather",
      role: "principal of Harrow Lane School",
      parts: [
        "Every morning I stand at our gate and count. Four hundred children arrive, and nearly as many engines. The street outside was laid out for carts, and it carries the traffic of a ring road.",
        { subheading: "Air that children can breathe" },
        "Last winter our pupils hung small meters^ along the fence. On days without cars the numbers fell by half before lunch, and the nurse saw fewer children with a cough.",
        "A closed center would make that the rule. Nobody has to give up a car; it simply stays outside, where there is room for it.",
        {
          table: [
            ["Day", "Cars", "Coughs"],
            ["Sunday", "12", "3"],
            ["Monday", "390", "9"],
          ],
        },
        { subheading: "Shops gain from people on foot" },
        "Shopkeepers fear an empty street. Yet people on foot stop, look and come back, while drivers pass. The baker beside the school sells most on market day, when no car may enter.",
        "Let us try it for one year, measure honestly, and keep what works.",
      ],
    },
    {
      heading: "Con",
      name: "Tobias Renn",
      role: "owner of a hardware shop",
      parts: [
        "I sell cement, doors and paint. My customers do not carry these home on a bicycle, and no tram stops within ten minutes of my counter.",
        { subheading: "Who pays for the detour" },
        "When the bridge was closed two years ago^ my sales fell by a third in eight weeks. Large stores outside the walls gained what we lost, and they are still gaining.",
        "A closed center moves the traffic instead of ending it. The same cars queue on the ring road, past the flats where rents are lowest.",
        { subheading: "Begin with better buses" },
        "A city that wants fewer cars should first run buses early and late. Half of my staff start at six, when the first bus has not left its depot.",
        "Close a street on Sundays if you like. A whole center, every day, is a wager with other people's wages.",
      ],
    },
  ],
  notes: [
    "Harrow Lane School, readings at the fence, January.",
    "Chamber of Small Trade, survey of forty shops, page 3.",
  ],
};

/** The same in Japanese. */
export const OP_EDS_IN_JAPANESE: OpEds = {
  title: "市は中心部を車の通行止めにすべきである",
  by: ({ name, role }) => `文：${name}（${role}）`,
  opEds: [
    {
      heading: "賛成",
      name: "桐谷真央",
      role: "原小路小学校校長",
      parts: [
        "毎朝、校門に立って数えています。四百人の児童が登校し、ほぼ同じ数の車が通ります。",
        { subheading: "子どもが吸える空気" },
        "昨年の冬、児童は柵に小さな測定器^を取り付けました。車のない日には、昼までに数値が半分になりました。",
        "一年だけ試し、正直に測り、うまくいったことを残しましょう。",
      ],
    },
    {
      heading: "反対",
      name: "蓮見達也",
      role: "金物店経営者",
      parts: [
        "私はセメントや扉を売っています。お客様は自転車では持ち帰れません。",
        { subheading: "回り道の費用は誰が払うのか" },
        "二年前に橋が閉じたとき^、八週間で売上が三分の一減りました。郊外の大型店が伸びました。",
        "毎日、中心部をすべて閉じるのは、他人の賃金を賭けることです。",
      ],
    },
  ],
  notes: ["原小路小学校、柵での測定、一月。", "小商い会議所、四十店の調査、三ページ。"],
};

type Shapes = {
  title: (words: string) => string;
  heading: (words: string) => string;
  byline: (words: string) => string;
  subheading: (words: string) => string;
  /** The words before and behind the number of a footnote, if there is one. */
  paragraph: (before: string, note: number | null, behind: string) => string;
  table: (rows: string[][]) => string;
};

/** The op-eds, each part in its shape. */
function shaped({ title, by, opEds }: OpEds, shapes: Shapes): string[] {
  let note = 0;
  const partOf = (part: Part) => {
    if (typeof part !== "string")
      return "table" in part ? shapes.table(part.table) : shapes.subheading(part.subheading);
    const [before = "", behind] = part.split("^");
    if (behind !== undefined) note += 1;
    return shapes.paragraph(before, behind === undefined ? null : note, behind ?? "");
  };
  return [
    shapes.title(title),
    ...opEds.flatMap((opEd) => [
      shapes.heading(opEd.heading),
      shapes.byline(by(opEd)),
      ...opEd.parts.map(partOf),
    ]),
  ];
}

/** As someone pastes it: a blank line between any two parts, tabs in the table. */
export const asText = (opEds: OpEds): string =>
  [
    ...shaped(opEds, {
      title: (words) => words,
      heading: (words) => words,
      byline: (words) => words,
      subheading: (words) => words,
      paragraph: (before, note, behind) => `${before}${note === null ? "" : `[${note}]`}${behind}`,
      table: (rows) => rows.map((cells) => cells.join("\t")).join("\n"),
    }),
    ...opEds.notes.map((words, index) => `[${index + 1}] ${words}`),
  ].join("\n\n");

/** As a web page: bold subheadings, and numbers of footnotes that are only raised. */
export const asHtml = (opEds: OpEds): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Op-eds</title></head><body>${[
    ...shaped(opEds, {
      title: (words) => `<p>${words}</p>`,
      heading: (words) => `<h2>${words}</h2>`,
      byline: (words) => `<p><em>${words}</em></p>`,
      subheading: (words) => `<h2><strong>${words}</strong></h2>`,
      paragraph: (before, note, behind) =>
        `<p>${before}${note === null ? "" : `<sup>${note}</sup>`}${behind}</p>`,
      table: (rows) =>
        `<table>${rows.map((cells) => `<tr>${cells.map((words) => `<td>${words}</td>`).join("")}</tr>`).join("")}</table>`,
    }),
    ...opEds.notes.map((words, index) => `<p><sup>${index + 1}</sup> ${words}</p>`),
  ].join("\n")}</body></html>`;

const cell = (words: string) => `<w:tc>${paragraph(run(words))}</w:tc>`;

/** As a Word document: subheadings of the sides' own level, some words in bold and italics. */
export const asDocx = (opEds: OpEds): Buffer =>
  docxWith(
    shaped(opEds, {
      title: (words) => paragraph(run(words)),
      heading: (words) => paragraph(run(words), "Heading1"),
      byline: (words) => paragraph(run(words, "<w:i/>")),
      subheading: (words) => paragraph(run(words), "Heading1"),
      paragraph: (before, note, behind) => {
        const [first = "", ...others] = before.split(/(?= )/);
        const marked =
          run(first, "<w:b/>") + run(others.join(""), others.length % 2 === 0 ? "<w:b/><w:i/>" : "");
        return paragraph(
          `${marked}${note === null ? "" : `<w:r><w:footnoteReference w:id="${note}"/></w:r>`}${run(behind)}`,
        );
      },
      table: (rows) =>
        `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`,
    }).join(""),
    { "footnotes.xml": notesPart("footnote", opEds.notes) },
  );

const XMLNS = ["office", "style", "text", "table"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/** As a flat OpenDocument text of small pages, with a column for each side that goes on from page to page, to be printed as a PDF. */
export function asOpenDocument(opEds: OpEds): string {
  const styled = (style: string, words: string) => `<text:p text:style-name="${style}">${words}</text:p>`;
  const cells = (inner: readonly string[]) =>
    inner
      .map(
        (words) =>
          `<table:table-cell table:style-name="Cell" office:value-type="string">${words}</table:table-cell>`,
      )
      .join("");
  const tableOf = (rows: readonly string[][], columns: number) =>
    `<table:table><table:table-column table:number-columns-repeated="${columns}"/>${rows
      .map((row) => `<table:table-row>${cells(row)}</table:table-row>`)
      .join("")}</table:table>`;
  const noteOf = (note: number | null) =>
    note === null
      ? ""
      : `<text:note text:note-class="footnote"><text:note-citation>${note}</text:note-citation><text:note-body>${styled("Note", opEds.notes[note - 1] ?? "")}</text:note-body></text:note>`;
  const [title = "", ...parts] = shaped(opEds, {
    title: (words) => styled("Title", words),
    heading: (words) => `<!--side-->${styled("Side", words)}`,
    byline: (words) => styled("Words", words),
    subheading: (words) => styled("Subheading", words),
    paragraph: (before, note, behind) => styled("Words", before + noteOf(note) + behind),
    table: (rows) =>
      tableOf(
        rows.map((row) => row.map((words) => styled("Words", words))),
        3,
      ),
  });
  const [, ...columns] = parts.join("").split("<!--side-->");
  const style = (name: string, size: string, more = "") =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="2mm"/><style:text-properties fo:font-size="${size}" style:font-size-asian="${size}" ${more}/></style:style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${XMLNS} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
${style("Title", "20pt")}${style("Side", "15pt")}${style("Subheading", "11pt", 'fo:font-weight="bold"')}${style("Words", "11pt")}${style("Note", "8pt")}
</office:styles><office:automatic-styles><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="1.5mm"/></style:style><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="170mm" fo:page-height="${opEds === OP_EDS ? 160 : 110}mm" fo:margin="15mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles>
<office:body><office:text>${title}${tableOf([columns], 2)}</office:text></office:body></office:document>`;
}

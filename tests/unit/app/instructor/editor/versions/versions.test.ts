import { describe, expect, test } from "vitest";
import {
  addParagraph,
  addRow,
  deleteParagraph,
  setExpert,
  setFields,
  setParagraph,
  swapExperts,
} from "#app/instructor/editor/changes.ts";
import { check } from "#app/instructor/editor/check.ts";
import { type DebateForm, formOf } from "#app/instructor/editor/debate-form.ts";
import { differences, merged, withRestOf } from "#app/instructor/editor/versions/compare.ts";
import { marked } from "#app/instructor/editor/versions/MarkedText.tsx";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { IN_VERSIONS, JAPANESE, SIMPLE } from "#tests/support/versions.ts";

const { id: _, ...BUILT_IN } = BUILT_IN_DEBATE;
const base = formOf(BUILT_IN, true);
const key = (place: 0 | 1, index: number, form: DebateForm = base) =>
  form.positions[place].paragraphs[index]?.key ?? "";
const texts = (form: DebateForm, place: 0 | 1 = 0) =>
  form.positions[place].paragraphs.map(({ text }) => text);
const content = (form: DebateForm) => check(form).draft;
const told = (mine: DebateForm, theirs: DebateForm) =>
  differences(base, mine, theirs).map(({ id, changed }) => [id, changed]);
const all = (mine: DebateForm, theirs: DebateForm) =>
  new Set(differences(base, mine, theirs).map(({ id }) => id));

describe("[D12] two versions of a debate", () => {
  test("differ in fields and paragraphs, in the order of the page, each with who changed it", () => {
    const mine = setParagraph("first", key(0, 2), { text: "Mine." })(
      setFields({ resolution: "Mine", rights: "Mine" })(base),
    );
    const theirs = setExpert("second", { role: "Theirs" })(
      setParagraph("first", key(0, 4), { text: "Theirs." })(setFields({ resolution: "Theirs" })(base)),
    );
    expect(told(mine, theirs)).toEqual([
      ["resolution", "both"],
      ["0.paragraphs.2", "mine"],
      ["0.paragraphs.4", "theirs"],
      ["1.role", "theirs"],
      ["rights", "mine"],
    ]);
    const [, paragraph] = differences(base, mine, theirs);
    expect(paragraph).toMatchObject({
      numbers: { first: 3, last: 3 },
      mine: "Mine.",
      theirs: texts(base)[2],
    });
  });

  test("[D24] one plain and one in Markdown are compared and put together as Markdown, so that no sign changes what it means", () => {
    const plain = setParagraph("first", key(0, 0), { text: "5 * 3 * 2\n- not a list" })(base);
    const written = { ...plain, format: "markdown" as const };
    const theirs = setParagraph("first", key(0, 1), { text: "*Theirs*" })(
      setParagraph("first", key(0, 0), { text: "5 \\* 3 \\* 2\n\n\\- not a list" })(written),
    );
    expect(differences(plain, plain, theirs).map(({ mine }) => mine)).toEqual([texts(base)[1]]);
    for (const [own, other] of [
      [plain, theirs],
      [theirs, plain],
    ] as const) {
      const together = merged(own, other, new Set(own === plain ? ["0.paragraphs.1"] : []));
      expect(together.format).toBe("markdown");
      expect(texts(together).slice(0, 2)).toEqual(["5 \\* 3 \\* 2\n\n\\- not a list", "*Theirs*"]);
    }
    expect(merged(plain, base, new Set()).format).toBe("");
  });

  test("an added paragraph marks no other as changed, and a deleted one has its old number", () => {
    const added = addParagraph("first", key(0, 1))(base);
    const theirs = setParagraph("first", key(0, 2, added), { text: "Between." })(added);
    expect(differences(base, base, theirs)).toMatchObject([
      { mine: "", theirs: "Between.", numbers: { first: 3, last: 3 }, changed: "theirs" },
    ]);
    const mine = deleteParagraph("first", key(0, 5))(base);
    expect(differences(base, mine, base)).toMatchObject([
      { mine: "", theirs: texts(base)[5], numbers: { first: 6, last: 6 }, changed: "mine" },
    ]);
  });

  test("taking every change gives the other version, taking none gives mine, and no key is used twice", () => {
    const changes = [
      addParagraph("second", null),
      swapExperts,
      deleteParagraph("first", key(0, 1)),
      setFields({ editorName: "Ada", volume: "9", date: "" }),
      addRow("related"),
    ];
    const mine = changes.slice(0, 3).reduce((form, change) => change(form), base);
    const theirs = setParagraph("first", key(0, 3), { text: "Theirs.\n\nOf two parts." })(
      changes.slice(2).reduce((form, change) => change(form), base),
    );
    const took = merged(mine, theirs, all(mine, theirs));
    const same = { ...took, sidesConfirmed: true };
    expect(differences(base, same, theirs)).toEqual([]);
    expect(content(same)).toEqual(content(theirs));
    expect(merged(mine, theirs, new Set())).toEqual(mine);
    const keys = [
      ...took.positions.flatMap(({ paragraphs }) => paragraphs),
      ...took.resources,
      ...took.related,
    ].map(({ key: each }) => each);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("[D28] what the editor does not show is that of the newer version", () => {
  const { versions: _, ...original } = IN_VERSIONS;
  const before = formOf({ ...original, versions: [SIMPLE] }, true);
  const newer = formOf({ ...original, versions: [SIMPLE, JAPANESE] }, true);
  const sidesOf = (form: DebateForm) => form.rest.versions?.map((version) => [version.for, version.against]);

  test("[D7] under the sides that its paragraphs stand on", () => {
    const mine = swapExperts(setParagraph("first", key(0, 1, before), { text: "Mine." })(before));
    for (const taken of [new Set<string>(), new Set(["resolution"])])
      expect(sidesOf(withRestOf(newer, merged(mine, newer, taken)))).toEqual([
        [SIMPLE.against, SIMPLE.for],
        [JAPANESE.against, JAPANESE.for],
      ]);
    // Taking all of theirs takes the sides back.
    const back = withRestOf(newer, merged(mine, newer, all(mine, newer)));
    expect(sidesOf(back)).toEqual(sidesOf(newer));
  });
});

describe("[D12] differences in a text are marked in whole words", () => {
  test.each([
    ["one two three", "one 2 three", ["one ", "two", " three"]],
    ["one two", "one two three", ["one ", "two", ""]],
    ["new", "", ["", "new", ""]],
    ["the cat", "the rat", ["the ", "cat", ""]],
    ["a a a", "a a", ["a ", "a a", ""]],
    ["\u6f22\u5b57\u304b\u306a", "\u6f22\u5b57\u30ab\u30ca", ["\u6f22\u5b57", "\u304b\u306a", ""]],
  ])("%j against %j", (text, other, [before, differs, after]) => {
    const found = marked(text, other);
    expect(found).toEqual({ before, differs, after });
    expect(found.before + found.differs + found.after).toBe(text);
  });
});

import { describe, expect, test } from "vitest";
import { pasteParagraphs, setFields, setParagraph } from "#app/instructor/editor/changes.ts";
import { check, unfinishedOf } from "#app/instructor/editor/check.ts";
import { blankForm, type DebateForm, formOf } from "#app/instructor/editor/debate-form.ts";
import { findingsIn, lengthsOf } from "#app/instructor/editor/findings/findings.ts";
import { merged } from "#app/instructor/editor/versions/compare.ts";
import type { DebateDraft } from "#debate/content/debate.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const { id: _, ...BUILT_IN } = BUILT_IN_DEBATE;
const RIGHTS = "Ours.";
const bare = (resolution: string, of: string, against: string): DebateForm =>
  [
    setFields({ resolution }),
    setParagraph("first", "k1", { text: of }),
    setParagraph("second", "k2", { text: against }),
  ].reduce((form, change) => change(form), blankForm(RIGHTS));
const texts = ({ positions }: DebateForm, place: 0 | 1 = 0) =>
  positions[place].paragraphs.map(({ text }) => text);

describe("[D21] a debate written by hand", () => {
  test("a resolution and two texts are enough; names say which case it is, in the debate's language", () => {
    const { draft, faults } = check(bare("Ban Homework", "It is bad.", "It is good."));
    expect(faults.size).toBe(0);
    expect(draft).toMatchObject({ format: "markdown", rights: RIGHTS });
    expect(draft?.positions.map(({ expert }) => expert)).toEqual([
      { name: "The case for", role: "" },
      { name: "The case against", role: "" },
    ]);
    const japanese = check(
      bare("宿題を禁止するべきだ", "宿題は子どもの時間を奪う。", "宿題は必要だ。"),
    ).draft;
    expect(japanese?.positions.map(({ expert }) => expert.name)).toEqual(["賛成の立論", "反対の立論"]);
  });

  test("[D22] a blank one can be saved as a draft; one with half an address can't", () => {
    expect(unfinishedOf(blankForm(RIGHTS))).not.toBeNull();
    const wrong = setFields({ resources: [{ key: "a", label: "x", url: "htt" }] })(blankForm(RIGHTS));
    expect(unfinishedOf(wrong)).toBeNull();
  });
});

describe("[D23] pasting paragraphs", () => {
  const form = bare("R", "Before after.", "");
  test("three make three, around the cursor, and new ones have keys of their own", () => {
    const pasted = pasteParagraphs("first", "k1", 7, 7, ["one", "two", "three"])(form);
    expect(texts(pasted)).toEqual(["Before one", "two", "threeafter."]);
    expect(new Set(pasted.positions[0].paragraphs.map(({ key }) => key)).size).toBe(3);
    expect(pasted.nextKey).toBe(form.nextKey + 2);
  });
});

test("[D25] lengths are of the words that people read, characters in Japanese", () => {
  const [of, against] = lengthsOf(
    bare("Ban Homework", "It is **very** bad, says [she](https://a.example/x).", "No."),
  );
  expect([of.count, against.count]).toEqual([6, 1]);
  expect(lengthsOf(bare("宿題を禁止するべきだ", "宿題は*不要*だ。", "いいえ。"))[0]).toEqual({
    unit: "characters",
    count: 7,
    minutes: 1,
  });
});

describe("[D26] what to look at before use", () => {
  const codes = (form: DebateForm, minutes = 15) => findingsIn(form, minutes).map(({ code }) => code);
  test("a blank debate lacks its resolution and both sides", () => {
    expect(findingsIn(blankForm(RIGHTS), 15)).toEqual([
      { code: "no-resolution", at: "resolution" },
      { code: "no-text", side: "for", at: "first.paragraph.k1" },
      { code: "no-text", side: "against", at: "second.paragraph.k2" },
      { code: "no-source", at: "resources.add" },
    ]);
  });

  test("one side of three times the words: 9 words against 3, not against 4", () => {
    const nine = "a b c d e f g h i";
    expect(findingsIn(bare("R", "a b c", nine), 15)[0]).toEqual({
      code: "uneven",
      longer: "against",
      times: 3,
      at: "first.paragraph.k1",
    });
    expect(codes(bare("R", "a b c d", nine))).toEqual(["no-source"]);
  });
});

test("[D28] a save keeps what the editor does not show, also when two versions are merged", () => {
  const whole: DebateDraft = {
    ...BUILT_IN,
    tags: ["security", "Japan"],
    level: "advanced",
    format: "markdown",
    kit: { objectives: ["Weigh two sources."], notes: { before: "Two minutes." } },
    versions: [
      {
        id: "easy",
        label: "Simpler",
        for: BUILT_IN.positions[0].paragraphs.map(() => "Yes."),
        against: BUILT_IN.positions[1].paragraphs.map(() => "No."),
      },
    ],
  };
  const form = formOf(whole, true);
  expect(check(form).draft).toEqual(whole);
  const changed = setFields({ resolution: "Another", tags: "a、b, a ,", level: "" })(form);
  const { level: _level, ...rest } = whole;
  expect(check(changed).draft).toEqual({ ...rest, resolution: "Another", tags: ["a", "b"] });
  expect(check(merged(form, changed, new Set(["tags", "level"]))).draft).toEqual({
    ...rest,
    tags: ["a", "b"],
  });
});

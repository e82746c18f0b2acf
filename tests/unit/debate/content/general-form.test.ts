import { describe, expect, test } from "vitest";
import { readImported } from "#debate/content/imported.ts";
import { sideOfHeading } from "#debate/content/side-headings.ts";

function read(text: string, marked = true) {
  const reading = readImported(text, marked);
  if (!reading.ok) throw new Error(JSON.stringify(reading.missing));
  const { draft, warnings } = reading;
  const [first, second] = draft.positions;
  return {
    draft,
    codes: warnings.map(({ code }) => code),
    names: [first.expert.name, second.expert.name],
    texts: [first, second].map(({ paragraphs }) => paragraphs.map(({ text: words }) => words)),
  };
}

const CATS = "Cats sleep through the night.\n\nThey catch mice.";
const DOGS = "Dogs guard the house.\n\nThey walk with you.";

describe("[U6] a resolution and two texts under headings are a debate", () => {
  test("with headings that say the sides, which then need no question", () => {
    const { draft, codes, names, texts } = read(
      `# Cats make better pets\n\n## Introduction\n\nA town votes.\n\n## Against\n\n${DOGS}\n\n## For\n\n${CATS}\n\n## Sources\n\n- The Cat Report: https://cats.example\n`,
    );
    expect(draft).toMatchObject({
      resolution: "Cats make better pets",
      introduction: "A town votes.",
      resources: [{ label: "The Cat Report", url: "https://cats.example" }],
    });
    expect(draft.positions.map(({ side }) => side)).toEqual(["for", "against"]);
    expect(texts).toEqual([CATS.split("\n\n"), DOGS.split("\n\n")]);
    expect(names).toEqual(["The case for", "The case against"]);
    expect(codes).toEqual(expect.arrayContaining(["general-form", "resolution-unsure"]));
    expect(codes).not.toContain("sides-follow-order");
  });

  test("with a team or a person behind or below the heading", () => {
    expect(
      read(`RESOLVED: Cats First\n\nPro: Team Blue\n\n${CATS}\n\nCon: Team Red\n\n${DOGS}`, false).names,
    ).toEqual(["Team Blue", "Team Red"]);
    const people = read(
      `RESOLVED: Cats First\n\nYes\n\nDr. Ada North\nFellow, Cat Institute\n\n${CATS}\n\nNo\n\nDr. Bob South\nFellow, Dog Institute\n\n${DOGS}`,
      false,
    );
    expect(people.names).toEqual(["Ada North", "Bob South"]);
    expect(people.draft.positions[0].expert.institution).toBe("Cat Institute");
    expect(people.texts).toEqual([CATS.split("\n\n"), DOGS.split("\n\n")]);
  });

  test("with two headings of any words, whose order decides until the instructor does", () => {
    const { codes, names } = read(`Cats or dogs\n\nWhy cats\n\n${CATS}\n\nWhy dogs\n\n${DOGS}`, false);
    expect(names).toEqual(["Why cats", "Why dogs"]);
    expect(codes).toEqual(
      expect.arrayContaining(["sides-follow-order", "expert-unsure", "resolution-unsure"]),
    );
  });

  test("in Japanese", () => {
    const { draft, texts } = read(
      "論題：学校は制服を廃止すべきである\n\n肯定側\n\n服は自分で選ぶものです。\n\n否定側\n\n制服は家計を助けます。",
      false,
    );
    expect(draft).toMatchObject({ lang: "ja", resolution: "学校は制服を廃止すべきである" });
    expect(texts).toEqual([["服は自分で選ぶものです。"], ["制服は家計を助けます。"]]);
  });

  test("headings within a text are paragraphs of it", () => {
    const { texts } = read(`# Pets\n\n## For\n\n### Sleep\n\n${CATS}\n\n## Against\n\n${DOGS}`);
    expect(texts[0]).toEqual(["Sleep", ...CATS.split("\n\n")]);
  });
});

test.each([
  ["For", "for", ""],
  ["## The case against", "against", ""],
  ["**Arguments in favor**", "for", ""],
  ["Affirmative team: Ada North", "for", "Ada North"],
  ["CON (Team Red)", "against", "Team Red"],
  ["反対：兵藤慎治氏", "against", "兵藤慎治氏"],
])("[U6] %s says a side", (line, side, rest) => {
  expect(sideOfHeading(line)).toEqual({ side, rest });
});

test.each(["For two centuries the harbor lived on herring.", "No: we cannot wait", "Format", "Control"])(
  "[U6] %s says none",
  (line) => {
    expect(sideOfHeading(line)).toBeUndefined();
  },
);

test("[U5] Markdown stays in the paragraphs only where one of them has it, and nowhere else", () => {
  const text = (words: string) => `# *Pets*\n\n## For\n\n${words}\n\nTwo \\* three.\n\n## Against\n\n${DOGS}`;
  const marked = read(text("Cats are [quiet](https://cats.example)."));
  expect(marked.draft.format).toBe("markdown");
  expect(marked.draft.resolution).toBe("Pets");
  expect(marked.texts[0]).toEqual(["Cats are [quiet](https://cats.example).", "Two \\* three."]);
  const plain = read(text("Cats are quiet."));
  expect(plain.draft.format).toBeUndefined();
  expect(plain.texts[0]).toEqual(["Cats are quiet.", "Two * three."]);
});

import { describe, expect, test } from "vitest";
import { bylineOf } from "#debate/content/bylines.ts";
import { withoutFootnotes } from "#debate/content/footnotes.ts";
import { readImported } from "#debate/content/imported.ts";
import { sideOfHeading } from "#debate/content/side-headings.ts";
import { withTables } from "#debate/content/tables.ts";

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
});

test.each([
  ["For", "for", ""],
  ["**Arguments in favor**", "for", ""],
  ["Affirmative team: Ada North", "for", "Ada North"],
  ["反対：兵藤慎治氏", "against", "兵藤慎治氏"],
])("[U6] %s says a side", (line, side, rest) => {
  expect(sideOfHeading(line)).toEqual({ side, rest });
});

test.each(["For two centuries the harbor lived on herring.", "No: we cannot wait", "Format"])(
  "[U6] %s says none",
  (line) => expect(sideOfHeading(line)).toBeUndefined(),
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

test.each([
  ["By Marta Quill, principal of a school", "Marta Quill", "principal of a school"],
  ["*by Dr. Ada North (fellow)*", "Ada North", "fellow"],
  ["文：桐谷真央（原小路小学校校長）", "桐谷真央", "原小路小学校校長"],
  ["筆者：蓮見達也氏、金物店経営者", "蓮見達也", "金物店経営者"],
])("[N17] %s is a byline", (line, name, roleLine) => {
  expect(bylineOf(line)).toMatchObject({ name, roleLine });
});

test.each(["By Monday, the city had changed.", "By then", "文：「海は青い」"])("[N17] %s is none", (line) => {
  expect(bylineOf(line)).toBeUndefined();
});

test("[N17] a byline below a headline, with the role on the next line, names the expert, and the headline stays", () => {
  const { draft, names, texts } = read(
    `Cats or dogs\n\nPro\n\nWhy the cat wins\n\nBy Ada North\nFellow, Cat Institute\n\n${CATS}\n\nCon\n\nBy Bob South\n\n${DOGS}`,
    false,
  );
  expect(names).toEqual(["Ada North", "Bob South"]);
  expect(draft.positions[0].expert.institution).toBe("Cat Institute");
  expect(texts).toEqual([["Why the cat wins", ...CATS.split("\n\n")], DOGS.split("\n\n")]);
});

test("[U13] the subheadings of a text stay in it, each a paragraph", () => {
  for (const [heading, subheading] of [
    ["", ""],
    ["## ", "### "],
  ] as const) {
    const text = `Cats or dogs\n\n${heading}For\n\n${subheading}Sleep\n\n${CATS}\n\n${heading}Against\n\n${DOGS}`;
    expect(read(text, heading !== "").texts).toEqual([["Sleep", ...CATS.split("\n\n")], DOGS.split("\n\n")]);
  }
});

test("[N18] all words that fit no part are listed, section by section", () => {
  const long = "Ask the class what it heard. ".repeat(40).trim();
  const reading = readImported(
    `# Cats or dogs\n\n## For\n\n${CATS}\n\n## Against\n\n${DOGS}\n\n## Homework\n\n${long}\n\n## Next week\n\nFish.`,
    true,
  );
  const leftOut = reading.ok && reading.warnings.filter(({ code }) => code === "left-out");
  expect(leftOut).toEqual([
    { code: "left-out", text: `Homework | ${long}` },
    { code: "left-out", text: "Next week | Fish." },
  ]);
});

test.each([
  ["[1]", "[1] "],
  ["[^1]", "[^1]: "],
  ["¹", "¹ "],
])("[U14] the number %s goes, and its note is apart", (mark, before) => {
  expect(withoutFootnotes(`The harbor${mark} froze.\n\n${before}Port log,\npage 3.`)).toEqual({
    text: "The harbor froze.\n",
    notes: ["Port log, page 3."],
  });
});

test("[U14] rows of a table are one paragraph, in Markdown, too, and one line with a bar is none", () => {
  const rows = ["Year | Cats", "2019 | 12"];
  const shown = (found: readonly string[]) => found.join("; ");
  for (const table of ["Year\tCats\n2019\t12", "| Year | Cats |\n|---|---|\n| 2019 | 12 |", rows.join("\n")])
    expect(withTables(`Before.\n${table}\nAfter.`, shown)).toEqual({
      text: `Before.\n\n${rows.join("; ")}\n\nAfter.`,
      tables: 1,
    });
  expect(withTables("Home | About", shown)).toEqual({ text: "Home | About", tables: 0 });
});

test("[N18] a footnote that is too long for a resource is listed whole", () => {
  const note = `Port log. ${"More of it. ".repeat(60)}End.`;
  const text = `Cats or dogs\n\nFor\n\nCats sleep.[1]\n\nAgainst\n\nDogs guard.\n\n[1] ${note}`;
  const reading = readImported(text, false);
  expect(reading.ok && reading.warnings).toContainEqual({ code: "left-out", text: note });
});

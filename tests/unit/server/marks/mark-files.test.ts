import { expect, test } from "vitest";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";
import { everythingFile, gradebookFile } from "#server/sessions/marks/mark-files.ts";

const levels = Array<string>(HIGHEST_LEVEL + 1).fill("");
const criteria = [
  { id: "1", name: "name", levels },
  { id: "2", name: "name", levels },
];
const ADA = {
  participantId: "a",
  name: "Owl 2",
  realName: "Ada",
  levels: { "1": 4, "2": 3 },
  comment: "Good.",
};
const BOB = { participantId: "b", name: "Bob", number: "007", levels: { "1": 0 }, comment: "", version: 1 };
const marks = [{ ...ADA, version: 2 }, BOB];

test("[Q25] Moodle's file has no student without a number, whose line Moodle would give to the one above", () => {
  const { rows } = gradebookFile("moodle", { criteria, marks, title: "Week 3" });
  expect(rows).toEqual([["Bob", "007", null, ""]]);
});

test("[Q25] Canvas's and Google Classroom's files have everyone by real name", () => {
  expect(gradebookFile("canvas", { criteria, marks, title: "Week 3" }).rows).toEqual([
    ["Points Possible", "", "", "", "", 8],
    ["Ada", "", "", "", "", 7],
    ["Bob", "", "007", "", "", null],
  ]);
  expect(gradebookFile("classroom", { criteria, marks, title: "Week 3" }).rows).toEqual([
    ["Ada", 7, 8, "Good."],
    ["Bob", null, 8, ""],
  ]);
});

test("[Q25] [Q23] the whole file keeps criteria of one name apart, and counts an activity only where someone wrote in it", () => {
  const none = { before: null, reading: null, after: null };
  const { columns, rows } = everythingFile({
    ...{ criteria, marks, hasPseudonyms: true, activities: ["exit", "steelman"] },
    did: new Map([
      ["a", { voted: { ...none, before: true }, rebuttals: 2, replies: 1 }],
      ["b", { voted: { ...none, before: false }, rebuttals: 0, replies: 0 }],
    ]),
    wrote: new Map([["a", ["exit"]]]),
  });
  const voted = ["votedBefore", "votedReading", "votedAfter"];
  const did = [...voted, "rebuttals", "replies", "exit", "steelman"];
  expect(columns).toEqual([
    ...["name", "number", "pseudonym", "name", "name", "total", "maximum", "comment"],
    ...did,
  ]);
  expect(rows).toEqual([
    ["Ada", null, "Owl 2", 4, 3, 7, 8, "Good.", true, null, null, 2, 1, true, null],
    ["Bob", "007", "Bob", 0, null, null, 8, "", false, null, null, 0, 0, false, null],
  ]);
});

import { expect, test } from "vitest";
import { matchStudents } from "#debate/classes/matched-students.ts";

const CLASS = [
  { id: "1", name: "Ada", number: "7" },
  { id: "2", name: "Bob", number: null },
  { id: "3", name: "Cleo", number: null },
  { id: "4", name: "Cleo", number: "9" },
];

test.each<[string, { name: string; number?: string }[], string[], string[]]>([
  ["a number, whatever the name", [{ name: "Ada Lovelace", number: "7" }], ["1"], []],
  ["a name, where the class has no number", [{ name: "Bob", number: "8" }], ["2"], []],
  ["a name, where the list has no number", [{ name: "Ada" }], ["1"], []],
  ["no one by a name with another number", [{ name: "Ada", number: "8" }], [], ["Ada"]],
  [
    "two of one name, and a third as new",
    [{ name: "Cleo" }, { name: "Cleo" }, { name: "Cleo" }],
    ["3", "4"],
    ["Cleo"],
  ],
  [
    "a new number once",
    [
      { name: "Dan", number: "5" },
      { name: "Daniel", number: "5" },
    ],
    [],
    ["Dan"],
  ],
  [
    "a number that a name has just got",
    [
      { name: "Bob", number: "8" },
      { name: "Robert", number: "8" },
    ],
    ["2"],
    [],
  ],
])("[Q17] a list names students of a class by %s", (_, list, known, added) => {
  const matched = matchStudents(CLASS, list);
  expect(matched.known.map(({ student }) => student.id)).toEqual(known);
  expect(matched.added.map(({ name }) => name)).toEqual(added);
});
